import type { CalendarDay } from '@velferdslab/core/dates'
import { useTranslation } from 'react-i18next'
import { isRefused, Refused } from './api.ts'
import { dayOf, longDay } from './texts/format.ts'
import { Notice } from './ui/notice.tsx'

/** What the sentences of refusals have holes for. A day comes as data, and is said as a day. */
function inWords({ day, ...rest }: Record<string, string> = {}) {
  const said = day === undefined ? {} : { day: longDay(day as CalendarDay, dayOf(new Date())) }
  return { name: '', amount: '', right: '', service: '', day: '', days: '', age: '', ...rest, ...said }
}

/** Why an answer did not go through: the server's reason in words, or that it never came there. What was ticked stands still. */
export function NotSent({ error }: { error: Error | null }) {
  const { t } = useTranslation(['errors', 'refusals'])
  // Signed out: the shell covers the page and offers the way back.
  if (!error || isRefused(error, 'not-signed-in')) return null
  return (
    <Notice icon="bell" look="need" role="alert">
      {error instanceof Refused ? (
        t(`refusals:${error.refusal.refused}`, inWords(error.refusal.values))
      ) : (
        <>
          <b>{t('errors:notSentTitle')}.</b> {t('errors:notSentKept')} {t('errors:notSentNow')}
        </>
      )}
    </Notice>
  )
}
