import type { FamilyHome } from '@velferdslab/core/family'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { page } from '../../paths.ts'
import { atStart, countWord } from '../../texts/format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { ClothWords } from './cloth-words.tsx'
import { waitsForMe } from './waits.ts'

const startTexts = {
  leader: ['nextLeader', 'nextLeaderText'],
  seats: ['nextSeats', 'nextSeatsText'],
  door: ['nextDoor', 'nextDoorText'],
  declined: ['nextDeclined', 'nextDeclinedText'],
} as const

/**
 * The one next thing, from what is true now: the first of what waits for my answer, an empty cloth, or the cloth to read on. Below it, the
 * next meeting.
 */
export function NextStep({ home, children }: { home: FamilyHome; children: ReactNode }) {
  const { t } = useTranslation('home')
  return (
    <section className="next" aria-labelledby="next-title">
      <h2 id="next-title">{t('nextTitle')}</h2>
      <Step home={home} />
      {children}
    </section>
  )
}

function Step({ home }: { home: FamilyHome }) {
  const { t } = useTranslation('home')
  const [first, ...others] = home.unanswered
  const [wait] = waitsForMe(home)
  const said = (big: string, text: string) => (
    <>
      <p className="next__big">{big}</p>
      <p>{text}</p>
    </>
  )
  if (wait === 'agreement')
    return (
      <>
        {said(t('nextAgreement'), t('nextAgreementText'))}
        <ButtonLink look="amber" iconAfter="right" to={page.agreement}>
          {t('nextAgreementDo')}
        </ButtonLink>
      </>
    )
  if (wait === 'start' && home.startStep)
    return (
      <>
        {said(t(startTexts[home.startStep][0]), t(startTexts[home.startStep][1]))}
        <ButtonLink look="amber" iconAfter="right" to={page.myStart}>
          {t('nextStartDo')}
        </ButtonLink>
      </>
    )
  if (wait === 'services' && first)
    return (
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
    )
  if (wait === 'sign')
    return (
      <>
        {said(t('nextSign'), t('nextSignText'))}
        <ButtonLink look="amber" iconAfter="right" to={page.mySigning}>
          {t('nextSignDo')}
        </ButtonLink>
      </>
    )
  if (wait === 'decide') {
    const count = home.decisionsToAnswer
    return (
      <>
        {said(t('nextDecide', { count, Words: atStart(countWord(count)) }), t('nextDecideText'))}
        <ButtonLink look="amber" iconAfter="right" to={page.myPlan}>
          {t('nextDecideDo')}
        </ButtonLink>
      </>
    )
  }
  const isEmpty = home.notes.count === 0
  return (
    <>
      <p className="next__big">{t(isEmpty ? 'nextWrite' : 'nextRead')}</p>
      {isEmpty ? <p>{t('nextWriteText')}</p> : <ClothWords home={home} />}
      <ButtonLink look="amber" icon="pen" to={page.myCloth}>
        {t(isEmpty ? 'nextWriteDo' : 'nextReadDo')}
      </ButtonLink>
    </>
  )
}
