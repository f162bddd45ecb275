import './families.css'
import type { FamilyList } from '@velferdslab/core/family'
import { Table } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Fetched } from '../../fetched.tsx'
import { page } from '../../paths.ts'
import { familiesQuery } from '../../queries.ts'
import { atStart, countWord, longDay, nearDay } from '../../texts/format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Tag } from '../../ui/tag.tsx'
import { AskedOfMe } from '../start/asked-of-me.tsx'
import { useWide } from '../../ui/use-wide.ts'
import { FirstThings } from './first-things.tsx'
import { householdWords } from './household.ts'
import { Trip } from './trip.tsx'

type Row = FamilyList['families'][number]

/** The families I have a seat with: first what cannot wait, then each on one line. */
export function FamiliesPage() {
  const { t } = useTranslation(['families', 'shell'])
  const query = useQuery(familiesQuery)
  return (
    <main className="page" id="content">
      <title>{t('shell:labTitle', { page: t('families:title') })}</title>
      <div className="families">
        <div>
          {query.data && <p className="soft">{longDay(query.data.today, query.data.today)}</p>}
          <h1>{t('families:title')}</h1>
        </div>
        <AskedOfMe />
        <Fetched query={query} titled what={t('families:what')}>
          {(list: FamilyList) => (
            <>
              <FirstThings list={list} />
              <Families list={list} />
            </>
          )}
        </Fetched>
      </div>
    </main>
  )
}

function Families({ list }: { list: FamilyList }) {
  const { t } = useTranslation('families')
  const wide = useWide()
  if (list.families.length === 0)
    return (
      <Card>
        <EmptyState icon="family" title={t('none')}>
          {t('noneText')}
        </EmptyState>
      </Card>
    )

  const name = (row: Row) => (
    <Link to={page.family} params={{ familyId: row.id }} className="families__name">
      <bdi>{row.name}</bdi>
    </Link>
  )
  const facts = (row: Row) => (
    <>
      <span className="small soft">{householdWords(row)}</span>
      {!row.isLeader && <span className="small soft">{t('seat', { service: row.service })}</span>}
    </>
  )
  const trip = (row: Row) => (
    <>
      <Trip journey={row.journey} />
      <span className="small soft">{t(row.phase)}</span>
    </>
  )
  const cloth = (row: Row) => (row.notes === 0 ? t('notes_zero') : t('notes', { count: row.notes }))
  const waiting = (row: Row) =>
    row.decisionsWaiting === 0 ? (
      <span className="soft">{t('endingNone')}</span>
    ) : (
      <Tag look="need" icon="check">
        {t('waitingCount', { count: row.decisionsWaiting })}
      </Tag>
    )
  const news = (row: Row) => (row.lastNewsOn ? nearDay(row.lastNewsOn, list.today) : t('newsNone'))
  const ending = (row: Row) =>
    row.consentsEnding === 0 ? (
      <span className="soft">{t('endingNone')}</span>
    ) : (
      <Tag look="need" icon="clock">
        {t('endingCount', { count: row.consentsEnding })}
      </Tag>
    )
  const open = (row: Row) => (
    <ButtonLink
      look="second"
      to={page.familyCloth}
      params={{ familyId: row.id }}
      aria-label={t('openClothOf', { family: row.name })}
    >
      {t('openCloth')}
    </ButtonLink>
  )
  const title = t('count', { count: list.families.length, Words: atStart(countWord(list.families.length)) })

  const key = (
    <ul className="families__key small" aria-hidden="true">
      {(['start', 'now', 'goal'] as const).map((mark) => (
        <li key={mark}>
          <svg viewBox="0 0 18 18">
            <circle className={`trip-line__${mark}`} cx="9" cy="9" r="6" />
          </svg>
          {t(mark)}
        </li>
      ))}
    </ul>
  )

  return wide ? (
    <Card title={title} className="families__card">
      {key}
      <Table className="families__table" hover>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t('family')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('trip')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('cloth')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('waiting')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('ending')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('news')}</Table.HeaderCell>
            <Table.Cell />
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {list.families.map((row) => (
            <Table.Row key={row.id}>
              <Table.HeaderCell scope="row">
                {name(row)}
                {facts(row)}
              </Table.HeaderCell>
              <Table.Cell>{trip(row)}</Table.Cell>
              <Table.Cell>{cloth(row)}</Table.Cell>
              <Table.Cell>{waiting(row)}</Table.Cell>
              <Table.Cell>{ending(row)}</Table.Cell>
              <Table.Cell>{news(row)}</Table.Cell>
              <Table.Cell className="families__act">{open(row)}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Card>
  ) : (
    <section aria-labelledby="families-title">
      <h2 id="families-title" className="hidden">
        {title}
      </h2>
      <ul className="families__list">
        {list.families.map((row) => (
          <li key={row.id}>
            <Card>
              <h3>{name(row)}</h3>
              {facts(row)}
              <div className="families__trip">{trip(row)}</div>
              <dl>
                <div>
                  <dt>{t('cloth')}</dt>
                  <dd>{cloth(row)}</dd>
                </div>
                <div>
                  <dt>{t('news')}</dt>
                  <dd>{news(row)}</dd>
                </div>
                {row.decisionsWaiting > 0 && (
                  <div>
                    <dt>{t('waiting')}</dt>
                    <dd>{waiting(row)}</dd>
                  </div>
                )}
                {row.consentsEnding > 0 && (
                  <div>
                    <dt>{t('ending')}</dt>
                    <dd>{ending(row)}</dd>
                  </div>
                )}
              </dl>
              {open(row)}
            </Card>
          </li>
        ))}
      </ul>
    </section>
  )
}
