import type { ConsentPicture } from '@velferdslab/core/consent'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { atStart } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { AlreadyShared } from '../share/already-shared.tsx'
import { hasStandingYes, type Service } from './consent-words.ts'
import { StopDialog } from './stop-dialog.tsx'
import { useStop } from './use-stop.ts'

/** "Stopp NAV": everything I have said yes to for this service. */
export function StopOne({
  picture,
  service,
  small = false,
}: {
  picture: ConsentPicture
  service: Service
  small?: boolean
}) {
  const { t } = useTranslation('stop')
  const [asking, setAsking] = useState(false)
  const stop = useStop(picture)
  const label = t('service', { service: service.inSentence })
  // Once stopped there is nothing to press, but the answer stays until it is read.
  if (!hasStandingYes(service) && !asking) return null
  return (
    <>
      {small ? (
        <button type="button" className="link-button link-button--stop small" onClick={() => setAsking(true)}>
          {label}
        </button>
      ) : (
        <Button look="stop" icon="stop" onClick={() => setAsking(true)}>
          {label}
        </Button>
      )}
      <StopDialog
        open={asking}
        title={t('serviceAsk', { service: service.inSentence })}
        stop={stop}
        parties={[service.partyId]}
        label={label}
        done={t('doneService', { service: service.inSentence })}
        nameOf={() => service.name}
        onClose={() => setAsking(false)}
      >
        <p>{t('consequence', { service: service.inSentence, Service: atStart(service.inSentence) })}</p>
        {asking && <AlreadyShared family={picture.family.id} parties={[service.partyId]} />}
      </StopDialog>
    </>
  )
}
