import { consentAreas, isSensitiveArea, type ConsentArea } from '@velferdslab/core/areas'
import { consentTextVersion } from '@velferdslab/core/consent'
import type { ConsentRecords } from '@velferdslab/core/consent-record'
import { addMonths, type CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId, PartyId, PersonId } from '@velferdslab/core/ids'
import { longestConsentMonths } from '@velferdslab/core/consent'
import { ownNameOf, textLanguages, type TextLanguage } from '@velferdslab/core/text-language'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { areaName } from '../../areas.ts'
import { recordConsent, recordRefusal, textQuery } from '../../consent-record-api.ts'
import { NotSent } from '../../not-sent.tsx'
import { api } from '../../paths.ts'
import { inList } from '../../texts/format.ts'
import { shownLanguage } from '../../texts/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field, Picks, Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { DayField } from '../../ui/text-field.tsx'
import { TickTile } from '../../ui/tick-tile.tsx'
import { toggled } from '../../ui/toggled.ts'
import { useStart } from '../start/use-start.ts'
import { RecordSentence } from './record-sentence.tsx'

type Form = NonNullable<ConsentRecords['form']>
type Channel = 'paper' | 'oral'

interface RecordFormProps {
  familyId: FamilyId
  form: Form
  today: CalendarDay
  onePerson: boolean
}

/** As on the family's own page: what is asked for by itself comes last. */
const inOrder = [
  ...consentAreas.filter((area) => !isSensitiveArea(area)),
  ...consentAreas.filter((area) => isSensitiveArea(area)),
]

const nothing = () => ({
  channel: null as Channel | null,
  answer: null as 'yes' | 'no' | null,
  giver: '' as PersonId | '',
  party: '' as PartyId | '',
  saidOn: '' as CalendarDay | '',
  areas: [] as readonly ConsentArea[],
  persons: [] as readonly PersonId[],
  until: '' as CalendarDay | '',
  witness: '' as PersonId | '',
  language: shownLanguage() as TextLanguage,
})

