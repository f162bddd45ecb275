import './start.css'
import { consentAreas, type ConsentArea } from '@velferdslab/core/areas'
import type { WishConsent } from '@velferdslab/core/commands/consent'
import { offeredConsentMonths } from '@velferdslab/core/consent'
import { addMonths } from '@velferdslab/core/dates'
import type { FamilyHome } from '@velferdslab/core/family'
import type { PartyId, PersonId } from '@velferdslab/core/ids'
import type { Seats } from '@velferdslab/core/seat'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { seatsQuery } from '../../seat-api.ts'
import { newId } from '../../api.ts'
import { areaName } from '../../areas.ts'
import { NotSent } from '../../not-sent.tsx'
import { wishConsent } from '../../start-api.ts'
import { inList } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { LongText } from '../../ui/text-field.tsx'
import { TickTile } from '../../ui/tick-tile.tsx'
import { toggled } from '../../ui/toggled.ts'
import { useStart } from './use-start.ts'

type Months = (typeof offeredConsentMonths)[number]

/** What the leader wishes that a service could know, with a reason for the family. It is shown to whoever answers; nothing is ticked by it. */
export function Wish({ home }: { home: FamilyHome }) {
  const { t } = useTranslation('start')
  const { data: seats } = useQuery(seatsQuery(home.family.id))
  if (!seats?.mayAskService) return null
  return (
    <Card title={t('wishTitle')}>
      <div className="stack">
        <p>{t('wishText')}</p>
        <Form home={home} services={servicesOf(home, seats)} />
      </div>
    </Card>
  )
}

function Form({ home, services }: { home: FamilyHome; services: readonly Service[] }) {
  const { t } = useTranslation('start')
  const wishId = useRef<string>(newId())
  const [party, setParty] = useState<PartyId | ''>('')
  const [areas, setAreas] = useState<readonly ConsentArea[]>([])
  const [persons, setPersons] = useState<readonly PersonId[]>([])
  const [months, setMonths] = useState<`${Months}`>('6')
  const [reason, setReason] = useState('')
  const [tooEarly, setTooEarly] = useState(false)
  const [sent, setSent] = useState('')
  const wishing = useStart<Omit<WishConsent, 'commandId'>>(
    home.family.id,
    (input) => wishConsent(home.family.id, input),
    () => {
      setSent(services.find(({ partyId }) => partyId === party)?.service ?? '')
      wishId.current = newId()
      setParty('')
      setAreas([])
      setPersons([])
      setReason('')
    },
  )
  const gaps = [
    party === '' && t('wishMissingService'),
    areas.length === 0 && t('wishMissingArea'),
    persons.length === 0 && t('wishMissingPerson'),
    reason.trim() === '' && t('wishMissingWhy'),
  ].filter((gap) => gap !== false)
  const said = tooEarly && gaps.length > 0 ? t('wishMissing', { what: inList(gaps) }) : ''
  return (
    <form
      className="stack start__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTooEarly(gaps.length > 0)
        if (gaps.length > 0 || party === '' || wishing.isPending) return
        setSent('')
        wishing.mutate({
          wishId: wishId.current,
          partyId: party,
          areas: consentAreas.filter((area) => areas.includes(area)),
          persons: [...persons],
          until: addMonths(home.today, Number(months)),
          reason: reason.trim(),
        })
      }}
    >
      <Field label={t('wishService')}>
        {(id, describedBy) => (
          <Select
            id={id}
            describedBy={describedBy}
            value={party}
            options={[
              { value: '', label: t('wishChoose') },
              ...services.map(({ partyId, service }) => ({ value: partyId, label: service })),
            ]}
            onChoose={setParty}
          />
        )}
      </Field>
      <fieldset className="start__ticks">
        <legend>{t('wishAreas')}</legend>
        {consentAreas.map((area) => (
          <TickTile
            key={area}
            type="checkbox"
            name="wish-area"
            value={area}
            checked={areas.includes(area)}
            onChange={() => setAreas((those) => toggled(those, area))}
          >
            <span>{areaName(area, 'work')}</span>
          </TickTile>
        ))}
      </fieldset>
      <fieldset className="start__ticks">
        <legend>{t('wishPersons')}</legend>
        {home.members.map((member) => (
          <TickTile
            key={member.id}
            type="checkbox"
            name="wish-person"
            value={member.id}
            checked={persons.includes(member.id)}
            onChange={() => setPersons((those) => toggled(those, member.id))}
          >
            <bdi>{member.calledName}</bdi>
          </TickTile>
        ))}
      </fieldset>
      <Field label={t('wishUntil')}>
        {(id) => (
          <Select
            id={id}
            value={months}
            options={offeredConsentMonths.map((each) => ({ value: `${each}` as const, label: t(`wishMonths${each}`) }))}
            onChoose={setMonths}
          />
        )}
      </Field>
      <LongText label={t('wishWhy')} help={t('wishWhyHelp')} value={reason} onChange={setReason} />
      <p role="status" className={said ? 'field__wrong' : ''} hidden={said === '' && sent === ''}>
        {said || (sent !== '' ? t('wishSent', { service: sent }) : '')}
      </p>
      <NotSent error={wishing.error} />
      <div className="row">
        <Button type="submit" look="second" aria-busy={wishing.isPending}>
          {t('wishSend')}
        </Button>
      </div>
    </form>
  )
}

interface Service {
  readonly partyId: PartyId
  readonly service: string
}

/** The services of the municipality, as far as somebody who works there sits at this table or could. */
function servicesOf(home: FamilyHome, seats: Seats): Service[] {
  const seated = home.seats.filter(({ isLeader, isTrusted }) => !isLeader && !isTrusted)
  const all = new Map([...seated, ...seats.candidates].map(({ partyId, service }) => [partyId, service]))
  return [...all].map(([partyId, service]) => ({ partyId, service }))
}
