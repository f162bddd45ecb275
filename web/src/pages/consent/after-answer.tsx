import type { ConsentArea } from '@velferdslab/core/areas'
import type { ConsentPicture } from '@velferdslab/core/consent'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { ConsentId } from '@velferdslab/core/ids'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { page } from '../../paths.ts'
import { atStart, dayAndClock, inList } from '../../texts/format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { unanswered, type Person, type Service } from './consent-words.ts'
import { Sentence } from './sentence.tsx'
import { StopOne } from './stop-one.tsx'

/** What I answered. Time to think is no answer: nothing is sent, and nothing happens. */
export type Outcome =
  | { answer: 'yes'; areas: ConsentArea[]; persons: Person[]; until: CalendarDay; consentId: ConsentId | undefined }
  | { answer: 'no' }
  | { answer: 'thinking' }

interface AfterAnswerProps {
  picture: ConsentPicture
  service: Service
  outcome: Outcome
  onAgain: () => void
}

export function AfterAnswer({ picture, service, outcome, onAgain }: AfterAnswerProps) {
  const { t } = useTranslation('consent')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    window.scrollTo({ top: 0 })
    heading.current?.focus({ preventScroll: true })
  }, [])
  const title = outcome.answer === 'yes' ? t('saidYes') : outcome.answer === 'no' ? t('saidNo') : t('thinking')
  return (
    <section className="after" aria-labelledby="after-title">
      <span className={`after__mark${outcome.answer === 'yes' ? '' : ' after__mark--calm'}`}>
        <Icon name={outcome.answer === 'thinking' ? 'think' : 'check'} />
      </span>
      <h1 id="after-title" ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {outcome.answer === 'yes' ? (
        <SaidYes picture={picture} service={service} outcome={outcome} />
      ) : outcome.answer === 'no' ? (
        <>
          <p>{t('noted')}</p>
          <p className="soft">{t('notedChange')}</p>
        </>
      ) : (
        <p>{t('thinkingText', { Service: atStart(service.inSentence) })}</p>
      )}
      <Onwards picture={picture} service={service} />
      {outcome.answer === 'yes' && (
        <section className="stop after__stop" aria-labelledby="how-stop">
          <h2 id="how-stop">{t('howStopTitle')}</h2>
          <p>{t('howStop')}</p>
          <div className="row">
            <StopOne picture={picture} service={service} />
            <Button look="quiet" onClick={onAgain}>
              {t('changeAnswer')}
            </Button>
          </div>
        </section>
      )}
    </section>
  )
}

function SaidYes({
  picture,
  service,
  outcome,
}: {
  picture: ConsentPicture
  service: Service
  outcome: Outcome & { answer: 'yes' }
}) {
  const { t } = useTranslation('consent')
  const mine = service.mine.find(({ id }) => id === outcome.consentId)
  // For whom it does not count yet, by the server's own picture: never by what the other parent did.
  const waiting = outcome.persons.filter((person) =>
    service.squares.some(
      ({ personId, area, state }) => personId === person.id && outcome.areas.includes(area) && state === 'awaiting',
    ),
  )
  return (
    <>
      {mine && <p className="soft after__when">{atStart(dayAndClock(mine.givenAt, picture.today))}</p>}
      <Card>
        <p className="sentence">
          <Sentence
            onePerson={picture.family.onePerson}
            service={service.inSentence}
            areas={outcome.areas}
            persons={outcome.persons}
            until={outcome.until}
          />
        </p>
      </Card>
      <p>
        {waiting.length < outcome.persons.length
          ? t('thanks', { Service: atStart(service.inSentence) })
          : t('thanksWaiting')}
      </p>
      {mine && mine.asGuardianFor.length > 0 && <p>{t('saidAsGuardian', { names: inList(mine.asGuardianFor) })}</p>}
      {waiting.length > 0 && (
        <Notice icon="person">{t('notYet', { names: inList(waiting.map(({ calledName }) => calledName)) })}</Notice>
      )}
    </>
  )
}

/** The next service that has no answer, else the picture of them all. */
function Onwards({ picture, service }: { picture: ConsentPicture; service: Service }) {
  const { t } = useTranslation('consent')
  const at = picture.services.indexOf(service)
  const open = unanswered(picture).filter(({ partyId }) => partyId !== service.partyId)
  const next = open.find((each) => picture.services.indexOf(each) > at) ?? open[0]
  return (
    <div className="stack">
      {next ? (
        <ButtonLink wide iconAfter="right" to={page.consent} params={{ partyId: next.partyId }}>
          {t('next', { service: next.inSentence })}
        </ButtonLink>
      ) : (
        <>
          <p>{unanswered(picture).length === 0 && t('allAnswered')}</p>
          <ButtonLink wide to={page.consents}>
            {t('toPicture')}
          </ButtonLink>
        </>
      )}
      <ButtonLink look="quiet" wide to={page.home}>
        {t('toHome')}
      </ButtonLink>
    </div>
  )
}