/** The leader writes down what stands on a paper, or what was just said. Nothing is chosen beforehand: it is somebody else's answer. */
export function RecordForm({ familyId, form, today, onePerson }: RecordFormProps) {
  const { t } = useTranslation('consentRecord')
  const [said, setSaid] = useState(nothing)
  const [tooEarly, setTooEarly] = useState(false)
  const [done, setDone] = useState('')
  const change = (changes: Partial<ReturnType<typeof nothing>>) => setSaid((before) => ({ ...before, ...changes }))

  const { data: text } = useQuery(textQuery('consent_sentence', said.language))
  const giver = form.givers.find(({ id }) => id === said.giver)
  const service = form.services.find(({ partyId }) => partyId === said.party)
  const isYes = said.answer === 'yes'
  const oral = said.channel === 'oral'
  // Who receives does not vouch, and nobody vouches for themself.
  const witnesses = form.witnesses.filter(({ id, partyId }) => partyId !== said.party && id !== said.giver)
  const recording = useStart<object>(
    familyId,
    (input) => {
      const what = input as { commandId: never }
      const common = {
        ...what,
        giverId: said.giver as PersonId,
        partyId: said.party as PartyId,
        purpose: 'make_and_follow_plan',
        saidOn: said.saidOn as CalendarDay,
        // What was shown: a language that is owed was read in bokmål.
        language: text?.language ?? 'nb',
        textVersion: text?.version ?? consentTextVersion,
      } as const
      if (!isYes) return recordRefusal(familyId, { ...common, channel: said.channel ?? 'oral' })
      return recordConsent(familyId, {
        ...common,
        areas: consentAreas.filter((area) => said.areas.includes(area)),
        persons: [...said.persons],
        until: said.until as CalendarDay,
        witnessId: oral ? (said.witness as PersonId) : null,
      })
    },
    () => {
      const words = { name: giver?.calledName ?? '' }
      setDone(t(!isYes ? 'doneNo' : oral ? 'doneOral' : 'donePaper', words))
      setSaid(nothing)
      setTooEarly(false)
    },
  )
  const gaps = [
    !giver && t('gapGiver'),
    said.channel === null && t('gapChannel'),
    said.saidOn === '' && t('gapDay'),
    !service && t('gapService'),
    said.answer === null && t('gapAnswer'),
    isYes && said.areas.length === 0 && t('gapArea'),
    isYes && said.persons.length === 0 && t('gapPerson'),
    isYes && said.until === '' && t('gapUntil'),
    isYes && oral && said.witness === '' && t('gapWitness'),
  ].filter((gap) => typeof gap === 'string')

  return (
    <Card title={t('formTitle')}>
      <form
        className="stack start__form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTooEarly(gaps.length > 0)
          setDone('')
          if (gaps.length === 0 && !recording.isPending) recording.mutate({ ...said })
        }}
      >
        <p>{t('formText')}</p>
        <Field label={t('giver')}>
          {(id) => (
            <Select
              id={id}
              value={said.giver}
              options={[
                { value: '', label: t('choose') },
                ...form.givers.map((each) => ({ value: each.id, label: each.calledName })),
              ]}
              onChoose={(value) => change({ giver: value, persons: [], witness: '' })}
            />
          )}
        </Field>
        <Picks
          legend={t('channel')}
          options={[
            { value: 'paper', label: t('paper') },
            { value: 'oral', label: t('oral') },
          ]}
          chosen={said.channel}
          onChoose={(channel: Channel) => change({ channel })}
        />
        <DayField
          label={oral ? t('saidOn') : t('signedOn')}
          max={today}
          value={said.saidOn}
          onChange={(day) => change({ saidOn: day as CalendarDay })}
        />
        <Field label={t('service')}>
          {(id) => (
            <Select
              id={id}
              value={said.party}
              options={[
                { value: '', label: t('choose') },
                ...form.services.map(({ partyId, name }) => ({ value: partyId, label: name })),
              ]}
              onChoose={(party) => change({ party, witness: '' })}
            />
          )}
        </Field>
        <Field label={t('language')}>
          {(id) => (
            <Select
              id={id}
              value={said.language}
              options={textLanguages.map((value) => ({ value, label: ownNameOf[value], lang: value }))}
              onChoose={(language) => change({ language })}
            />
          )}
        </Field>
        {text && text.language !== said.language && (
          <Notice icon="chat">
            <bdi lang={said.language}>{ownNameOf[said.language]}</bdi>: {t('owed')}
          </Notice>
        )}
        {service && (
          <a href={api.consentSheet(familyId, service.partyId, said.language)} target="_blank" rel="noreferrer">
            {t('sheet', { service: service.inSentence })}
          </a>
        )}
        <Picks
          legend={t('answer')}
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
          chosen={said.answer}
          onChoose={(answer: 'yes' | 'no') => change({ answer })}
        />
        {isYes && giver && (
          <>
            <fieldset className="start__ticks">
              <legend>{t('areas')}</legend>
              {inOrder.map((area) => (
                <TickTile
                  key={area}
                  type="checkbox"
                  name="record-area"
                  value={area}
                  checked={said.areas.includes(area)}
                  onChange={() => change({ areas: toggled(said.areas, area) })}
                >
                  <span>{areaName(area, 'work')}</span>
                </TickTile>
              ))}
            </fieldset>
            <fieldset className="start__ticks">
              <legend>{t('persons')}</legend>
              {giver.persons.map(({ id, calledName }) => (
                <TickTile
                  key={id}
                  type="checkbox"
                  name="record-person"
                  value={id}
                  checked={said.persons.includes(id)}
                  onChange={() => change({ persons: toggled(said.persons, id) })}
                >
                  <bdi>{calledName}</bdi>
                </TickTile>
              ))}
            </fieldset>
            <DayField
              label={t('until')}
              min={today}
              max={addMonths(today, longestConsentMonths)}
              value={said.until}
              onChange={(day) => change({ until: day as CalendarDay })}
            />
            {oral && (
              <Field label={t('witness')} help={t('witnessHelp')}>
                {(id, describedBy) => (
                  <Select
                    id={id}
                    describedBy={describedBy}
                    value={said.witness}
                    options={[
                      { value: '', label: t('choose') },
                      ...witnesses.map((each) => ({
                        value: each.id,
                        label: each.service.startsWith(each.calledName)
                          ? each.calledName
                          : t('witnessOf', { name: each.calledName, service: each.service }),
                      })),
                    ]}
                    onChoose={(witness) => change({ witness })}
                  />
                )}
              </Field>
            )}
            {service && (
              <div className="records__read">
                <p className="small soft">{oral ? t('readAloud') : t('onPaper')}</p>
                <p className="sentence sentence--small">
                  <RecordSentence
                    onePerson={onePerson}
                    record={{
                      giverId: giver.id,
                      service: service.inSentence,
                      areas: said.areas,
                      persons: giver.persons.filter(({ id }) => said.persons.includes(id)),
                      until: said.until === '' ? null : said.until,
                    }}
                  />
                </p>
              </div>
            )}
            {oral && <Notice icon="clock">{t('oralEnds', { count: form.confirmDays, name: giver.calledName })}</Notice>}
          </>
        )}
        <p
          role="status"
          className={tooEarly && gaps.length > 0 ? 'field__wrong' : ''}
          hidden={done === '' && !(tooEarly && gaps.length > 0)}
        >
          {tooEarly && gaps.length > 0 ? t('gaps', { what: inList(gaps) }) : done}
        </p>
        <NotSent error={recording.error} />
        <div className="row">
          <Button
            type="submit"
            icon="pen"
            look={gaps.length === 0 ? 'primary' : 'waiting'}
            aria-busy={recording.isPending}
          >
            {t('send')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
