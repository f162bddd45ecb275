import type { ReferralId } from '@velferdslab/core/ids'
import { isTelephone } from '@velferdslab/core/telephone'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sendReferral, sentByMeQuery } from '../../door-api.ts'
import { newId } from '../../api.ts'
import { useCommandId } from '../../command-id.ts'
import { NotSent } from '../../not-sent.tsx'
import { inList } from '../../texts/format.ts'
import { languageName } from '../../texts/languages.ts'
import { Button } from '../../ui/button.tsx'
import { Field, Picks, Select } from '../../ui/field.tsx'
import { DayField, LongText, ShortText } from '../../ui/text-field.tsx'
import { gapsOf, needsContact, referralOf, type FormProps, type ReferralForm } from './referral-form.ts'

const languages = Object.entries(languageName).map(([value, label]) => ({
  value: value as ReferralForm['language'],
  label,
  lang: value,
}))

/** The referral itself, filled in by the two who sit together. Pressing too early says what is missing and keeps what is there. */
export function SendReferral({ form, change, party, onSent }: FormProps) {
  const { t } = useTranslation('referral')
  const queryClient = useQueryClient()
  const command = useCommandId()
  const [referralId] = useState(() => newId<ReferralId>())
  const [tooEarly, setTooEarly] = useState(false)
  const box = useRef<HTMLFormElement>(null)
  const gaps = gapsOf(form)
  const phoneWrong = form.reach === 'sms' && form.contact.trim() !== '' && !isTelephone(form.contact)

  const sending = useMutation({
    mutationFn: () => {
      const commandId = command.idFor(form)
      return sendReferral(referralOf(form, { commandId, referralId }, party))
    },
    onSuccess: async () => {
      command.done()
      await queryClient.invalidateQueries({ queryKey: sentByMeQuery.queryKey })
      onSent()
    },
  })
  const submit = (event: React.SubmitEvent) => {
    event.preventDefault()
    if (sending.isPending) return
    const early = gaps.length > 0 || phoneWrong
    setTooEarly(early)
    if (early)
      box.current
        ?.querySelector<HTMLElement>(`[data-gap~='${gaps[0] ?? 'missingContact'}'] :is(input, textarea)`)
        ?.focus()
    else sending.mutate()
  }
  const status =
    tooEarly && gaps.length > 0
      ? t('missing', { what: inList(gaps.map((gap) => t(gap))) })
      : phoneWrong
        ? t('phoneWrong')
        : ''
  return (
    <form ref={box} className="refer__form" onSubmit={submit} noValidate>
      <div data-gap="missingYesHow" className="refer__pair">
        <Picks
          legend={t('yesHow')}
          options={(['spoken', 'written'] as const).map((value) => ({ value, label: t(value) }))}
          chosen={form.how}
          onChoose={(how) => change({ how })}
        />
        <div data-gap="missingYesOn">
          <DayField label={t('yesOn')} value={form.on} onChange={(day) => change({ on: day })} />
        </div>
      </div>

      <h2>{t('whoTitle')}</h2>
      <div data-gap="missingName">
        <ShortText
          label={t('name')}
          help={t('nameHelp')}
          value={form.name}
          onChange={(text) => change({ name: text })}
        />
      </div>
      <div data-gap="missingBorn">
        <DayField label={t('born')} help={t('bornHelp')} value={form.born} onChange={(day) => change({ born: day })} />
      </div>
      <div data-gap="missingRelation">
        <Picks
          legend={t('relation')}
          options={(['mother', 'father', 'grandmother', 'grandfather', 'partner', 'self'] as const).map((value) => ({
            value,
            label: t(value),
          }))}
          chosen={form.relation}
          onChoose={(relation) => change({ relation })}
        />
      </div>
      <Field label={t('language')}>
        {(id) => (
          <Select id={id} value={form.language} options={languages} onChoose={(language) => change({ language })} />
        )}
      </Field>

      <h2>{t('hopesTitle')}</h2>
      <div data-gap="missingHopes">
        <LongText
          label={t('hopes')}
          help={t('hopesHelp')}
          longest={2000}
          value={form.hopes}
          onChange={(words) => change({ hopes: words })}
        />
      </div>

      <h2>{t('reachTitle')}</h2>
      <div data-gap="missingReach">
        <Picks
          legend={t('reach')}
          options={(['sms', 'call', 'letter', 'sender'] as const).map((value) => ({ value, label: t(value) }))}
          chosen={form.reach}
          onChoose={(reach) => change({ reach })}
        />
      </div>
      {needsContact(form.reach) && (
        <div data-gap="missingContact">
          <ShortText
            label={form.reach === 'letter' ? t('contactAddress') : t('contactPhone')}
            help={form.reach === 'sms' ? t('smsHelp') : undefined}
            wrong={tooEarly && phoneWrong ? t('phoneWrong') : undefined}
            holds={form.reach === 'letter' ? 'words' : 'telephone'}
            value={form.contact}
            onChange={(text) => change({ contact: text })}
          />
        </div>
      )}
      <NotSent error={sending.error} />
      <p role="status" className="refer__status">
        {tooEarly ? status : ''}
      </p>
      <Button type="submit" look={gaps.length === 0 ? 'primary' : 'waiting'} aria-busy={sending.isPending}>
        {t('send')}
      </Button>
    </form>
  )
}
