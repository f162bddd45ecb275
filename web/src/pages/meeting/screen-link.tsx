import type { FamilyId, MeetingId } from '@velferdslab/core/ids'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { newId } from '../../api.ts'
import { pressAt } from '../../meeting-api.ts'
import { NotSent } from '../../not-sent.tsx'
import { Button, ButtonAnchor } from '../../ui/button.tsx'

/** The large screen of the room: a link that lives two minutes, for this machine or another. */
export function ScreenLink({ familyId, meeting }: { familyId: FamilyId; meeting: MeetingId }) {
  const { t } = useTranslation('meeting')
  const making = useMutation({ mutationFn: () => pressAt(familyId, meeting, 'screen', { commandId: newId() }) })
  const address = making.data?.address
  return (
    <div className="stack">
      <h3>{t('screenTitle')}</h3>
      <p className="small">{t('screenText')}</p>
      <NotSent error={making.error} />
      {address ? (
        <>
          <div className="row">
            <ButtonAnchor look="second" icon="screen" href={address} target="_blank" rel="noopener">
              {t('screenHere')}
            </ButtonAnchor>
          </div>
          <p className="small soft">{t('screenThere')}</p>
          <p className="screen-link" dir="ltr">
            <bdi>{address}</bdi>
          </p>
        </>
      ) : (
        <div className="row">
          <Button look="second" icon="screen" aria-busy={making.isPending} onClick={() => making.mutate()}>
            {t('screenDo')}
          </Button>
        </div>
      )}
    </div>
  )
}
