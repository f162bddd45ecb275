import type { GuestRole } from '@velferdslab/core/table'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { arrive } from '../../meeting-api.ts'
import { NotSent } from '../../not-sent.tsx'
import { Button } from '../../ui/button.tsx'
import { ShortText } from '../../ui/text-field.tsx'
import { TickTile } from '../../ui/tick-tile.tsx'
import { guestRoles } from './lists.ts'
import { SeatDoor } from './seat-door.tsx'

/** Name, why, and the promise: nothing more is asked of a guest, and nothing more is kept. */
export function GuestDoor({ ticket, onAsked }: { ticket: string; onAsked: () => void }) {
  const { t } = useTranslation('meeting')
  const [name, setName] = useState('')
  const [role, setRole] = useState<GuestRole | null>(null)
  const [promise, setPromise] = useState(false)
  const [tooEarly, setTooEarly] = useState(false)
  const isReady = name.trim().length > 1 && role !== null && promise
  const asking = useMutation({
    mutationFn: (as: GuestRole) => arrive({ ticket, name: name.trim(), role: as, promise: true }),
    onSuccess: onAsked,
  })
  return (
    <>
      <form
        className="stack guest__form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTooEarly(!isReady)
          if (isReady && !asking.isPending) asking.mutate(role)
        }}
      >
        <div className="guest__hello">
          <p className="soft">{t('step', { step: 1 })}</p>
          <h1>{t('doorWelcome')}</h1>
          <p>{t('doorIntro')}</p>
        </div>
        <ShortText
          label={t('yourName')}
          wrong={tooEarly && name.trim().length < 2 ? t('nameMissing') : undefined}
          holds="own name"
          longest={80}
          value={name}
          onChange={setName}
        />
        <fieldset className="guest__roles">
          <legend>{t('why')}</legend>
          {guestRoles.map((each) => (
            <TickTile
              key={each}
              type="radio"
              name="role"
              value={each}
              checked={role === each}
              onChange={() => setRole(each)}
            >
              <span>{t(`role.${each}`)}</span>
            </TickTile>
          ))}
          {tooEarly && role === null && <span className="field__wrong">{t('whyMissing')}</span>}
        </fieldset>
        <fieldset className="guest__promise">
          <legend>{t('promise')}</legend>
          <p>{t('promiseText')}</p>
          <TickTile
            type="checkbox"
            name="promise"
            value="yes"
            checked={promise}
            onChange={(event) => setPromise(event.target.checked)}
          >
            <span>{t('promiseDo')}</span>
          </TickTile>
          {tooEarly && !promise && <span className="field__wrong">{t('promiseMissing')}</span>}
        </fieldset>
        <NotSent error={asking.error} />
        <Button
          type="submit"
          wide
          look={isReady ? 'primary' : 'waiting'}
          iconAfter="right"
          aria-busy={asking.isPending}
        >
          {t('askIn')}
        </Button>
        <p className="small soft">{t('kept')}</p>
      </form>
      <SeatDoor ticket={ticket} />
    </>
  )
}
