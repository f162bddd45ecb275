import type { FamilyHome } from '@velferdslab/core/family'
import { useTranslation } from 'react-i18next'
import { page } from '../../paths.ts'
import { atStart, countWord } from '../../texts/format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { ClothWords } from './cloth-words.tsx'

const startTexts = {
  leader: ['nextLeader', 'nextLeaderText'],
  seats: ['nextSeats', 'nextSeatsText'],
  door: ['nextDoor', 'nextDoorText'],
  declined: ['nextDeclined', 'nextDeclinedText'],
} as const

/** The one next thing, from what is true now: the agreement that waits, what waits where the course begins, a service I have not answered, an empty cloth, or the cloth to read on. */
export function NextStep({ home }: { home: FamilyHome }) {
  const { t } = useTranslation('home')
  const [first, ...others] = home.unanswered
  return (
    <section className="next" aria-labelledby="next-title">
      <h2 id="next-title">{t('nextTitle')}</h2>
      {home.agreementWaits ? (
        <>
          <p className="next__big">{t('nextAgreement')}</p>
          <p>{t('nextAgreementText')}</p>
          <ButtonLink look="amber" iconAfter="right" to={page.agreement}>
            {t('nextAgreementDo')}
          </ButtonLink>
        </>
      ) : home.startStep ? (
        <>
          <p className="next__big">{t(startTexts[home.startStep][0])}</p>
          <p>{t(startTexts[home.startStep][1])}</p>
          <ButtonLink look="amber" iconAfter="right" to={page.myStart}>
            {t('nextStartDo')}
          </ButtonLink>
        </>
      ) : first ? (
        <>
          <p className="next__big">{t('nextAnswer', { service: first.inSentence })}</p>
          <p>
            {t('nextAnswerText', { Service: atStart(first.inSentence) })}{' '}
            {others.length > 0 && t('nextAnswerMore', { count: others.length, words: countWord(others.length) })}
          </p>
          <ButtonLink look="amber" iconAfter="right" to={page.consent} params={{ partyId: first.partyId }}>
            {t('nextAnswerDo')}
          </ButtonLink>
        </>
      ) : (
        <>
          <p className="next__big">{t(home.notes.count === 0 ? 'nextWrite' : 'nextRead')}</p>
          {home.notes.count === 0 ? <p>{t('nextWriteText')}</p> : <ClothWords home={home} />}
          <ButtonLink look="amber" icon="pen" to={page.myCloth}>
            {t(home.notes.count === 0 ? 'nextWriteDo' : 'nextReadDo')}
          </ButtonLink>
        </>
      )}
    </section>
  )
}
