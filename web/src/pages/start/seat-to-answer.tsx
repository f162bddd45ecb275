import type { CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId } from '@velferdslab/core/ids'
import type { Seat } from '@velferdslab/core/seat'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerSeat } from '../../seat-api.ts'
import { NotSent } from '../../not-sent.tsx'
import { longDay, money } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Face } from '../../ui/face.tsx'
import { LongText } from '../../ui/text-field.tsx'
import { useStart } from './use-start.ts'

/** One seat I have not answered: who, why and what they may decide; yes and not now are as easy to find as one another. */
export function SeatToAnswer({ familyId, seat, today }: { familyId: FamilyId; seat: Seat; today: CalendarDay }) {
  const { t } = useTranslation('start')
  const [asksAnother, setAsksAnother] = useState(false)
  const { calledName: name } = seat.person
  const isLeader = seat.role === 'leader'
  const answering = useStart<{ answer: 'yes' | 'no'; reason: string | null }>(familyId, (input) =>
    answerSeat(familyId, seat.seatId, input),
  )
  const say = (answer: 'yes' | 'no', reason: string | null = null) => {
    if (!answering.isPending) answering.mutate({ answer, reason })
  }
  return (
    <Card title={t(isLeader ? 'leaderTitle' : 'askTitle', { name: seat.person.name })} className="ask-seat">
      <div className="ask-seat__who">
        <Face initials={seat.person.initials} mark={seat.person.mark} />
        <p>
          {isLeader
            ? t('leaderText', { name })
            : seat.role === 'trusted'
              ? t('askTrusted', { name, by: seat.askedBy })
              : t('askFrom', { name: seat.person.name, service: seat.service, by: seat.askedBy })}
        </p>
      </div>
      {seat.until && <p>{t('seatUntil', { day: longDay(seat.until, today) })}</p>}
      {seat.why !== null && (
        <blockquote dir="auto" className="start__words">
          {seat.why}
        </blockquote>
      )}
      {seat.role === 'member' && (
        <p>
          {seat.mayDecideOre
            ? t('mayDecide', { name, amount: money(seat.mayDecideOre) })
            : t('mayDecideNothing', { name })}
        </p>
      )}
      {!isLeader && <p className="small soft">{t('seatReads')}</p>}
      <NotSent error={answering.error} />
      <div className="row">
        <Button icon="check" onClick={() => say('yes')} aria-busy={answering.isPending}>
          {t(isLeader ? 'leaderYes' : 'seatYes', { name })}
        </Button>
        <Button look="second" onClick={() => (isLeader ? setAsksAnother(true) : say('no'))}>
          {t(isLeader ? 'leaderAnother' : 'seatNo')}
        </Button>
      </div>
      <p className="small soft">{t('silence')}</p>
      {asksAnother && (
        <Another
          name={name}
          isPending={answering.isPending}
          error={answering.error}
          onSend={(reason) => say('no', reason)}
          onClose={() => setAsksAnother(false)}
        />
      )}
    </Card>
  )
}

function Another(props: {
  name: string
  isPending: boolean
  error: Error | null
  onSend: (reason: string | null) => void
  onClose: () => void
}) {
  const { t } = useTranslation(['start', 'everywhere'])
  const [reason, setReason] = useState('')
  return (
    <Dialog open title={t('start:anotherTitle')} onClose={props.onClose} closeLabel={t('everywhere:close')}>
      <form
        className="stack start__form"
        onSubmit={(event) => {
          event.preventDefault()
          props.onSend(reason.trim() || null)
        }}
      >
        <p>{t('start:anotherText', { name: props.name })}</p>
        <LongText label={t('start:anotherWhy')} help={t('start:anotherWhyHelp')} value={reason} onChange={setReason} />
        <NotSent error={props.error} />
        <div className="row">
          <Button type="submit" aria-busy={props.isPending}>
            {t('start:anotherSend')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
