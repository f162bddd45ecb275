import { addDays, type CalendarDay } from '@velferdslab/core/dates'
import type { PersonId, SeatId } from '@velferdslab/core/ids'
import type { Qualification } from '@velferdslab/core/qualification'
import type { Seat, Seats } from '@velferdslab/core/seat'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askLeader, seatsQuery } from '../../seat-api.ts'
import { newId } from '../../api.ts'
import { NotSent } from '../../not-sent.tsx'
import { countWord } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Face } from '../../ui/face.tsx'
import { Notice } from '../../ui/notice.tsx'
import { DayField } from '../../ui/text-field.tsx'
import { TickTile } from '../../ui/tick-tile.tsx'
import { useStart } from './use-start.ts'

const said = {
  'waits-family': 'chosenWaits',
  'waits-holder': 'chosenHolder',
  active: 'chosenActive',
  out: 'chosenOut',
  'turned-down': 'chosenDown',
} as const

/** Who could lead, with how many families each leads, and what came of those who were asked. */
export function ChooseLeader({ list }: { list: Qualification }) {
  const { t } = useTranslation('start')
  const { data: seats } = useQuery(seatsQuery(list.family.id))
  if (!seats) return null
  const asked = seats.seats.filter(({ role, state }) => role === 'leader' && state !== 'ended')
  const standing = asked.find(({ state }) => state === 'active' || state.startsWith('waits'))
  return (
    <Card title={t('chooseTitle')} className="choose">
      {asked.map((seat) => (
        <Asked key={seat.seatId} seat={seat} />
      ))}
      {!seats.mayAskLeader ? (
        <p className="soft">{t('chooseLater')}</p>
      ) : standing ? (
        <details className="choose__other">
          <summary>{t('chooseOther')}</summary>
          <Choose seats={seats} asked={asked} />
        </details>
      ) : (
        <Choose seats={seats} asked={asked} />
      )}
    </Card>
  )
}

function Asked({ seat }: { seat: Seat }) {
  const { t } = useTranslation('start')
  if (seat.state === 'ended') return null
  const isGood = seat.state === 'active' || seat.state === 'waits-holder'
  return (
    <Notice
      icon={isGood ? 'check' : 'clock'}
      look={seat.state === 'out' || seat.state === 'turned-down' ? 'need' : 'calm'}
    >
      {t(said[seat.state], { name: seat.person.name })}
      {seat.reasons.map((reason) => (
        <q key={reason} dir="auto" className="choose__reason">
          {reason}
        </q>
      ))}
    </Notice>
  )
}

function Choose({ seats, asked }: { seats: Seats; asked: readonly Seat[] }) {
  const { t } = useTranslation('start')
  const [chosen, setChosen] = useState<PersonId | null>(null)
  const [until, setUntil] = useState('')
  const [tooEarly, setTooEarly] = useState(false)
  const leads = asked.find(({ state, from }) => state === 'active' && !from)?.person.calledName
  const asking = useStart<{ seatId: SeatId; personId: PersonId; until: CalendarDay | null }>(
    seats.family.id,
    (input) => askLeader(seats.family.id, input),
    () => setChosen(null),
  )
  const not = new Set(asked.filter(({ state }) => state !== 'turned-down').map(({ person }) => person.id))
  const could = seats.leaders.filter(({ personId }) => !not.has(personId))
  const name = could.find(({ personId }) => personId === chosen)?.calledName
  return (
    <form
      className="stack start__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTooEarly(chosen === null)
        if (chosen !== null && !asking.isPending)
          asking.mutate({
            seatId: newId<SeatId>(),
            personId: chosen,
            until: until === '' ? null : (until as CalendarDay),
          })
      }}
    >
      <p className="small soft">{t('chooseText')}</p>
      <fieldset className="choices">
        <legend className="hidden">{t('chooseTitle')}</legend>
        {could.map((leader, at) => (
          <TickTile
            key={leader.personId}
            type="radio"
            name="leader"
            value={leader.personId}
            checked={chosen === leader.personId}
            onChange={() => setChosen(leader.personId)}
          >
            <Face initials={leader.initials} mark={at + 5} />
            <span>
              <bdi className="strong">{leader.name}</bdi>
              <span className="small soft choose__load">
                {leader.leads === 0
                  ? t('leads_zero')
                  : t('leads', { count: leader.leads, words: countWord(leader.leads) })}
              </span>
            </span>
          </TickTile>
        ))}
      </fieldset>
      {leads && (
        <DayField
          label={t('chooseUntil')}
          help={t('chooseUntilHelp', { name: leads })}
          min={addDays(seats.today, 1)}
          value={until}
          onChange={setUntil}
        />
      )}
      <p role="status" className="field__wrong" hidden={!(tooEarly && chosen === null)}>
        {tooEarly && chosen === null ? t('chooseMissing') : ''}
      </p>
      <NotSent error={asking.error} />
      <div className="row">
        <Button type="submit" look={name ? 'primary' : 'waiting'} iconAfter="right" aria-busy={asking.isPending}>
          {name ? t('chooseAsk', { name }) : t('chooseNobody')}
        </Button>
      </div>
    </form>
  )
}
