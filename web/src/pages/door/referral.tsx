import type { CalendarDay } from '@velferdslab/core/dates'
import type { Door } from '@velferdslab/core/referral'
import { useTranslation } from 'react-i18next'
import { dayOf, longDay } from '../../texts/format.ts'
import { languageName } from '../../texts/languages.ts'
import { page } from '../../paths.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Tag } from '../../ui/tag.tsx'

type One = Door['referrals'][number]

/** One family at the door, in its own words. */
export function Referral({ referral, today }: { referral: One; today: CalendarDay }) {
  const { t } = useTranslation('door')
  const { name, sentBy, service, contact, message } = referral
  const reached = {
    sms: () => t('reachSms', { contact: contact ?? '' }),
    call: () => t('reachCall', { contact: contact ?? '' }),
    letter: () => t('reachLetter', { contact: contact ?? '' }),
    sender: () => t('reachSender', { name: sentBy ?? '' }),
  }
  const on = longDay(referral.yesOn, today)
  return (
    <Card title={<bdi>{name}</bdi>} className="at-door__one">
      <p>{referral.bySelf ? t('sentBySelf') : t('sentBy', { name: sentBy ?? '', service: service ?? '' })}</p>
      {!referral.bySelf && (
        <div>
          <Tag look="ok" icon="check">
            {referral.yesHow === 'spoken' ? t('yesSpoken', { day: on }) : t('yesWritten', { day: on })}
          </Tag>
        </div>
      )}
      <h3>{t('hopes', { name })}</h3>
      <blockquote dir="auto">{referral.hopes}</blockquote>
      <h3>{t('contact', { name })}</h3>
      <p>
        {referral.bySelf ? contact : reached[referral.reach]()}
        <br />
        {t('language', { language: languageName[referral.language] })}
      </p>
      {referral.senderLeft && (
        <Notice icon="person" look="need">
          {t(referral.reach === 'sender' ? 'senderLeftReach' : 'senderLeft', { name: sentBy ?? '' })}
        </Notice>
      )}
      {message === 'failed' && (
        <Notice icon="phone" look="need">
          {t('messageFailed')}
        </Notice>
      )}
      {message === 'waiting' && <p className="soft">{t('messageWaiting')}</p>}
      {message === 'sent' && !referral.hasSignedIn && <p className="soft">{t('messageSent')}</p>}
      {referral.signedAt !== null && (
        <div>
          <Tag look="ok" icon="check">
            {t('signed', { day: longDay(dayOf(referral.signedAt), today) })}
          </Tag>
        </div>
      )}
      <ButtonLink iconAfter="right" to={page.doorFamily} params={{ familyId: referral.familyId }}>
        {t('openList')}
      </ButtonLink>
      <p className="soft">{referral.hasSignedIn ? t('signedIn', { name }) : t('notSignedIn', { name })}</p>
    </Card>
  )
}
