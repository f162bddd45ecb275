import type { CalendarDay } from '@velferdslab/core/dates'
import type { SpokenLanguage } from '@velferdslab/core/referral'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommandId } from '../../command-id.ts'
import { NotSent } from '../../not-sent.tsx'
import { sendSelfReferral } from '../../self-referral-api.ts'
import { inList } from '../../texts/format.ts'
import { languageName } from '../../texts/languages.ts'
import { Button } from '../../ui/button.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { DayField, LongText, ShortText } from '../../ui/text-field.tsx'
import { PrivacyQuestion } from '../privacy/privacy-ask.tsx'

interface Sheet {
  name: string
  born: string
  contact: string
  language: SpokenLanguage
  hopes: string
}
const empty: Sheet = { name: '', born: '', contact: '', language: 'nb', hopes: '' }
const languages = Object.entries(languageName).map(([value, label]) => ({
  value: value as SpokenLanguage,
  label,
  lang: value,
}))

type Gap = 'missingName' | 'missingBorn' | 'missingContact' | 'missingHopes'
function gapsOf({ name, born, contact, hopes }: Sheet): Gap[] {
  const gaps: Record<Gap, boolean> = {
    missingName: name.trim().length < 2,
    missingBorn: born === '',
    missingContact: contact.trim().length < 3,
    missingHopes: hopes.trim() === '',
  }
  return (Object.keys(gaps) as Gap[]).filter((gap) => gaps[gap])
}

/** The five fields. Pressing too early says what is missing and keeps what is there. */
export function SelfForm({ onSent }: { onSent: (code: string) => void }) {
  const { t } = useTranslation('selfReferral')
  const command = useCommandId()
  const [sheet, setSheet] = useState(empty)
  const [tooEarly, setTooEarly] = useState(false)
  const box = useRef<HTMLFormElement>(null)
  const gaps = gapsOf(sheet)
  const change = (patch: Partial<Sheet>) => setSheet((before) => ({ ...before, ...patch }))
  const sending = useMutation({
    mutationFn: () =>
      sendSelfReferral({
        commandId: command.idFor(sheet),
        name: sheet.name.trim(),
        born: sheet.born as CalendarDay,
        contact: sheet.contact.trim(),
        language: sheet.language,
        hopes: sheet.hopes.trim(),
      }),
    onSuccess: ({ code }) => {
      command.done()
      setSheet(empty)
      onSent(code)
    },
  })
  const submit = (event: React.SubmitEvent) => {
    event.preventDefault()
    if (sending.isPending) return
    setTooEarly(gaps.length > 0)
    if (gaps.length === 0) sending.mutate()
    else box.current?.querySelector<HTMLElement>(`[data-gap='${gaps[0]}'] :is(input, textarea)`)?.focus()
  }
  return (
    <form ref={box} className="self__form" noValidate onSubmit={submit}>
      <div className="self__lead">
        <h1>{t('heading')}</h1>
        <p>{t('lead')}</p>
        <p className="soft">{t('who')}</p>
      </div>
      <div data-gap="missingName">
        <ShortText label={t('name')} holds="own name" value={sheet.name} onChange={(text) => change({ name: text })} />
      </div>
      <div data-gap="missingBorn">
        <DayField label={t('born')} help={t('bornHelp')} value={sheet.born} onChange={(day) => change({ born: day })} />
      </div>
      <div data-gap="missingContact">
        <ShortText
          label={t('contact')}
          help={t('contactHelp')}
          longest={200}
          value={sheet.contact}
          onChange={(text) => change({ contact: text })}
        />
      </div>
      <Field label={t('language')}>
        {(id) => (
          <Select id={id} value={sheet.language} options={languages} onChoose={(language) => change({ language })} />
        )}
      </Field>
      <div data-gap="missingHopes">
        <LongText
          label={t('hopes')}
          help={t('hopesHelp')}
          longest={2000}
          value={sheet.hopes}
          onChange={(words) => change({ hopes: words })}
        >
          <PrivacyQuestion text={sheet.hopes} />
        </LongText>
      </div>
      <NotSent error={sending.error} />
      <p role="status" className="self__status field__wrong">
        {tooEarly && gaps.length > 0 ? t('missing', { what: inList(gaps.map((gap) => t(gap))) }) : ''}
      </p>
      <Button
        type="submit"
        wide
        look={gaps.length === 0 ? 'primary' : 'waiting'}
        iconAfter="right"
        aria-busy={sending.isPending}
      >
        {t('send')}
      </Button>
    </form>
  )
}
