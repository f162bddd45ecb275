import './near-end.css'
import { consentTextVersion, type Consent, type ConsentPicture } from '@velferdslab/core/consent'
import { extendedUntil, isNearEnd } from '@velferdslab/core/consent-rules'
import { daysBetween } from '@velferdslab/core/dates'
import { useTranslation } from 'react-i18next'
import { extendConsent } from '../../consent-record-api.ts'
import { NotSent } from '../../not-sent.tsx'
import { atStart, countWord, dayOf, endDay } from '../../texts/format.ts'
import { shownLanguage } from '../../texts/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useStart } from '../start/use-start.ts'
import { areasInOrder, isStanding, personsInOrder, type Service } from './consent-words.ts'
import { Sentence } from './sentence.tsx'

/** My sentences that are near their end: each with its own words to a new day, and one press that says them. To let one end takes none. */
export function NearEnd({ picture }: { picture: ConsentPicture }) {
  const { t } = useTranslation('consent')
  const near = picture.services.flatMap((service) =>
    service.mine
      .filter((consent) => isStanding(consent) && consent.recorded?.channel !== 'oral')
      .filter(({ until }) => until !== null && isNearEnd(until, picture))
      .map((consent) => ({ service, consent })),
  )
  if (near.length === 0) return null
  return (
    <Card title={t('nearTitle', { count: near.length, Words: atStart(countWord(near.length)) })} className="who__above">
      <ul className="near">
        {near.map(({ service, consent }) => (
          <li key={consent.id}>
            <One picture={picture} service={service} consent={consent} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function One({ picture, service, consent }: { picture: ConsentPicture; service: Service; consent: Consent }) {
  const { t } = useTranslation('consent')
  const { today } = picture
  const end = consent.until ?? today
  const until = extendedUntil(dayOf(consent.givenAt), end, today)
  const extending = useStart<{ language: ReturnType<typeof shownLanguage>; textVersion: string }>(
    picture.family.id,
    (input) => extendConsent(picture.family.id, consent.id, { ...input, until }),
  )
  const days = daysBetween(today, end)
  return (
    <>
      <Tag look="need" icon="clock">
        {days === 0 ? t('endsToday') : t('endsIn', { count: days })}
      </Tag>
      <p className="sentence sentence--small">
        <Sentence
          onePerson={picture.family.onePerson}
          service={service.inSentence}
          areas={areasInOrder(consent.areas, picture)}
          persons={personsInOrder(consent.persons, picture)}
          until={until}
        />
      </p>
      <p className="small soft">{t('nearElse')}</p>
      <NotSent error={extending.error} />
      <div className="row">
        <Button
          icon="check"
          aria-busy={extending.isPending}
          onClick={() =>
            extending.isPending || extending.mutate({ language: shownLanguage(), textVersion: consentTextVersion })
          }
        >
          {t('nearDo', { until: endDay(until) })}
        </Button>
      </div>
    </>
  )
}
