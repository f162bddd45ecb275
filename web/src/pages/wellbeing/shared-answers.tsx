import './wellbeing.css'
import { changeInScore, type Wellbeing, type WellbeingEntry } from '@velferdslab/core/wellbeing'
import { useTranslation } from 'react-i18next'
import { plainDay } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Face } from '../../ui/face.tsx'
import { EntryScale } from './entry-scale.tsx'
import { momentKey } from './moment-key.ts'

/** What members have let the one who leads read. Who has shared nothing is not mentioned, so that nobody is asked why. */
export function SharedAnswers({ wellbeing }: { wellbeing: Wellbeing }) {
  const { t } = useTranslation('wellbeing')
  const said = ({ answer }: WellbeingEntry) =>
    answer.kind === 'score'
      ? t('score', { score: answer.score })
      : answer.kind === 'rather_not'
        ? t('theyRatherNot')
        : t('saidNoNumber')
  return (
    <Card title={t('sharedTitle')}>
      {wellbeing.shared.length === 0 ? (
        <EmptyState icon="person" title={t('sharedNone')}>
          {t('sharedNoneText')}
        </EmptyState>
      ) : (
        <ul className="stack">
          {wellbeing.shared.map(({ person, entries }) => {
            const change = changeInScore(entries)
            return (
              <li key={person.id} className="stack">
                <h3 className="shared__who">
                  <Face initials={person.initials} mark={person.mark} small />
                  <bdi>{person.calledName}</bdi>
                </h3>
                {change && <p>{t('theirChange', change)}</p>}
                <ol className="entries">
                  {[...entries].reverse().map((entry) => (
                    <li key={entry.id} className="entry">
                      <p>
                        <span className="strong">{plainDay(entry.onDay, wellbeing.today)}</span>{' '}
                        <span className="small soft">{t(momentKey[entry.moment])}</span>
                      </p>
                      <p className="entry__said">
                        <EntryScale answer={entry.answer} />
                        <span>{said(entry)}</span>
                      </p>
                      {entry.words && <p dir="auto">«{entry.words}»</p>}
                    </li>
                  ))}
                </ol>
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}
