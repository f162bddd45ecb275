import './start.css'
import type { FamilyId, PartyId, PersonId, SeatId } from '@velferdslab/core/ids'
import type { Seats } from '@velferdslab/core/seat'
import { manyAtTable } from '@velferdslab/core/seat-rules'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askService, seatsQuery } from '../../seat-api.ts'
import { newId } from '../../api.ts'
import { NotSent } from '../../not-sent.tsx'
import { money } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { LongText } from '../../ui/text-field.tsx'
import { useStart } from './use-start.ts'

/** Who is asked for and waits for the family, and the form to ask for one more: who, what they may decide, and why. */
export function AskService({ familyId }: { familyId: FamilyId }) {
  const { t } = useTranslation('start')
  const { data: seats } = useQuery(seatsQuery(familyId))
  if (!seats?.mayAskService) return null
  const waiting = seats.seats.filter(({ state }) => state.startsWith('waits') || state === 'out')
  return (
    <Card title={t('serviceTitle')}>
      <div className="stack">
        <p>{t('serviceText')}</p>
        {seats.atTable > manyAtTable && <Notice icon="friends">{t('many', { count: seats.atTable })}</Notice>}
        {waiting.length > 0 && (
          <ul className="at-table">
            {waiting.map((seat) => (
              <li key={seat.seatId}>
                <div>
                  <p className="strong">
                    <bdi>{seat.person.name}</bdi>
                  </p>
                  <p className="small soft">
                    {seat.role === 'trusted' ? t('tableTrusted') : <bdi>{seat.service}</bdi>}
                  </p>
                </div>
                <Tag look={seat.state === 'out' ? 'plain' : 'need'}>
                  {seat.state === 'out'
                    ? t('serviceOut')
                    : seat.state === 'waits-holder'
                      ? t('waitsHolder', { name: seat.person.calledName })
                      : t('serviceWaits')}
                </Tag>
              </li>
            ))}
          </ul>
        )}
        <Form seats={seats} />
      </div>
    </Card>
  )
}

function Form({ seats }: { seats: Seats }) {
  const { t } = useTranslation('start')
  const [chosen, setChosen] = useState('')
  const [why, setWhy] = useState('')
  const [tooEarly, setTooEarly] = useState(false)
  const [sent, setSent] = useState('')
  const idOf = (each: Seats['candidates'][number]) => `${each.personId} ${each.partyId}`
  const person = seats.candidates.find((each) => idOf(each) === chosen)
  const asking = useStart<{ seatId: SeatId; personId: PersonId; partyId: PartyId; why: string }>(
    seats.family.id,
    (input) => askService(seats.family.id, input),
    () => {
      setSent(person?.name ?? '')
      setChosen('')
      setWhy('')
    },
  )
  const lacks = !person || why.trim() === ''
  return (
    <form
      className="stack start__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTooEarly(lacks)
        if (lacks || asking.isPending) return
        setSent('')
        asking.mutate({
          seatId: newId<SeatId>(),
          personId: person.personId,
          partyId: person.partyId,
          why: why.trim(),
        })
      }}
    >
      <Field label={t('serviceWho')}>
        {(id, describedBy) => (
          <Select
            id={id}
            describedBy={describedBy}
            value={chosen}
            options={[
              { value: '', label: t('serviceChoose') },
              ...seats.candidates.map((each) => ({ value: idOf(each), label: `${each.name}, ${each.service}` })),
            ]}
            onChoose={setChosen}
          />
        )}
      </Field>
      {person && (
        <p className="small">
          {person.mayDecideOre
            ? t('mayDecide', { name: person.name, amount: money(person.mayDecideOre) })
            : t('mayDecideNothing', { name: person.name })}
        </p>
      )}
      <LongText label={t('serviceWhy')} help={t('serviceWhyHelp')} value={why} onChange={setWhy} />
      <p role="status" className={tooEarly && lacks ? 'field__wrong' : ''} hidden={!(tooEarly && lacks) && sent === ''}>
        {tooEarly && lacks ? t('serviceMissing') : sent !== '' ? t('serviceSent', { name: sent }) : ''}
      </p>
      <NotSent error={asking.error} />
      <div className="row">
        <Button type="submit" aria-busy={asking.isPending}>
          {t('serviceSend')}
        </Button>
      </div>
    </form>
  )
}
