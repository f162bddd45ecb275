import { consentTextVersion, type ConsentPicture } from '@velferdslab/core/consent'
import type { ConsentArea } from '@velferdslab/core/areas'
import { daysBetween, type CalendarDay } from '@velferdslab/core/dates'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { giveConsent, refuseConsent, stopSquare } from '../../consent-api.ts'
import { areaInSentence } from '../../areas.ts'
import { useCommandId } from '../../command-id.ts'
import { page } from '../../paths.ts'
import { familyKey } from '../../queries.ts'
import { atStart, dayOf, endDay, inList, plainDay } from '../../texts/format.ts'
import { shownLanguage } from '../../texts/i18n.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import {
  asYou,
  guardianSays,
  isStanding,
  sentenceFor,
  type Person,
  type Service,
  type SquareSentence,
} from './consent-words.ts'
import { EndTiles } from './end-tiles.tsx'
import { endsToChoose } from './ends.ts'
import { NotSent } from '../../not-sent.tsx'
import { Sentence } from './sentence.tsx'
import { WordsRead } from './words-read.tsx'

interface ExplainedProps {
  picture: ConsentPicture
  service: Service
  person: Person
  area: ConsentArea
}

/** One square in sentences: who may read what about whom, since when and until when, and the one thing to do about it. */
export function Explained({ picture, service, person, area }: ExplainedProps) {
  const { t } = useTranslation(['consent', 'stop'])
  const queryClient = useQueryClient()
  const command = useCommandId()
  const [opening, setOpening] = useState(false)
  const [said, setSaid] = useState<'stopped' | 'opened' | 'waiting' | 'refused' | null>(null)

  const family = picture.family.id
  const square = service.squares.find((each) => each.area === area && each.personId === person.id)
  const state = square?.state ?? 'no'
  const Service = atStart(service.inSentence)
  const words = { service: service.inSentence, Service, area: areaInSentence(area), person: asYou(person) }
  const given = service.mine.find(
    (each) => isStanding(each) && each.areas.includes(area) && each.persons.includes(person.id),
  )
  const decidesAlone = !person.isMe && person.decidesAlone.includes(area)
  const sentence = sentenceFor(service, person, area, picture)
  const wish = service.wish?.areas.includes(area) && service.wish.persons.includes(person.id) ? service.wish : null

  const settle = async (what: typeof said) => {
    command.done()
    await queryClient.invalidateQueries({ queryKey: familyKey(family) })
    setOpening(false)
    setSaid(what)
  }
  const stop = useMutation({
    mutationFn: () => {
      const input = { partyId: service.partyId, area, personId: person.id }
      return stopSquare(family, { ...input, commandId: command.idFor(input) })
    },
    onSuccess: () => settle('stopped'),
  })
  const open = useMutation({
    mutationFn: ({ sentence, until }: { sentence: SquareSentence; until: CalendarDay }) => {
      const said = { areas: sentence.areas, persons: sentence.persons.map(({ id }) => id), until }
      const input = {
        ...said,
        partyId: service.partyId,
        purpose: 'make_and_follow_plan',
        language: shownLanguage(),
        textVersion: consentTextVersion,
      } as const
      return giveConsent(family, { ...input, commandId: command.idFor(input) })
    },
    onSuccess: () => settle(person.alsoNeeds.length > 0 ? 'waiting' : 'opened'),
  })

  const no = useMutation({
    mutationFn: () => {
      const input = {
        partyId: service.partyId,
        purpose: 'make_and_follow_plan',
        language: shownLanguage(),
        textVersion: consentTextVersion,
      } as const
      return refuseConsent(family, { ...input, commandId: command.idFor({ ...input, answer: 'no' }) })
    },
    onSuccess: () => settle('refused'),
  })

  const told = {
    refused: t('noted'),
    stopped: t('stoppedNow', words),
    opened: t('openedNow', words),
    waiting: t('openedWaiting', { name: person.calledName }),
  }
  // It counts by what another has said: there is nothing of mine to stop, and a no of mine is heard.
  const others = (state === 'yes' || state === 'soon') && !given
  const byGuardian = person.isMe
    ? picture.byGuardian.find((each) => each.counts && each.partyId === service.partyId && each.areas.includes(area))
    : undefined
  const mayStop = state === 'yes' || state === 'soon' || state === 'awaiting'
  const daysLeft = square?.until ? daysBetween(picture.today, square.until) : null
  return (
    <div className="explained">
      <div role="status">{said && <Notice icon="check">{told[said]}</Notice>}</div>
      {state === 'soon' && daysLeft !== null && (
        <Tag look="need" icon="clock">
          {daysLeft === 0 ? t('endsToday') : t('endsIn', { count: daysLeft })}
        </Tag>
      )}
      {/* Just done: the notice has said it. */}
      {said === null && (
        <p>
          {state === 'yes' || state === 'soon'
            ? t('canRead', words)
            : state === 'stopped'
              ? t('youStopped', words)
              : t('cannotRead', words)}
        </p>
      )}
      {state === 'awaiting' && said === null && <p>{t('notYet', { names: person.calledName })}</p>}
      {mayStop && square?.until && (
        <p className="small soft">
          {given
            ? t('givenAndUntil', { day: plainDay(dayOf(given.givenAt), picture.today), until: endDay(square.until) })
            : t('until', { until: endDay(square.until) })}
        </p>
      )}
      {mayStop && given && <WordsRead key={given.id} picture={picture} service={service} consent={given} />}
      {wish && state === 'no' && <p>{t('wishLine', { name: wish.by, reason: wish.reason })}</p>}
      {decidesAlone && <p>{t('squareDecidesAlone', { name: person.calledName, area: words.area })}</p>}
      {person.asGuardian && <p className="small soft">{guardianSays(person)}</p>}
      {others && said === null && (
        <p>{byGuardian ? t('guardianSaidYes', { name: byGuardian.guardian }) : t('othersSaidYes')}</p>
      )}

      {opening && sentence ? (
        <OpenForm
          picture={picture}
          service={service}
          sentence={sentence}
          busy={open.isPending}
          onYes={(until) => open.isPending || open.mutate({ sentence, until })}
          onNo={() => setOpening(false)}
        />
      ) : (
        <>
          {(state === 'no' || state === 'stopped' || state === 'soon') &&
            !decidesAlone &&
            (sentence ? (
              <Button wide icon="check" look={state === 'soon' ? 'primary' : 'second'} onClick={() => setOpening(true)}>
                {state === 'soon' ? t('extend') : t('openTitle')}
              </Button>
            ) : (
              <>
                <p className="small soft">{t('openWhole', { service: service.inSentence })}</p>
                <ButtonLink wide look="second" to={page.consent} params={{ partyId: service.partyId }}>
                  {t('openWholeDo')}
                </ButtonLink>
              </>
            ))}
          {others && (
            <>
              <Button wide look="stop" icon="stop" aria-busy={no.isPending} onClick={() => no.isPending || no.mutate()}>
                {t('no')}
              </Button>
              <p className="small soft">{t('noHow', { service: words.service })}</p>
            </>
          )}
          {mayStop && !others && (
            <>
              <Button
                wide
                look="stop"
                icon="stop"
                aria-busy={stop.isPending}
                onClick={() => stop.isPending || stop.mutate()}
              >
                {t('stopNow')}
              </Button>
              <p className="small soft">{t('stop:consequence', { service: words.service, Service: words.Service })}</p>
            </>
          )}
        </>
      )}
      <NotSent error={stop.error ?? open.error ?? no.error} />
    </div>
  )
}

