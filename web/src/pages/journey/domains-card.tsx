import { journeyDomains, type JourneyDomain } from '@velferdslab/core/areas'
import { lineOf, type Journey, type Mark } from '@velferdslab/core/journey'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { DomainChart } from './domain-chart.tsx'
import { DomainsTable } from './journey-tables.tsx'
import { situationIn, subjectIcon, subjectIn } from './journey-words.ts'

interface DomainsCardProps {
  journey: Journey
  onPlace: (subject: JourneyDomain, mark: Mark) => void
}

/** The six domains, each apart from the other: the family's own line where there is one, else the team's. */
export function DomainsCard({ journey, onPlace }: DomainsCardProps) {
  const { t } = useTranslation('journey')
  const shown = journeyDomains.filter(
    (domain) =>
      journey.placements.some((row) => row.subject === domain) ||
      journey.mayPlace.some((place) => place.subject === domain),
  )
  if (shown.length === 0) return null
  return (
    <Card title={t('domains')}>
      <ul className="domains">
        {shown.map((domain) => (
          <Domain key={domain} journey={journey} domain={domain} onPlace={onPlace} />
        ))}
      </ul>
      <DomainsTable journey={journey} domains={shown} />
    </Card>
  )
}

function Domain({ journey, domain, onPlace }: DomainsCardProps & { domain: JourneyDomain }) {
  const { t } = useTranslation('journey')
  const own = lineOf(journey.placements, { subject: domain, view: 'family' })
  const line = own.now ? own : lineOf(journey.placements, { subject: domain, view: 'team' })
  const mayPlace = journey.mayPlace.some((place) => place.subject === domain)
  const names = line.start &&
    line.now && {
      domain: t(domain),
      start: situationIn(line.start.situation),
      now: situationIn(line.now.situation),
      goal: line.goal ? situationIn(line.goal.situation) : '',
    }
  const label = names
    ? t(line.goal ? 'domainLabelGoal' : 'domainLabel', names)
    : line.goal
      ? t('domainLabelOnlyGoal', { domain: t(domain), goal: situationIn(line.goal.situation) })
      : null
  return (
    <li>
      <h3>
        <Icon name={subjectIcon[domain]} />
        {t(domain)}
      </h3>
      {label && <DomainChart line={line} label={label} />}
      {line.start && line.now ? (
        <p className="small">
          <span className="strong">
            {line.start.situation === line.now.situation
              ? t('stays', { now: t(line.now.situation) })
              : t('fromTo', { from: t(line.start.situation), to: t(line.now.situation) })}
          </span>{' '}
          <bdi>{line.now.words}</bdi>
        </p>
      ) : (
        <p className="small soft">{t('domainNone')}</p>
      )}
      {mayPlace && (
        <p className="domains__do small">
          <button
            type="button"
            className="link-button"
            aria-label={t('answerOf', { domain: subjectIn(domain) })}
            onClick={() => onPlace(domain, 'now')}
          >
            {t('answer')}
          </button>
          {journey.speaksFor === 'family' && (
            <button
              type="button"
              className="link-button"
              aria-label={t('goalOf', { domain: subjectIn(domain) })}
              onClick={() => onPlace(domain, 'goal')}
            >
              {t('goal')}
            </button>
          )}
        </p>
      )}
    </li>
  )
}
