import type { DecisionCard } from '@velferdslab/core/decision'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { PersonId } from '@velferdslab/core/ids'
import type { ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { clockTime, dayAndClock, dayOf, longDay } from '../../texts/format.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'

interface SaidProps {
  card: DecisionCard
  nameOf: (id: PersonId) => string
  today: CalendarDay
}

const lackKeys = {
  yes: 'lacksYes',
  no: 'lacksNo',
  think: 'lacksThink',
  witness: 'lacksWitness',
  child_view: 'lacksView',
  nobody: 'lacksNobody',
} as const

/** Who has said what, and what is missing: each a line with its own icon. Silence stands as missing, never as a yes. */
export function Said({ card, nameOf, today }: SaidProps) {
  const { t } = useTranslation('deciding')
  const when = (at: string) => (dayOf(at) === today ? clockTime(at) : dayAndClock(at, today))
  const day = (on: CalendarDay | null) => (on ? longDay(on, today) : '')
  // What is said already in an answer needs no second line.
  const missing = card.missing.filter(
    (lack) =>
      !card.answers.some(
        (said) =>
          said.personId === lack.personId &&
          ((lack.what === 'think' && said.answer === 'think') ||
            (lack.what === 'no' && said.answer === 'no') ||
            (lack.what === 'witness' && !said.counts)),
      ),
  )
  return (
    <ul className="said">
      {card.answers.map((said) => {
        const own = said.personId === said.giverId
        const values = {
          name: nameOf(said.giverId),
          child: nameOf(said.personId),
          when: when(said.at),
          day: day(said.until),
          how: t(`how_${said.how}`, { name: nameOf(said.recordedBy) }),
        }
        const key = said.answer === 'yes' ? 'saidYes' : said.answer === 'no' ? 'saidNo' : 'saidThink'
        return (
          <Line key={said.id} icon={said.answer === 'yes' ? 'check' : said.answer === 'no' ? 'close' : 'think'}>
            <Trans t={t} i18nKey={own ? key : `${key}For`} values={values as never} components={{ b: <b /> }} />
            {said.answer === 'yes' && !said.counts && <span className="small soft"> {t('notCounting')}</span>}
          </Line>
        )
      })}
      {card.childViews.map((view) => (
        <Line key={`${view.personId} ${view.at}`} icon="chat">
          <Trans
            t={t}
            i18nKey={`view_${view.view}`}
            values={{ name: nameOf(view.personId) }}
            components={{ b: <b /> }}
          />
        </Line>
      ))}
      {missing.map((lack) => (
        <Line key={`${lack.personId} ${lack.what}`} icon="clock" waits>
          <Trans
            t={t}
            i18nKey={lack.what === 'yes' && lack.allHolders ? 'lacksHolders' : lackKeys[lack.what]}
            values={{ name: nameOf(lack.personId), day: day(lack.until) } as never}
            components={{ b: <b /> }}
          />
        </Line>
      ))}
    </ul>
  )
}

function Line({ icon, waits = false, children }: { icon: IconName; waits?: boolean; children: ReactNode }) {
  return (
    <li className={waits ? 'said__waits' : undefined}>
      <Icon name={icon} small />
      <span>{children}</span>
    </li>
  )
}
