import type { FamilyId } from '@velferdslab/core/ids'
import type { Seat, Seats } from '@velferdslab/core/seat'
import { manyAtTable } from '@velferdslab/core/seat-rules'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerSeat, endSeat } from '../../seat-api.ts'
import { NotSent } from '../../not-sent.tsx'
import { inList, longDay } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Face } from '../../ui/face.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useStart } from './use-start.ts'

/** Who sits at my table and who is on the way there; each can be ended by the family at any time. */
export function Table({ familyId, seats }: { familyId: FamilyId; seats: Seats }) {
  const { t } = useTranslation('start')
  const shown = seats.seats.filter(
    ({ state, mine }) => state === 'active' || (state.startsWith('waits') && (mine !== null || !seats.speaks)),
  )
  return (
    <Card title={t('tableTitle')}>
      <div className="stack">
        {seats.atTable > manyAtTable && <Notice icon="friends">{t('many', { count: seats.atTable })}</Notice>}
        {shown.length === 0 && <p className="soft">{t('tableNone')}</p>}
        <ul className="at-table">
          {shown.map((seat) => (
            <li key={seat.seatId}>
              <Face initials={seat.person.initials} mark={seat.person.mark} />
              <div>
                <p className="strong">
                  <bdi>{seat.person.name}</bdi>
                </p>
                <p className="small soft">{says(seat)}</p>
              </div>
              {seats.speaks && <End familyId={familyId} seat={seat} />}
            </li>
          ))}
        </ul>
      </div>
    </Card>
  )

  function says(seat: Seat): string {
    const { calledName: name } = seat.person
    if (seat.state === 'waits-family') return t('seatWaits', { names: inList(seat.waitsFor) })
    if (seat.state === 'waits-holder')
      return seat.role === 'trusted' && !seat.hasCome ? t('waitsComing', { name }) : t('waitsHolder', { name })
    if (seat.role === 'leader' && seat.from) return t('tableLeaderFrom', { day: longDay(seat.from, seats.today) })
    if (seat.role === 'leader' && seat.until) return t('tableLeaderUntil', { day: longDay(seat.until, seats.today) })
    if (seat.role === 'leader') return t('tableLeader')
    return seat.role === 'trusted' ? t('tableTrusted') : seat.service
  }
}

function End({ familyId, seat }: { familyId: FamilyId; seat: Seat }) {
  const { t } = useTranslation(['start', 'everywhere'])
  const [asks, setAsks] = useState(false)
  const isActive = seat.state === 'active'
  const ending = useStart<object>(familyId, (input) =>
    isActive
      ? endSeat(familyId, seat.seatId, input)
      : answerSeat(familyId, seat.seatId, { ...input, answer: 'no', reason: null }),
  )
  const end = () => {
    if (!ending.isPending) ending.mutate({})
  }
  const { calledName: name } = seat.person
  return (
    <>
      <Button
        look="quiet"
        onClick={() => (isActive ? setAsks(true) : end())}
        aria-label={t(isActive ? 'start:endOf' : 'start:takeBackOf', { name })}
      >
        {t(isActive ? 'start:end' : 'start:takeBack')}
      </Button>
      {asks && (
        <Dialog
          open
          title={t('start:endTitle', { name })}
          onClose={() => setAsks(false)}
          closeLabel={t('everywhere:close')}
        >
          <div className="stack">
            <p>{t('start:endText', { name })}</p>
            {seat.role === 'leader' && <p>{t('start:endLeader')}</p>}
            <NotSent error={ending.error} />
            <div className="row">
              <Button look="stop" icon="stop" onClick={end} aria-busy={ending.isPending}>
                {t('start:end')}
              </Button>
              <Button look="second" onClick={() => setAsks(false)}>
                {t('start:endKeep')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  )
}
