import type { FamilyList } from '@velferdslab/core/family'
import { Table } from '@digdir/designsystemet-react'
import { Link, useRouteContext } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { page } from '../../paths.ts'
import { atStart, clockTime, countWord, dayOf, longDay, nearDay } from '../../texts/format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Tag, type TagLook } from '../../ui/tag.tsx'
import { useWide } from '../../ui/use-wide.ts'
import { householdWords } from './household.ts'
import { isNewSince } from './new-since.ts'
import { Trip, TripKey } from './trip.tsx'

type Row = FamilyList['families'][number]

/** What is counted of a family, in the order of a row: what is late, what waits, what nobody has begun, what ends. */
const counts = [
  { of: 'late', from: 'lateToFamily', look: 'late' },
  { of: 'waiting', from: 'decisionsWaiting', look: 'need' },
  { of: 'notBegun', from: 'notBegun', look: 'need' },
  { of: 'ending', from: 'consentsEnding', look: 'need' },
] as const satisfies readonly { of: string; from: keyof Row; look: TagLook }[]

/** Each family on one line; on a phone as a card, with only what there is something of. */
export function FamiliesList({ list }: { list: FamilyList }) {
  const { t } = useTranslation('families')
  const { me } = useRouteContext({ from: '/lab' })
  const wide = useWide('75rem')

  const name = (row: Row) => (
    <Link to={page.family} params={{ familyId: row.id }} className="families__name">
      <bdi>{row.name}</bdi>
    </Link>
  )
  const facts = (row: Row) => (
    <>
      <span className="small soft">{householdWords(row)}</span>
      {!row.isLeader && <span className="small soft">{t('seat', { service: row.service })}</span>}
      {isNewSince(me.person.id, row.id, row.lastChangedAt) && <Tag look="new">{t('newOnCloth')}</Tag>}
    </>
  )
  const trip = (row: Row) => (
    <>
      <Trip journey={row.journey} />
      <span className="small soft">{t(row.phase)}</span>
    </>
  )
  const meeting = ({ nextMeeting }: Row): ReactNode => {
    if (nextMeeting?.hasBegun) return <Tag look="ok">{t('meetingOn')}</Tag>
    const at = nextMeeting?.plannedAt
    if (!at) return <span className="soft">{t('meetingNone')}</span>
    return (
      <>
        {longDay(dayOf(at), list.today)}
        <span className="small soft">
          {t('meetingNear', { near: nearDay(dayOf(at), list.today), clock: clockTime(at) })}
        </span>
      </>
    )
  }
  const news = (row: Row) => (row.lastNewsOn ? nearDay(row.lastNewsOn, list.today) : t('newsNone'))
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

  return wide ? (
    <Card title={title} className="families__card">
      <TripKey />
      <Table className="families__table" hover>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t('family')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('trip')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('meeting')}</Table.HeaderCell>
            {counts.map(({ of }) => (
              <Table.HeaderCell key={of} scope="col" className="families__count">
                {t(of)}
              </Table.HeaderCell>
            ))}
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
              <Table.Cell>{meeting(row)}</Table.Cell>
              {counts.map(({ of, from, look }) => (
                <Table.Cell key={of} className="families__count">
                  {row[from] === 0 ? <span className="soft">0</span> : <Tag look={look}>{row[from]}</Tag>}
                </Table.Cell>
              ))}
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
      <ul className="families__list families__list--cards">
        {list.families.map((row) => (
          <li key={row.id}>
            <Card>
              <h3>{name(row)}</h3>
              {facts(row)}
              <div className="families__trip">{trip(row)}</div>
              <dl>
                <div>
                  <dt>{t('meeting')}</dt>
                  <dd>{meeting(row)}</dd>
                </div>
                {counts.map(
                  ({ of, from, look }) =>
                    row[from] > 0 && (
                      <div key={of}>
                        <dt>{t(of)}</dt>
                        <dd>
                          <Tag look={look}>{t(`${of}Count`, { count: row[from] })}</Tag>
                        </dd>
                      </div>
                    ),
                )}
                <div>
                  <dt>{t('news')}</dt>
                  <dd>{news(row)}</dd>
                </div>
              </dl>
              {open(row)}
            </Card>
          </li>
        ))}
      </ul>
    </section>
  )
}
