import { fewestReportLetters, longestReport, type Reporting } from '@velferdslab/core/report'
import type { PartyId, PersonId, ReportId } from '@velferdslab/core/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../api.ts'
import { byLawQuery, sendReport } from '../../law-api.ts'
import { NotSent } from '../../not-sent.tsx'
import { inList } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Picks } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { LongText } from '../../ui/text-field.tsx'
import { TickTile } from '../../ui/tick-tile.tsx'
import { toggled } from '../../ui/toggled.ts'
import { RuleTiles } from './rule-tiles.tsx'
import { useLaw } from './use-law.ts'

/** A report by law: what was seen, about whom, to whom, and whether the family knows. Nothing is chosen beforehand. */
export function ReportForm({
  reporting,
  kind,
  onSent,
}: {
  reporting: Reporting
  kind: 'report' | 'avert'
  onSent: (said: string) => void
}) {
  const { t } = useTranslation('law')
  const rules = kind === 'report' ? reporting.reports : reporting.averts
  const [reportId] = useState(() => newId<ReportId>())
  const [rule, setRule] = useState<string | null>(null)
  const [children, setChildren] = useState<readonly PersonId[]>([])
  const [to, setTo] = useState<PartyId | null>(
    reporting.receivers.length === 1 ? (reporting.receivers[0]?.partyId ?? null) : null,
  )
  const [seen, setSeen] = useState('')
  const [knows, setKnows] = useState<'told' | 'not-told' | null>(null)
  const [why, setWhy] = useState('')
  const [early, setEarly] = useState(false)
  const receiver = reporting.receivers.find(({ partyId }) => partyId === to)
  const from = reporting.mine[0]?.partyId
  const isShort = (words: string) => words.trim().length < fewestReportLetters
  const lacks = [
    rule === null && t('missingRule'),
    kind === 'report' && children.length === 0 && t('missingChild'),
    !receiver && t('missingTo'),
    isShort(seen) && t('missingSeen'),
    knows === null && t('missingFamily'),
    knows === 'not-told' && isShort(why) && t('missingWhyNot'),
  ].filter((each) => each !== false)
  const sending = useLaw(
    byLawQuery.queryKey,
    (input: Omit<Parameters<typeof sendReport>[1], 'commandId'>, commandId) =>
      sendReport(reporting.family.id, { ...input, commandId }),
    () => onSent(t('sent', { service: receiver?.inSentence ?? '' })),
  )
  const submit = (event: React.SubmitEvent) => {
    event.preventDefault()
    setEarly(lacks.length > 0)
    if (lacks.length > 0 || sending.isPending || rule === null || !receiver || !from) return
    const family = knows === 'not-told' ? { is: 'not-told' as const, why: why.trim() } : { is: 'told' as const }
    sending.mutate({
      reportId,
      rule,
      partyId: from,
      toPartyId: receiver.partyId,
      children: [...children],
      seen: seen.trim(),
      family,
    })
  }
  const toggle = (child: PersonId) => setChildren(toggled(children, child))
  const ageOf = (age: number | null) => (age === 0 ? t('baby') : t('years', { count: age ?? 0 }))
  return (
    <form className="law__form" onSubmit={submit} noValidate>
      <p>{t(kind === 'report' ? 'reportDuty' : 'avertDuty')}</p>
      <Notice icon="bell" look="need">
        {t('acuteNow')}
      </Notice>
      <RuleTiles rules={rules} chosen={rule} onChoose={setRule} />
      <fieldset>
        <legend>{t('whichChild')}</legend>
        <div className="law__tiles">
          {reporting.children.map((child) => (
            <TickTile
              key={child.id}
              type="checkbox"
              name="child"
              value={child.id}
              checked={children.includes(child.id)}
              onChange={() => toggle(child.id)}
            >
              {child.age === null ? child.name : t('childAge', { name: child.name, age: ageOf(child.age) })}
            </TickTile>
          ))}
        </div>
      </fieldset>
      {reporting.receivers.length > 1 && (
        <Picks
          legend={t('to')}
          options={reporting.receivers.map(({ partyId, service, names }) => ({
            value: partyId,
            label: t('toOne', { service, names: inList(names) }),
          }))}
          chosen={to}
          onChoose={setTo}
        />
      )}
      {receiver && (
        <Notice icon="lock">
          {t('whoSees', { names: `${inList(receiver.names)} (${receiver.inSentence})` })} {t('whoSeesNot')}
        </Notice>
      )}
      <LongText label={t('seen')} help={t('seenHelp')} longest={longestReport} value={seen} onChange={setSeen} />
      <p>{t('tellFirst')}</p>
      <Picks
        legend={t('familyKnows')}
        options={[
          { value: 'told', label: t('familyTold') },
          { value: 'not-told', label: t('familyNotTold') },
        ]}
        chosen={knows}
        onChoose={setKnows}
      />
      {knows === 'not-told' && <LongText label={t('whyNot')} brief value={why} onChange={setWhy} />}
      {early && lacks.length > 0 && (
        <Notice icon="bell" look="need" role="alert">
          {t('missing', { what: inList(lacks) })}
        </Notice>
      )}
      <NotSent error={sending.error} />
      <div className="row">
        <Button type="submit" aria-busy={sending.isPending}>
          {t('send')}
        </Button>
      </div>
    </form>
  )
}
