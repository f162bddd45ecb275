import { differences, lineOf, type Journey, type JourneySubject, type Placement } from '@velferdslab/core/journey'
import { useTranslation } from 'react-i18next'
import { plainDay } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { answerWords, authorOf, subjectIcon, type Reader } from './journey-words.ts'
import { Situation } from './situation.tsx'

/** Where the whole is now in both views, each with its reason: nobody works one out of the other, or out of the six. */
export function BothViewsCard({ journey, reader }: { journey: Journey; reader: Reader }) {
  const { t } = useTranslation('journey')
  const family = lineOf(journey.placements, { subject: 'whole', view: 'family' }).now
  const team = lineOf(journey.placements, { subject: 'whole', view: 'team' }).now
  if (!family && !team) return null
  return (
    <Card title={t('bothTitle')}>
      <div className="views">
        <OneView title={t(familySays[reader])} row={family} journey={journey} />
        <OneView title={t('teamThinks')} row={team} journey={journey} />
      </div>
    </Card>
  )
}

/** Domains that the two place differently now. Both answers stand. */
export function DifferencesCard({ journey, reader }: { journey: Journey; reader: Reader }) {
  const { t } = useTranslation('journey')
  const found = differences(journey.placements)
  if (found.length === 0) return null
  return (
    <Card title={t('differTitle')}>
      <div className="stack">
        {found.map(({ subject, family, team }) => (
          <div key={subject} className="stack">
            <h3 className="views__subject">
              <Icon name={subjectIcon[subject satisfies JourneySubject]} />
              {t(subject)}
            </h3>
            <div className="views">
              <OneView title={t(familySays[reader])} row={family} journey={journey} />
              <OneView title={t('teamThinks')} row={team} journey={journey} />
            </div>
          </div>
        ))}
        <p className="small soft">{t('bothStand')}</p>
      </div>
    </Card>
  )
}

const familySays = { family: 'weThink', one: 'iThink', work: 'familyThinks' } as const

function OneView({ title, row, journey }: { title: string; row: Placement | null; journey: Journey }) {
  const { t } = useTranslation('journey')
  return (
    <div className="view">
      <p className="small soft">{title}</p>
      {row ? (
        <>
          <p>
            <Situation situation={row.situation} />
          </p>
          {row.words && <p dir="auto">{t('quoted', { words: row.words })}</p>}
          {row.vulnerability && (
            <ul className="small">
              <li>{t('strengthIs', { answer: answerWords(row.vulnerability.strength) })}</li>
              <li>{t('abilityIs', { answer: answerWords(row.vulnerability.ability) })}</li>
            </ul>
          )}
          <p className="small soft">
            {t('said', { name: authorOf(row, journey), day: plainDay(row.onDay, journey.today) })}
          </p>
        </>
      ) : (
        <p>{t('notYet')}</p>
      )}
    </div>
  )
}
