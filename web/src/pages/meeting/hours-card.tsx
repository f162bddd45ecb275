import { priceOfTime } from '@velferdslab/core/ledger-rules'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { CommandId, FamilyId } from '@velferdslab/core/ids'
import type { MeetingHours } from '@velferdslab/core/meeting'
import { Table } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bookHours, meetingQuery } from '../../meeting-api.ts'
import { NotSent } from '../../not-sent.tsx'
import { dayOf, money, longDay } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'

const quarter = 15
const longest = 960

/** After the end: the hours of all who sat there for a service, in quarters, booked with one press. */
export function HoursCard({ last, familyId, today }: { last: MeetingHours; familyId: FamilyId; today: string }) {
  const { t } = useTranslation('meeting')
  const queryClient = useQueryClient()
  const [minutes, setMinutes] = useState(last.minutes)
  const day = dayOf(last.startedAt)
  const priceOf = (hourOre: number | null) => (hourOre === null ? null : priceOfTime(minutes, hourOre))
  const sum = last.present.reduce((all, each) => all + (priceOf(each.hourOre) ?? 0), 0)
  const booking = useMutation({
    // The meeting's own id: its hours are booked once, however often and on however many machines it is pressed.
    mutationFn: () =>
      bookHours(familyId, {
        commandId: last.id as string as CommandId,
        onDay: day,
        minutes,
        present: last.present.map(({ partyId, item }) => ({ partyId, item })),
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: meetingQuery(familyId).queryKey }),
  })
  return (
    <Card title={t('hoursTitle', { day: longDay(day, today as CalendarDay) })} className="meeting__card">
      {last.booked ? (
        <Notice icon="check" role="status">
          {t('hoursBooked')}
        </Notice>
      ) : last.present.length === 0 ? (
        <p className="soft">{t('hoursNobody')}</p>
      ) : (
        <div className="stack">
          <p>{t('hoursText')}</p>
          <div className="hours__time" role="group" aria-label={t('hoursLong')}>
            <span className="strong">{t('hoursLong')}</span>
            <span className="hours__clock">
              <Button
                look="quiet"
                aria-label={t('lessTime')}
                onClick={() => setMinutes((now) => Math.max(quarter, now - quarter))}
              >
                <span aria-hidden="true">−</span>
              </Button>
              <output>{time(minutes)}</output>
              <Button
                look="quiet"
                aria-label={t('moreTime')}
                onClick={() => setMinutes((now) => Math.min(longest, now + quarter))}
              >
                <span aria-hidden="true">+</span>
              </Button>
            </span>
          </div>
          <Table className="hours">
            <Table.Head>
              <Table.Row>
                <Table.HeaderCell scope="col">{t('hoursWho')}</Table.HeaderCell>
                <Table.HeaderCell scope="col">{t('hoursTime')}</Table.HeaderCell>
                <Table.HeaderCell scope="col">{t('hoursSum')}</Table.HeaderCell>
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {last.present.map((each) => {
                const ore = priceOf(each.hourOre)
                return (
                  <Table.Row key={each.name + each.partyId}>
                    <Table.HeaderCell scope="row">
                      <bdi>{each.name}</bdi>
                      <span className="small soft">{each.service}</span>
                    </Table.HeaderCell>
                    <Table.Cell>{time(minutes)}</Table.Cell>
                    <Table.Cell>{ore === null ? t('noPrice') : money(ore)}</Table.Cell>
                  </Table.Row>
                )
              })}
              <Table.Row className="hours__sum">
                <Table.HeaderCell scope="row">{t('hoursTotal')}</Table.HeaderCell>
                <Table.Cell>{time(minutes * last.present.length)}</Table.Cell>
                <Table.Cell>{money(sum)}</Table.Cell>
              </Table.Row>
            </Table.Body>
          </Table>
          <NotSent error={booking.error} />
          <div className="row">
            <Button icon="check" aria-busy={booking.isPending} onClick={() => booking.mutate()}>
              {t('hoursBook')}
            </Button>
          </div>
        </div>
      )}
    </Card>
  )

  function time(all: number): string {
    const [hours, rest] = [Math.floor(all / 60), all % 60]
    return t(hours === 0 ? 'minutesOnly' : rest === 0 ? 'hoursOnly' : 'minutes', { hours, minutes: rest })
  }
}
