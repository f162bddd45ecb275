import { consentAreas } from '@velferdslab/core/areas'
import type { SeatCard } from '@velferdslab/core/family'
import type { PartyId } from '@velferdslab/core/ids'
import { Table } from '@digdir/designsystemet-react'
import { useTranslation } from 'react-i18next'
import { areaInSentence, inAreaOrder } from '../../areas.ts'
import { atStart, countWord, inList } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Face } from '../../ui/face.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useWide } from '../../ui/use-wide.ts'

interface SeatsCardProps {
  seats: readonly SeatCard[]
  /** Parties whose consents the reader sees: their own, and every one for the leader. Of the others nothing is claimed. */
  knows: 'all' | readonly PartyId[]
  ending: number
}

/** Who sits at the table, for which service, and what that service may read today; and how many of the consents behind it end soon. */
export function SeatsCard({ seats, knows, ending }: SeatsCardProps) {
  const { t } = useTranslation('families')
  const wide = useWide()
  const sorted = [...seats].sort((a, b) => Number(b.isLeader) - Number(a.isLeader))

  const person = (seat: SeatCard) => (
    <div className="family__seat">
      <Face initials={seat.initials} mark={seat.mark} />
      <div>
        <span className="strong">
          <bdi>{seat.name}</bdi>
        </span>
        {!wide && <span className="small soft">{seat.service}</span>}
      </div>
    </div>
  )
  const marks = (seat: SeatCard) => (
    <>
      {seat.isLeader && <Tag look="ok">{t('leads')}</Tag>}
      {seat.isTrusted && <Tag>{t('trusted')}</Tag>}
    </>
  )
  const reads = (seat: SeatCard) => {
    if (knows !== 'all' && !knows.includes(seat.partyId)) return <span className="soft">{t('mayReadOthers')}</span>
    const areas = inAreaOrder(seat.mayRead)
    if (areas.length === 0) return <span className="soft">{t('mayReadNothing')}</span>
    return areas.length === consentAreas.length
      ? t('mayReadAll')
      : atStart(inList(areas.map((area) => areaInSentence(area, 'work'))))
  }

  return (
    <Card title={t('table')} className="families__card">
      <p className="soft families__lead">{t('tableLead')}</p>
      {ending > 0 && (
        <p className="families__lead">
          <Tag look="need" icon="clock">
            {t('tableEnding', { count: ending, Words: atStart(countWord(ending)) })}
          </Tag>
        </p>
      )}
      {sorted.length === 0 ? (
        <EmptyState icon="friends" title={t('tableNone')}>
          {t('tableNoneText')}
        </EmptyState>
      ) : wide ? (
        <Table className="families__table">
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell scope="col">{t('person')}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t('service')}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t('mayRead')}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {sorted.map((seat) => (
              <Table.Row key={seat.seatId}>
                <Table.HeaderCell scope="row">{person(seat)}</Table.HeaderCell>
                <Table.Cell>
                  {seat.service}
                  <span className="row">{marks(seat)}</span>
                </Table.Cell>
                <Table.Cell>{reads(seat)}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      ) : (
        <ul className="families__list">
          {sorted.map((seat) => (
            <li key={seat.seatId} className="stack">
              {person(seat)}
              <p>
                <span className="small soft">{t('mayRead')}</span>
                {reads(seat)}
              </p>
              {(seat.isLeader || seat.isTrusted) && <p className="row">{marks(seat)}</p>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
