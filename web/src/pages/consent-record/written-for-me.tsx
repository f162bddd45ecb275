import './consent-record.css'
import { consentTextVersion, type Consent, type ConsentPicture } from '@velferdslab/core/consent'
import type { ConsentId, FamilyId } from '@velferdslab/core/ids'
import { useTranslation } from 'react-i18next'
import { confirmConsent, withdrawConsent } from '../../consent-record-api.ts'
import { NotSent } from '../../not-sent.tsx'
import { dayOf, plainDay } from '../../texts/format.ts'
import { shownLanguage } from '../../texts/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { isStanding, personsInOrder, areasInOrder, type Service } from '../consent/consent-words.ts'
import { Sentence } from '../consent/sentence.tsx'
import { useStart } from '../start/use-start.ts'

type Recorded = Consent & { recorded: NonNullable<Consent['recorded']> }

/** What others wrote down that I said: shown at once, confirmed with a press, and stopped with a press. */
export function WrittenForMe({ picture }: { picture: ConsentPicture }) {
  const { t } = useTranslation('consentRecord')
  const written = picture.services.flatMap((service) =>
    service.mine
      .filter((consent): consent is Recorded => consent.recorded !== null)
      // A no stands as long as it is the last answer.
      .filter((consent) => isStanding(consent) || (consent.answer === 'no' && consent === service.mine[0]))
      .map((consent) => ({ service, consent })),
  )
  const coded = picture.services.flatMap((service) =>
    service.mine
      .filter(
        (consent) =>
          consent.byCode && (isStanding(consent) || (consent.answer === 'no' && consent === service.mine[0])),
      )
      .map((consent) => ({ service, consent })),
  )
  if (written.length + coded.length === 0) return null
  return (
    <Card title={t('mineTitle')} className="who__above">
      <ul className="records">
        {coded.map(({ service, consent }) => (
          <li key={consent.id}>
            <Coded picture={picture} service={service} consent={consent} />
          </li>
        ))}
        {written.map(({ service, consent }) => (
          <li key={consent.id}>
            <One picture={picture} service={service} consent={consent} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What I answered with a code, and with whose help. It is stopped as everything else I have said. */
function Coded({ picture, service, consent }: { picture: ConsentPicture; service: Service; consent: Consent }) {
  const { t } = useTranslation('consentRecord')
  const { helper, place } = consent.byCode ?? { helper: null, place: null }
  const words = {
    day: plainDay(dayOf(consent.givenAt), picture.today),
    name: helper ?? '',
    place: place ?? '',
    service: service.inSentence,
  }
  if (consent.answer === 'no') return <p>{t(helper ? 'mineNoCodeHelp' : 'mineNoCode', words)}</p>
  return (
    <>
      <p>{t(helper ? 'mineCodeHelp' : 'mineCode', words)}</p>
      <p className="records__words">
        <Sentence
          onePerson={picture.family.onePerson}
          service={service.inSentence}
          areas={areasInOrder(consent.areas, picture)}
          persons={personsInOrder(consent.persons, picture)}
          until={consent.until}
        />
      </p>
      <Answer family={picture.family.id} id={consent.id} oral={false} />
    </>
  )
}

function One({ picture, service, consent }: { picture: ConsentPicture; service: Service; consent: Recorded }) {
  const { t } = useTranslation(['consentRecord', 'consent'])
  const { recorded } = consent
  const family = picture.family.id
  const words = {
    by: recorded.by,
    day: plainDay(recorded.saidOn, picture.today),
    service: service.inSentence,
    witness: recorded.witness ?? '',
  }
  if (consent.answer === 'no')
    return <p>{t(recorded.channel === 'paper' ? 'consentRecord:mineNoPaper' : 'consentRecord:mineNoOral', words)}</p>
  const oral = recorded.channel === 'oral'
  return (
    <>
      <p>{t(oral ? 'consentRecord:mineOral' : 'consentRecord:minePaper', words)}</p>
      <p className="records__words">
        <Sentence
          onePerson={picture.family.onePerson}
          service={service.inSentence}
          areas={areasInOrder(consent.areas, picture)}
          persons={personsInOrder(consent.persons, picture)}
          until={recorded.until}
        />
      </p>
      {oral && consent.until && (
        <p className="small soft">
          {consent.state === 'unheard' ? t('consentRecord:mineUnheard', words) : null}{' '}
          {t('consentRecord:mineConfirmBy', { day: plainDay(consent.until, picture.today) })}
        </p>
      )}
      <Answer family={family} id={consent.id} oral={oral} />
    </>
  )
}

function Answer({ family, id, oral }: { family: FamilyId; id: ConsentId; oral: boolean }) {
  const { t } = useTranslation('consentRecord')
  const confirming = useStart<{ language: ReturnType<typeof shownLanguage>; textVersion: string }>(family, (input) =>
    confirmConsent(family, id, input),
  )
  const stopping = useStart<object>(family, (input) => withdrawConsent(family, id, input))
  const busy = confirming.isPending || stopping.isPending
  return (
    <>
      <NotSent error={confirming.error ?? stopping.error} />
      <div className="row">
        {oral && (
          <Button
            icon="check"
            aria-busy={confirming.isPending}
            onClick={() => busy || confirming.mutate({ language: shownLanguage(), textVersion: consentTextVersion })}
          >
            {t('mineConfirm')}
          </Button>
        )}
        <Button look="stop" icon="stop" aria-busy={stopping.isPending} onClick={() => busy || stopping.mutate({})}>
          {t('mineStop')}
        </Button>
      </div>
    </>
  )
}
