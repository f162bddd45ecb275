import type { ConsentPicture } from '@velferdslab/core/consent'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { familyQuery } from '../../queries.ts'
import { inList } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { asYou, hasStandingYes } from './consent-words.ts'
import { StopDialog } from './stop-dialog.tsx'
import { useStop } from './use-stop.ts'

/** "Stopp all deling": one press and one confirmation, and every service of mine is stopped. Always in sight. */
export function StopAll({ picture }: { picture: ConsentPicture }) {
  const { t } = useTranslation('stop')
  const [asking, setAsking] = useState(false)
  const stop = useStop(picture)
  const { data: home } = useQuery(familyQuery(picture.family.id))
  const sharing = picture.services.filter(hasStandingYes)
  const leader = home?.seats.find(({ isLeader }) => isLeader)
  // The leader's own reading stands in the participation agreement, unless the lab is one of the services here.
  const leaderStops = leader !== undefined && sharing.some(({ partyId }) => partyId === leader.partyId)
  const after = leader === undefined ? null : leaderStops ? t('allPause') : t('allLeader', { name: leader.calledName })

  return (
    <div className="stack">
      <div className="row">
        <Button look="stop" icon="stop" onClick={() => setAsking(true)}>
          {t('all')}
        </Button>
      </div>
      <StopDialog
        open={asking}
        title={t('allAsk')}
        stop={stop}
        parties={sharing.map(({ partyId }) => partyId)}
        label={t('all')}
        done={t('doneAll')}
        nameOf={(party) => picture.services.find(({ partyId }) => partyId === party)?.name ?? ''}
        onClose={() => setAsking(false)}
      >
        {sharing.length === 0 ? (
          <p>{t('nothing')}</p>
        ) : (
          <>
            <p>{t('allText', { persons: inList(picture.persons.map(asYou)) })}</p>
            {after && <p>{after}</p>}
          </>
        )}
      </StopDialog>
    </div>
  )
}
