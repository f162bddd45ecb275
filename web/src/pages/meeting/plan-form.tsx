import type { FamilyId, MeetingId } from '@velferdslab/core/ids'
import type { Meeting } from '@velferdslab/core/meeting'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../api.ts'
import { useCommandId } from '../../command-id.ts'
import { meetingQuery, planMeeting, pressAt } from '../../meeting-api.ts'
import { NotSent } from '../../not-sent.tsx'
import { dayOf } from '../../texts/format.ts'
import { PrivacyAsk } from '../privacy/privacy-ask.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { DayField, LongText, ShortText } from '../../ui/text-field.tsx'

interface PlanFormProps {
  familyId: FamilyId
  today: string
  /** Planned already: another time or place. */
  meeting?: Meeting
  onClose?: () => void
}

/** When, where and what about. Everything but the time can stand empty. */
export function PlanForm({ familyId, today, meeting, onClose }: PlanFormProps) {
  const { t } = useTranslation('meeting')
  const queryClient = useQueryClient()
  const command = useCommandId()
  const [id] = useState(() => meeting?.id ?? newId<MeetingId>())
  const at = meeting?.plannedAt ? new Date(meeting.plannedAt) : null
  const [day, setDay] = useState(at ? dayOf(at) : '')
  const [clock, setClock] = useState(at ? localClock(at) : '')
  const [words, setWords] = useState(meeting?.words ?? { place: '', link: '', agenda: '' })
  const [tooEarly, setTooEarly] = useState(false)
  const isMissing = day === '' || clock === ''
  const saving = useMutation({
    mutationFn: () => {
      const input = { plannedAt: new Date(`${day}T${clock}`).toISOString(), words }
      const commandId = command.idFor(input)
      return meeting
        ? pressAt(familyId, id, 'change', { commandId, ...input })
        : planMeeting(familyId, { commandId, meetingId: id, ...input })
    },
    onSuccess: async () => {
      command.done()
      await queryClient.invalidateQueries({ queryKey: meetingQuery(familyId).queryKey })
      onClose?.()
    },
  })
  return (
    <Card title={meeting ? t('change') : t('plan')} className="meeting__card">
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTooEarly(isMissing)
          if (!isMissing && !saving.isPending) saving.mutate()
        }}
      >
        {!meeting && <p>{t('planText')}</p>}
        <div className="fields-row">
          <DayField
            label={t('day')}
            wrong={tooEarly && isMissing ? t('whenMissing') : undefined}
            min={today}
            value={day}
            onChange={setDay}
          />
          <Field label={t('clock')}>
            {(field) => (
              <input id={field} type="time" value={clock} onChange={(event) => setClock(event.target.value)} />
            )}
          </Field>
        </div>
        <ShortText
          label={t('place')}
          longest={200}
          value={words.place}
          onChange={(text) => setWords({ ...words, place: text })}
        />
        <ShortText
          label={t('linkLabel')}
          help={t('linkHelp')}
          holds="link"
          longest={500}
          value={words.link}
          onChange={(text) => setWords({ ...words, link: text.trim() })}
        />
        <LongText
          label={t('agenda')}

          longest={2000}
          value={words.agenda}
          onChange={(agenda) => setWords({ ...words, agenda })}
        >
          <PrivacyAsk text={words.agenda} />
        </LongText>
        <NotSent error={saving.error} />
        <div className="row">
          <Button type="submit" icon="calendar" aria-busy={saving.isPending}>
            {meeting ? t('saveChange') : t('save')}
          </Button>
          {onClose && (
            <Button look="quiet" onClick={onClose}>
              {t('neverMind')}
            </Button>
          )}
        </div>
      </form>
    </Card>
  )
}

function localClock(at: Date): string {
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
}
