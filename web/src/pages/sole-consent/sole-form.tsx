import { addDays, type CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId, PersonId, SoleConsentId } from '@velferdslab/core/ids'
import type { SoleConsents } from '@velferdslab/core/sole-consent'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../api.ts'
import { NotSent } from '../../not-sent.tsx'
import { recordSoleConsent } from '../../sole-consent-api.ts'
import { shownLanguage } from '../../texts/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { DayField, LongText } from '../../ui/text-field.tsx'
import { useStart } from '../start/use-start.ts'

const nothing = { child: '', without: '', ground: '', documentOn: '', until: '', reason: '' }
/** As in core/src/commands/sole-consent.ts. */
const shortestReason = 20

interface SoleFormProps {
  familyId: FamilyId
  form: NonNullable<SoleConsents['form']>
  today: CalendarDay
}

/** Nothing is chosen beforehand: which child, whom we do not wait for, on which ground, its day, until when, and why. */
export function SoleForm({ familyId, form, today }: SoleFormProps) {
  const { t } = useTranslation('soleConsent')
  const [said, setSaid] = useState(nothing)
  const [id, setId] = useState(() => newId<SoleConsentId>())
  const [told, setTold] = useState<'gaps' | 'sent' | null>(null)
  const child = form.children.find((each) => each.id === said.child)
  const ground = form.grounds.find(({ code }) => code === said.ground)
  const change = (part: Partial<typeof nothing>) => {
    setTold(null)
    setSaid((before) => ({ ...before, ...part }))
  }
  const recording = useStart<Omit<Parameters<typeof recordSoleConsent>[1], 'commandId'>>(
    familyId,
    (input) => recordSoleConsent(familyId, input),
    () => {
      setSaid(nothing)
      setId(newId<SoleConsentId>())
      setTold('sent')
    },
  )
  const ready = Object.values(said).every(Boolean) && said.reason.trim().length >= shortestReason
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (recording.isPending) return
    if (!ready) {
      setTold('gaps')
      return
    }
    recording.mutate({
      soleConsentId: id,
      personId: said.child as PersonId,
      withoutId: said.without as PersonId,
      ground: said.ground,
      documentOn: said.documentOn as CalendarDay,
      until: said.until as CalendarDay,
      reason: said.reason,
    })
  }
  const people = (list: readonly { id: string; calledName: string }[]) => [
    { value: '', label: t('choose') },
    ...list.map((each) => ({ value: each.id, label: each.calledName })),
  ]
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Field label={t('child')}>
        {(field) => (
          <Select
            id={field}
            value={said.child}
            options={people(form.children)}
            onChoose={(chosen) => change({ child: chosen, without: '' })}
          />
        )}
      </Field>
      {child && (
        <Field label={t('without')}>
          {(field) => (
            <Select
              id={field}
              value={said.without}
              options={people(child.parents)}
              onChoose={(without) => change({ without })}
            />
          )}
        </Field>
      )}
      <Field
        label={t('ground')}
        help={
          ground && t('groundLaw', { statute: ground.statute, paragraph: ground.paragraph, count: ground.longestDays })
        }
      >
        {(field, describedBy) => (
          <Select
            id={field}
            describedBy={describedBy}
            value={said.ground}
            options={[
              { value: '', label: t('choose') },
              ...form.grounds.map(({ code, title }) => ({ value: code, label: title[shownLanguage()] })),
            ]}
            onChoose={(chosen) => change({ ground: chosen })}
          />
        )}
      </Field>
      <DayField
        label={t('documentOn')}
        max={today}
        value={said.documentOn}
        onChange={(documentOn) => change({ documentOn })}
      />
      <DayField
        label={t('until')}
        min={today}
        max={ground && addDays(today, ground.longestDays)}
        value={said.until}
        onChange={(until) => change({ until })}
      />
      <LongText
        label={t('reason')}
        help={t('reasonHelp')}
        value={said.reason}
        onChange={(reason) => change({ reason })}
      />
      <div role="status">
        {told && (
          <Notice icon={told === 'gaps' ? 'bell' : 'check'} look={told === 'gaps' ? 'need' : 'calm'}>
            {t(told)}
          </Notice>
        )}
      </div>
      <NotSent error={recording.error} />
      <div className="row">
        <Button type="submit" icon="pen" look={ready ? 'primary' : 'waiting'} aria-busy={recording.isPending}>
          {t('send')}
        </Button>
      </div>
    </form>
  )
}
