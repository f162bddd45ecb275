import type { ConsentArea } from '@velferdslab/core/areas'
import { consentTextVersion, type ConsentPicture } from '@velferdslab/core/consent'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { PersonId } from '@velferdslab/core/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type SubmitEvent } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { giveConsent, refuseConsent } from '../../consent-api.ts'
import { useCommandId } from '../../command-id.ts'
import { familyKey } from '../../queries.ts'
import { endDay, inList } from '../../texts/format.ts'
import { shownLanguage } from '../../texts/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ProgressSteps } from '../../ui/progress-steps.tsx'
import { toggled } from '../../ui/toggled.ts'
import type { Outcome } from './after-answer.tsx'
import { AreaTiles } from './area-tiles.tsx'
import { areasInOrder, areaWords, hasStandingYes, personsInOrder, unanswered, type Service } from './consent-words.ts'
import { EndTiles } from './end-tiles.tsx'
import { endsToChoose } from './ends.ts'
import { NotSent } from '../../not-sent.tsx'
import { PersonTiles } from './person-tiles.tsx'
import { Sentence } from './sentence.tsx'
import { WhatItMeans } from './what-it-means.tsx'
import { WishBox } from './wish-box.tsx'

interface AskFormProps {
  picture: ConsentPicture
  service: Service
  onAnswered: (outcome: Outcome) => void
}

/**
 * The sentence as a form: its own words are the legends, and what is ticked stands in it at once. Nothing is ticked beforehand,
 * not even the end. Yes, time to think and no are equally large.
 */
