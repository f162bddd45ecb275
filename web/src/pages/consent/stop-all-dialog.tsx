import type { ConsentPicture } from '@velferdslab/core/consent'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { familyQuery } from '../../queries.ts'
import { inList } from '../../texts/format.ts'
import { AlreadyShared } from '../share/already-shared.tsx'
import { asYou, hasStandingYes } from './consent-words.ts'
import { StopDialog } from './stop-dialog.tsx'
import { useStop } from './use-stop.ts'

interface StopAllDialogProps {
  picture: ConsentPicture
  open: boolean
  onClose: () => void
}

/** The one confirmation before every service of mine is stopped. */
export function StopAllDialog({ picture, open, onClose }: StopAllDialogProps) {
  const { t } = useTranslation('stop')
  const stop = useStop(picture)
  const { data: home } = useQuery(familyQuery(picture.family.id))
  const sharing = picture.services.filter(hasStandingYes)
  const leader = home?.seats.find(({ isLeader }) => isLeader)
  // The leader's own reading stands in the participation agreement, unless the lab is one of the services here.
  const leaderStops = leader !== undefined && sharing.some(({ partyId }) => partyId === leader.partyId)
  const after = leader === undefined ? null : leaderStops ? t('allPause') : t('allLeader', { name: leader.calledName })

  return (
    <StopDialog
      open={open}
      title={t('allAsk')}
      stop={stop}
      parties={sharing.map(({ partyId }) => partyId)}
      label={t('all')}
      done={t('doneAll')}
      nameOf={(party) => picture.services.find(({ partyId }) => partyId === party)?.name ?? ''}
      onClose={onClose}
    >
      {sharing.length === 0 ? (
        <p>{t('nothing')}</p>
      ) : (
        <>
          <p>{t('allText', { persons: inList(picture.persons.map(asYou)) })}</p>
          {after && <p>{after}</p>}
          {open && <AlreadyShared family={picture.family.id} parties={sharing.map(({ partyId }) => partyId)} />}
        </>
      )}
    </StopDialog>
  )
}
