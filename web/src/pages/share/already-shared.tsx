import type { FamilyId, PartyId } from '@velferdslab/core/ids'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { sharesQuery } from '../../law-api.ts'
import { atStart, countWord } from '../../texts/format.ts'

/** Before one stops: what those services have been given already, which stopping does not take back (REQ-03). */
export function AlreadyShared({ family, parties }: { family: FamilyId; parties: readonly PartyId[] }) {
  const { t } = useTranslation('share')
  const { data } = useQuery(sharesQuery(family))
  const given = new Map<PartyId, { service: string; count: number }>()
  for (const { to, things } of data?.shares ?? [])
    if (parties.includes(to.partyId))
      given.set(to.partyId, {
        service: to.inSentence,
        count: (given.get(to.partyId)?.count ?? 0) + things.length,
      })
  return [...given].map(([party, { service, count }]) => (
    <p key={party}>{t('already', { count, words: countWord(count), Service: atStart(service) })}</p>
  ))
}
