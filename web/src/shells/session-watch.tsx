import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lastAnswerAt } from '../api.ts'
import { signInAt } from '../paths.ts'
import { meQuery } from '../queries.ts'
import { clockTime } from '../texts/format.ts'
import { Button, ButtonAnchor } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SignOut } from './sign-out.tsx'

/** How long before the end we ask whether somebody is there (REQ-102 wants two minutes at least). */
const warningMs = 2 * 60_000 + 15_000
/** Timers stop while a phone sleeps, so the clock is looked at again and again instead of waited for. */
const lookEveryMs = 5_000

/** Watches the session's end: asks in good time whether somebody is there. When nobody answers, SignedOut takes the page's place. */
export function SessionWatch({ door }: { door: 'citizen' | 'staff' }) {
  const { t } = useTranslation(['session', 'everywhere'])
  const queryClient = useQueryClient()
  const { data: me, dataUpdatedAt } = useQuery(meQuery)
  const [now, setNow] = useState(() => Date.now())
  const [askedAt, setAskedAt] = useState<string | null>(null)

  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), lookEveryMs)
    return () => clearInterval(timer)
  }, [])

  // The end we were told, put off by each answer since. The server is not asked: a question would be use, and keep the session alive.
  const told = me ? Date.parse(me.sessionEnds) : Infinity
  const ends = Math.max(told, lastAnswerAt() + (told - dataUpdatedAt))
  const soon = ends - now < warningMs
  // Only at the very end is the server asked: another tab may have been in use.
  const over = soon && ends <= now
  useEffect(() => {
    if (over) void queryClient.query({ ...meQuery, staleTime: 0 }).catch(() => undefined)
  }, [over, queryClient])

  if (!me || !soon || over) return null
  const clock = clockTime(new Date(ends))
  const asked = askedAt === me.sessionEnds
  return (
    <Dialog open title={t('session:soonTitle')}>
      <p role={asked ? 'status' : undefined}>
        {asked ? t('session:cannotStay', { clock }) : t('session:soonText', { clock })}
      </p>
      <div className="row">
        {asked ? (
          <ButtonAnchor href={signInAt(door, window.location.pathname + window.location.search)}>
            {t('session:signInAgain')}
          </ButtonAnchor>
        ) : (
          <Button
            onClick={() => {
              setAskedAt(me.sessionEnds)
              void queryClient.query({ ...meQuery, staleTime: 0 }).catch(() => undefined)
            }}
          >
            {t('session:stillHere')}
          </Button>
        )}
        <SignOut label={t('session:closeNow')} />
      </div>
    </Dialog>
  )
}
