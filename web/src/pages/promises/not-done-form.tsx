import './promises.css'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { NotDoneReason } from '@velferdslab/core/promise'
import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Picks } from '../../ui/field.tsx'
import { DayField, LongText } from '../../ui/text-field.tsx'

const reasons: readonly NotDoneReason[] = ['waiting', 'no_room', 'no_time', 'other']

interface Because {
  reason: NotDoneReason | null
  words: { text: string } | null
  newDue: CalendarDay | null
}

/** Not done because: a reason, own words, a new day. Without a reason the server says what is missing. */
export function NotDoneForm(props: { busy: boolean; onSend: (because: Because) => void; onCancel: () => void }) {
  const { t } = useTranslation('promises')
  const [reason, setReason] = useState<NotDoneReason | null>(null)
  const [words, setWords] = useState('')
  const [day, setDay] = useState('')
  const send = (event: SyntheticEvent) => {
    event.preventDefault()
    const text = words.trim()
    props.onSend({ reason, words: text === '' ? null : { text }, newDue: day === '' ? null : (day as CalendarDay) })
  }
  return (
    <form className="because" onSubmit={send}>
      <Picks
        legend={t('because')}
        options={reasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        chosen={reason}
        onChoose={setReason}
      />
      <div className="because__two">
        <LongText label={t('words')} brief value={words} onChange={setWords} />
        <DayField label={t('newDayLabel')} value={day} onChange={setDay} />
      </div>
      <p className="small soft">{t('readers')}</p>
      <div className="row">
        <Button type="submit" aria-busy={props.busy}>
          {t('send')}
        </Button>
        <Button look="quiet" type="button" onClick={props.onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
