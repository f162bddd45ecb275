import type { CalendarDay } from '@velferdslab/core/dates'
import type { PersonId } from '@velferdslab/core/ids'
import { fewestReportLetters, longestReport, type Report } from '@velferdslab/core/report'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { byLawQuery, receiveReport, tellReport } from '../../law-api.ts'
import { NotSent } from '../../not-sent.tsx'
import { dayAndClock, inList, plainDay } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Picks } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { LongText } from '../../ui/text-field.tsx'
import { ruleName, ruleTitle } from './rule-words.ts'
import { useLaw } from './use-law.ts'

/** A report as its author and its receivers see it; the receiver takes it on, and either of them tells somebody at home. */
export function ReportItem({ report, today }: { report: Report; today: CalendarDay }) {
  const { t } = useTranslation('law')
  const [tells, setTells] = useState(false)
  const receiving = useLaw(byLawQuery.queryKey, (_: null, commandId) => receiveReport(report.id, { commandId }))
  const told = report.members.filter(({ isTold }) => isTold).map(({ name }) => name)
  const when = dayAndClock(report.sentAt, today)
  // A birth day always says its year.
  const year0 = '0001-01-01' as CalendarDay
  const children = report.children.map(({ name, born }) => t('bornOn', { name, day: plainDay(born, year0) }))
  return (
    <li>
      <h3>
        {children.length > 0
          ? t('reportAbout', { names: inList(children) })
          : t('reportAboutFamily', { family: report.family })}
      </h3>
      <p>
        {ruleTitle(report.rule)} ({ruleName(report.rule)})
      </p>
      <p className="small soft">
        {report.mayReceive ? t('reportFrom', { ...report.from, when }) : t('reportTo', { service: report.to, when })}
      </p>
      <p className="law__words" dir="auto">
        {report.words.seen}
      </p>
      <p>{t(report.words.family === 'told' ? 'familyWasTold' : 'familyWasNotTold')}</p>
      {report.words.why !== '' && (
        <>
          <p className="small strong">{t('whyWaited')}</p>
          <p className="law__words" dir="auto">
            {report.words.why}
          </p>
        </>
      )}
      <Tag look={report.receivedAt ? 'ok' : 'need'} icon={report.receivedAt ? 'check' : 'clock'}>
        {report.receivedAt
          ? t('received', { name: report.receivedBy ?? '', when: dayAndClock(report.receivedAt, today) })
          : t('notReceived')}
      </Tag>
      {told.length > 0 && <p>{t('toldTo', { names: inList(told) })}</p>}
      <NotSent error={receiving.error} />
      {tells ? (
        <TellForm report={report} onClose={() => setTells(false)} />
      ) : (
        <div className="row">
          {report.mayReceive && !report.receivedAt && (
            <Button icon="check" aria-busy={receiving.isPending} onClick={() => receiving.mutate(null)}>
              {t('receive')}
            </Button>
          )}
          {told.length < report.members.length && (
            <Button look="second" onClick={() => setTells(true)}>
              {t('tellOpen')}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

function TellForm({ report, onClose }: { report: Report; onClose: () => void }) {
  const { t } = useTranslation('law')
  const [who, setWho] = useState<PersonId | null>(null)
  const [words, setWords] = useState('')
  const [early, setEarly] = useState(false)
  const telling = useLaw(
    byLawQuery.queryKey,
    (input: { personId: PersonId; words: string }, commandId) => tellReport(report.id, { ...input, commandId }),
    onClose,
  )
  const submit = (event: React.SubmitEvent) => {
    event.preventDefault()
    const missing = who === null || words.trim().length < fewestReportLetters
    setEarly(missing)
    if (!missing && !telling.isPending) telling.mutate({ personId: who, words: words.trim() })
  }
  return (
    <form className="law__form law__tell" onSubmit={submit} noValidate>
      <Picks
        legend={t('tellWho')}
        options={report.members.filter(({ isTold }) => !isTold).map(({ id, name }) => ({ value: id, label: name }))}
        chosen={who}
        onChoose={setWho}
      />
      <LongText
        label={t('tellWords')}
        help={t('tellWordsHelp')}
        longest={longestReport}
        value={words}
        onChange={setWords}
      />
      {early && (
        <Notice icon="bell" look="need" role="alert">
          {t('tellMissing')}
        </Notice>
      )}
      <NotSent error={telling.error} />
      <div className="row">
        <Button type="submit" aria-busy={telling.isPending}>
          {t('tellSend')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('tellCancel')}
        </Button>
      </div>
    </form>
  )
}