interface OpenFormProps {
  picture: ConsentPicture
  service: Service
  sentence: SquareSentence
  busy: boolean
  onYes: (until: CalendarDay) => void
  onNo: () => void
}

/** The whole sentence the square is opened with. The end is asked for here too: nothing is chosen beforehand. */
function OpenForm({ picture, service, sentence, busy, onYes, onNo }: OpenFormProps) {
  const { t } = useTranslation(['consent', 'stop'])
  const shared = sentence.persons.filter(({ alsoNeeds }) => alsoNeeds.length > 0).map(({ calledName }) => calledName)
  const [until, setUntil] = useState<CalendarDay | null>(null)
  const [tooEarly, setTooEarly] = useState(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTooEarly(until === null)
    if (until) onYes(until)
  }
  return (
    <form className="explained__open" onSubmit={submit} noValidate>
      <p className="sentence sentence--small" aria-live="polite">
        <Sentence
          onePerson={picture.family.onePerson}
          service={service.inSentence}
          areas={sentence.areas}
          persons={sentence.persons}
          until={until}
        />
      </p>
      {sentence.replaces && <p className="small soft">{t('openReplaces')}</p>}
      {shared.length > 0 && (
        <p className="explained__line small">
          <Icon name="person" small />
          {t('youAnswerFor', { child: inList(shared) })}
        </p>
      )}
      <fieldset>
        <legend className="strong">{t('openUntil')}</legend>
        <EndTiles
          name="square-until"
          ends={endsToChoose(picture, undefined)}
          chosen={until}
          wished={undefined}
          onChoose={setUntil}
        />
      </fieldset>
      <p role="status" className="strong" hidden={!tooEarly || until !== null}>
        {tooEarly && until === null ? t('openNeeds') : ''}
      </p>
      <Button type="submit" wide icon="check" look={until ? 'primary' : 'waiting'} aria-busy={busy}>
        {t('yes')}
      </Button>
      <Button wide look="quiet" onClick={onNo}>
        {t('stop:notNow')}
      </Button>
    </form>
  )
}
