import type { CalendarDay } from '@velferdslab/core/dates'
import type { LineWords, PlanVersion } from '@velferdslab/core/signing'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { inList, longDay } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'
import { factsOf, textOf } from './line-facts.ts'

/** The whole of what one signs, in the order of the paper; what is empty says so. */
export function PlanLines({ version, today }: { version: PlanVersion; today: CalendarDay }) {
  const { t } = useTranslation('signing')
  const { head } = version
  const lines = version.lines.map((line) => line.words)
  const of = <Kind extends LineWords['kind']>(kind: Kind) =>
    lines.filter((line): line is Extract<LineWords, { kind: Kind }> => line.kind === kind)
  const [voices, goals, measures] = [of('voice'), of('goal'), of('measure')]
  const seen = new Set<string>(goals.map((goal) => goal.id))
  const loose = measures.filter((measure) => measure.goalId === null || !seen.has(measure.goalId))
  const list = (some: readonly LineWords[]) => <Lines lines={some} today={today} />
  const day = (on: CalendarDay) => longDay(on, today)
  const last = measures
    .map((measure) => measure.monthly?.to ?? measure.due)
    .sort()
    .at(-1)
  const from = day(head.madeOn)
  return (
    <div className="plan-lines">
      <Card>
        <dl className="plan-lines__facts">
          <Fact term={t('people')}>{inList(head.members)}</Fact>
          <Fact term={t('leader')}>{head.leader ?? t('noLeader')}</Fact>
          <Fact term={t('table')}>
            {head.table.length === 0 ? t('nobody') : inList(head.table.map((seat) => t('nameOf', seat)))}
          </Fact>
          <Fact term={t('period')}>
            {last && last > head.madeOn ? t('fromTo', { from, to: day(last) }) : t('from', { from })}
          </Fact>
          <Fact term={t('again')}>{head.evaluateOn ? day(head.evaluateOn) : t('notSet')}</Fact>
        </dl>
      </Card>
      {(['good_at', 'dream_of', 'difficult'] as const).map((which) => (
        <Card key={which} title={t(which === 'good_at' ? 'goodAt' : which === 'dream_of' ? 'dreamOf' : 'difficult')}>
          {list(voices.filter((voice) => voice.of === which))}
        </Card>
      ))}
      {(['short', 'long'] as const).map((term) => (
        <Card key={term} title={t(term)}>
          {goals
            .filter((goal) => goal.term === term)
            .map((goal) => (
              <div key={goal.id} className="plan-lines__goal">
                <h3>
                  <bdi>{goal.text}</bdi>
                </h3>
                <p className="small soft">{factsOf(goal, today).join(' · ')}</p>
                {measures.some((measure) => measure.goalId === goal.id) &&
                  list(measures.filter((measure) => measure.goalId === goal.id))}
              </div>
            ))}
          {!goals.some((goal) => goal.term === term) && <p className="soft">{t('empty')}</p>}
        </Card>
      ))}
      {loose.length > 0 && <Card title={t('also')}>{list(loose)}</Card>}
      <Card title={t('decided')}>{list(of('decision'))}</Card>
      <Card title={t('waiting')} flat>
        {of('waiting').length === 0 ? (
          <p className="soft">{t('waitingNone')}</p>
        ) : (
          <>
            <p className="small soft">{t('waitingNote')}</p>
            {list(of('waiting'))}
          </>
        )}
      </Card>
    </div>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </div>
  )
}

export function Lines({ lines, today }: { lines: readonly LineWords[]; today: CalendarDay }) {
  const { t } = useTranslation('signing')
  if (lines.length === 0) return <p className="soft">{t('empty')}</p>
  return (
    <ul className="plan-lines__list">
      {lines.map((line) => (
        <li key={line.id}>
          <p>
            <bdi>{textOf(line)}</bdi>
          </p>
          <p className="small soft">{factsOf(line, today).join(' · ')}</p>
        </li>
      ))}
    </ul>
  )
}
