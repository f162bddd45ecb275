import type { FamilyId } from '@velferdslab/core/ids'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { consentRecordsQuery } from '../../consent-record-api.ts'
import { page } from '../../paths.ts'
import { Notice } from '../../ui/notice.tsx'

/** On the family's page: that something waits for who heard it, and for the leader the way to write answers down. */
export function HeardNotice({ familyId, leads }: { familyId: FamilyId; leads: boolean }) {
  const { t } = useTranslation('consentRecord')
  const { data } = useQuery(consentRecordsQuery(familyId))
  const [waiting] = data?.records.filter(({ waitsForMe }) => waitsForMe) ?? []
  const link = (words: string) => (
    <Link to={page.familyConsents} params={{ familyId }}>
      {words}
    </Link>
  )
  return (
    <>
      {waiting && (
        <Notice icon="aloud" look="need">
          {t('noticeHeard', { by: waiting.recordedBy, name: waiting.giver })} {link(t('noticeHeardDo'))}
        </Notice>
      )}
      {leads && <p>{link(t('title'))}</p>}
    </>
  )
}
