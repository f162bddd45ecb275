import type { FamilyId, SeatId } from '@velferdslab/core/ids'
import { isTelephone } from '@velferdslab/core/telephone'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bringTrusted } from '../../seat-api.ts'
import { newId } from '../../api.ts'
import { NotSent } from '../../not-sent.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ShortText } from '../../ui/text-field.tsx'
import { useStart } from './use-start.ts'

/** Somebody of the family's own choice: a first name and a number, and a message that tells nothing. */
export function BringTrusted({ familyId }: { familyId: FamilyId }) {
  const { t } = useTranslation('start')
  const [opened, setOpened] = useState(false)
  return (
    <Card title={t('trustedTitle')}>
      <div className="stack">
        <p>{t('trustedText')}</p>
        <div className="row">
          <Button look="second" icon="plus" onClick={() => setOpened(true)}>
            {t('trustedDo')}
          </Button>
        </div>
      </div>
      {opened && <Bring familyId={familyId} onClose={() => setOpened(false)} />}
    </Card>
  )
}

function Bring({ familyId, onClose }: { familyId: FamilyId; onClose: () => void }) {
  const { t } = useTranslation(['start', 'everywhere'])
  const seatId = useRef(newId<SeatId>())
  const [firstName, setFirstName] = useState('')
  const [telephone, setTelephone] = useState('')
  const [tooEarly, setTooEarly] = useState(false)
  const sending = useStart<{ seatId: SeatId; firstName: string; telephone: string }>(
    familyId,
    (input) => bringTrusted(familyId, input),
    onClose,
  )
  const noName = firstName.trim().length < 2
  const noNumber = !isTelephone(telephone)
  return (
    <Dialog open title={t('start:trustedTitle')} onClose={onClose} closeLabel={t('everywhere:close')}>
      <form
        className="stack start__form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTooEarly(noName || noNumber)
          if (noName || noNumber || sending.isPending) return
          sending.mutate({ seatId: seatId.current, firstName: firstName.trim(), telephone: telephone.trim() })
        }}
      >
        <ShortText
          label={t('start:trustedName')}
          wrong={tooEarly && noName ? t('start:trustedMissing') : undefined}
          longest={60}
          value={firstName}
          onChange={setFirstName}
        />
        <ShortText
          label={t('start:trustedPhone')}
          help={t('start:trustedHelp')}
          wrong={tooEarly && noNumber ? t('start:trustedPhoneWrong') : undefined}
          holds="telephone"
          longest={30}
          value={telephone}
          onChange={setTelephone}
        />
        <NotSent error={sending.error} />
        <div className="row">
          <Button type="submit" aria-busy={sending.isPending}>
            {t('start:trustedSend')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