export function AskForm({ picture, service, onAnswered }: AskFormProps) {
  const { t } = useTranslation('consent')
  const queryClient = useQueryClient()
  const command = useCommandId()
  const [areas, setAreas] = useState<ReadonlySet<ConsentArea>>(new Set())
  const [persons, setPersons] = useState<ReadonlySet<PersonId>>(new Set())
  const [until, setUntil] = useState<CalendarDay | null>(null)
  const [tooEarly, setTooEarly] = useState(false)
  const areaBox = useRef<HTMLFieldSetElement>(null)
  const personBox = useRef<HTMLFieldSetElement>(null)
  const endBox = useRef<HTMLFieldSetElement>(null)

  const family = picture.family.id
  const chosenAreas = areasInOrder(areas, picture)
  const chosenPersons = personsInOrder(persons, picture)
  // Nobody answers for somebody who decides alone: said before it is sent, with whom and about what.
  const conflict = chosenPersons
    .map((person) => ({
      person,
      areas: person.isMe ? [] : chosenAreas.filter((area) => person.decidesAlone.includes(area)),
    }))
    .find((each) => each.areas.length > 0)
  const overdue = chosenPersons.find(({ asGuardian }) => asGuardian?.until && until && until > asGuardian.until)
  const whole = chosenAreas.length > 0 && chosenPersons.length > 0 && until !== null
  const ready = whole && !conflict && !overdue
  const gaps = [
    chosenAreas.length === 0 && { what: t('missingArea'), box: areaBox },
    chosenPersons.length === 0 && { what: t('missingPerson'), box: personBox },
    until === null && { what: t('missingUntil'), box: endBox },
  ].filter((gap) => gap !== false)
  const status = conflict
    ? t(conflict.person.asGuardian ? 'conflictGuardian' : 'conflict', {
        name: conflict.person.calledName,
        areas: inList(areaWords(conflict.areas)),
      })
    : overdue?.asGuardian?.until
      ? t('conflictMandateEnds', { name: overdue.calledName, until: endDay(overdue.asGuardian.until) })
      : tooEarly && gaps.length > 0
        ? t('missing', { what: inList(gaps.map(({ what }) => what)) })
        : ''
  const common = {
    partyId: service.partyId,
    purpose: 'make_and_follow_plan',
    language: shownLanguage(),
    textVersion: consentTextVersion,
  } as const

  const answered = async (outcome: Outcome) => {
    command.done()
    // The new answer is fetched before it is shown, so that the page says what is true for each person.
    await queryClient.invalidateQueries({ queryKey: familyKey(family) })
    onAnswered(outcome)
  }
  const yes = useMutation({
    mutationFn: (end: CalendarDay) => {
      const input = { ...common, areas: chosenAreas, persons: chosenPersons.map(({ id }) => id), until: end }
      return giveConsent(family, { ...input, commandId: command.idFor(input) })
    },
    onSuccess: ({ consentIds }, end) =>
      answered({ answer: 'yes', areas: chosenAreas, persons: chosenPersons, until: end, consentId: consentIds[0] }),
  })
  const no = useMutation({
    mutationFn: () => refuseConsent(family, { ...common, commandId: command.idFor({ ...common, answer: 'no' }) }),
    onSuccess: () => answered({ answer: 'no' }),
  })
  const sending = yes.isPending || no.isPending

  /** Pressing yes too early says what is missing and goes there. */
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (sending) return
    setTooEarly(!ready)
    if (ready) yes.mutate(until)
    else (gaps[0]?.box ?? personBox).current?.querySelector('input')?.focus()
  }

  const at = picture.services.indexOf(service)
  const onePerson = picture.family.onePerson
  return (
    <form className="ask" onSubmit={submit} noValidate>
      <div className="ask__col">
        <div className="ask__hello">
          <p className="soft">{t('progress', { now: at + 1, total: picture.services.length })}</p>
          <ProgressSteps
            done={picture.services.length - unanswered(picture).length}
            total={picture.services.length}
            now={at}
          />
          <h1>{t('ask', { service: service.inSentence })}</h1>
          <p>{service.seatedBy.length > 0 ? t('seated', { names: inList(service.seatedBy) }) : t('seatedNobody')}</p>
          {hasStandingYes(service) ? (
            <p className="small soft">{t('hadYes', { service: service.inSentence })}</p>
          ) : (
            service.mine[0]?.answer === 'no' && (
              <p className="small soft">{t('hadNo', { service: service.inSentence })}</p>
            )
          )}
        </div>
        <WishBox picture={picture} service={service} />
        <fieldset ref={areaBox}>
          <legend>
            <Trans t={t} i18nKey="partAreas" values={{ service: service.inSentence }} components={{ b: <b /> }} />
          </legend>
          <AreaTiles
            picture={picture}
            service={service}
            chosen={areas}
            onToggle={(area) => setAreas((set) => new Set(toggled([...set], area)))}
          />
        </fieldset>
        <fieldset ref={personBox}>
          <legend>{t('partPersons')}</legend>
          <PersonTiles
            picture={picture}
            service={service}
            chosen={persons}
            onToggle={(id) => setPersons((set) => new Set(toggled([...set], id)))}
          />
        </fieldset>
        <p className="ask__purpose">
          <Trans t={t} i18nKey={onePerson ? 'partPurposeOne' : 'partPurposeFamily'} components={{ b: <b /> }} />
        </p>
        <fieldset ref={endBox}>
          <legend>{t('partUntil')}</legend>
          <EndTiles
            name="until"
            ends={endsToChoose(picture, service.wish?.until)}
            chosen={until}
            wished={service.wish?.until}
            onChoose={setUntil}
          />
        </fieldset>
      </div>
      <div className="ask__col ask__answer">
        <Card title={t('preview')} className="ask__preview">
          {/* The legends beside it are the sentence with its gaps: here it stands once it can be read whole. */}
          <p className={whole ? 'sentence' : 'soft'} aria-live="polite" aria-atomic="true">
            {whole ? (
              <Sentence
                onePerson={picture.family.onePerson}
                service={service.inSentence}
                areas={chosenAreas}
                persons={chosenPersons}
                until={until}
              />
            ) : (
              t('needs')
            )}
          </p>
          <WhatItMeans service={service} />
          <p className="small ask__note">{t('free')}</p>
        </Card>
        <div className="ask__do">
          <p role="status" className="ask__missing" hidden={!status}>
            {status}
          </p>
          <Button type="submit" look={ready ? 'primary' : 'waiting'} icon="check" wide aria-busy={yes.isPending}>
            {t('yes')}
          </Button>
          <Button look="second" icon="think" wide onClick={() => sending || onAnswered({ answer: 'thinking' })}>
            {t('think')}
          </Button>
          <Button look="quiet" wide aria-busy={no.isPending} onClick={() => sending || no.mutate()}>
            {t('no')}
          </Button>
          <NotSent error={yes.error ?? no.error} />
        </div>
      </div>
    </form>
  )
}
