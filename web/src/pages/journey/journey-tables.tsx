import type { JourneyDomain } from '@velferdslab/core/areas'
import { lineOf, type Journey, type Placement } from '@velferdslab/core/journey'
import { Details, Table } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { plainDay } from '../../texts/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { answerWords, authorOf } from './journey-words.ts'

function AsTable({ caption, children }: { caption: string; children: ReactNode }) {
  const { t } = useTranslation('journey')
  return (
    // In a box of its own: a card that holds details directly gives up its padding.
    <div>
      <Details className="more">
        <Details.Summary>
          {t('asTable')}
          <Icon name="down" small />
        </Details.Summary>
        {/* Wider than a phone: it scrolls by itself, and by the keyboard. */}
        <div className="journey__table" role="region" aria-label={caption} tabIndex={0}>
          <Table>
            <caption className="hidden">{caption}</caption>
            {children}
          </Table>
        </div>
      </Details>
    </div>
  )
}

/** The whole way as a table: everything both have said, oldest first, and the goals. */
export function WholeTable({ journey }: { journey: Journey }) {
  const { t } = useTranslation('journey')
  const rows = journey.placements.filter((row) => row.subject === 'whole')
  if (rows.length === 0) return null
  const who = (row: Placement) => `${authorOf(row, journey)}, ${t(row.view === 'team' ? 'byTeam' : 'byFamily')}`
  return (
    <AsTable caption={t('tableWhole')}>
      <Table.Head>
        <Table.Row>
          {(['day', 'situation', 'strength', 'ability', 'inWords', 'whoSaid'] as const).map((column) => (
            <Table.HeaderCell key={column} scope="col">
              {t(column)}
            </Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {rows.map((row) => (
          <Table.Row key={row.id}>
            <Table.HeaderCell scope="row">
              {row.mark === 'goal'
                ? t('goalSaid', { day: plainDay(row.onDay, journey.today) })
                : plainDay(row.onDay, journey.today)}
            </Table.HeaderCell>
            <Table.Cell>{t(row.situation)}</Table.Cell>
            <Table.Cell>{row.vulnerability ? answerWords(row.vulnerability.strength) : t('notAsked')}</Table.Cell>
            <Table.Cell>{row.vulnerability ? answerWords(row.vulnerability.ability) : t('notAsked')}</Table.Cell>
            <Table.Cell>
              <bdi>{row.words}</bdi>
            </Table.Cell>
            <Table.Cell>{who(row)}</Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </AsTable>
  )
}

/** The domains as a table: start, now in both views, and goal. */
export function DomainsTable({ journey, domains }: { journey: Journey; domains: readonly JourneyDomain[] }) {
  const { t } = useTranslation('journey')
  return (
    <AsTable caption={t('tableDomains')}>
      <Table.Head>
        <Table.Row>
          {(['domain', 'startCol', 'nowFamily', 'nowTeam', 'goalCol', 'inWords'] as const).map((column) => (
            <Table.HeaderCell key={column} scope="col">
              {t(column)}
            </Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {domains.map((domain) => {
          const family = lineOf(journey.placements, { subject: domain, view: 'family' })
          const team = lineOf(journey.placements, { subject: domain, view: 'team' })
          const said = (row: Placement | null) => (row ? t(row.situation) : t('nothing'))
          return (
            <Table.Row key={domain}>
              <Table.HeaderCell scope="row">{t(domain)}</Table.HeaderCell>
              <Table.Cell>{said(family.start ?? team.start)}</Table.Cell>
              <Table.Cell>{said(family.now)}</Table.Cell>
              <Table.Cell>{said(team.now)}</Table.Cell>
              <Table.Cell>{family.goal ? t(family.goal.situation) : t('noGoal')}</Table.Cell>
              <Table.Cell>
                <bdi>{(family.now ?? team.now)?.words}</bdi>
              </Table.Cell>
            </Table.Row>
          )
        })}
      </Table.Body>
    </AsTable>
  )
}
