import './break-glass.css'
import type { BreakGlass } from '@velferdslab/core/break-glass'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { breakGlassQuery, closeGlass } from '../../break-glass-api.ts'
import { NotSent } from '../../not-sent.tsx'
import { page } from '../../paths.ts'
import { countWord } from '../../texts/format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { areasInWords } from '../law/rule-words.ts'
import { useLaw } from '../law/use-law.ts'

/** On every page of who works here: what is open by break-glass, how long, and the way out; and what waits for a manager to look at. */
export function GlassBanner() {
  const { pathname } = useLocation()
  const { data } = useQuery({ ...breakGlassQuery, refetchInterval: 60_000 })
  if (!data) return null
  const isThere = pathname === page.breakGlass
  const waiting = data.reviews.filter(({ isMine, answered }) => isMine && !answered).length
  return (
    <>
      {data.open && <OpenNow key={data.open.actId} open={data.open} />}
      {waiting > 0 && !isThere && <Waiting count={waiting} />}
    </>
  )
}

function OpenNow({ open }: { open: NonNullable<BreakGlass['open']> }) {
  const { t } = useTranslation('breakGlass')
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const minutes = useMinutesUntil(open.until, () => void queryClient.invalidateQueries())
  const closing = useLaw(
    breakGlassQuery.queryKey,
    (_: null, commandId) => closeGlass(open.actId, { commandId }),
    () => {
      // What was read stays on no page.
      queryClient.removeQueries({ queryKey: ['family', open.family.id] })
      void navigate({ to: page.families })
    },
  )
  return (
    <section className="glass" aria-label={t('banner')}>
      <Icon name="bell" />
      <div className="glass__what">
        <p>
          <b>{t('bannerReads', { name: open.family.name, areas: areasInWords(open.areas, 'work') })}</b>
        </p>
        <p className="small">
          {minutes > 0 ? t('left', { count: minutes }) : t('leftLast')}. {t('readsOnly')}
        </p>
        <NotSent error={closing.error} />
      </div>
      <div className="row">
        <ButtonLink look="second" to={page.family} params={{ familyId: open.family.id }}>
          {t('toFamily')}
        </ButtonLink>
        <Button aria-busy={closing.isPending} onClick={() => closing.mutate(null)}>
          {t('close')}
        </Button>
      </div>
    </section>
  )
}

function Waiting({ count }: { count: number }) {
  const { t } = useTranslation('breakGlass')
  return (
    <section className="glass glass--calm" aria-label={t('reviewsTitle')}>
      <Icon name="bell" />
      <p className="glass__what">{t('wait', { count, words: countWord(count) })}</p>
      <Link to={page.breakGlass} className="link-button">
        {t('toReviews')}
      </Link>
    </section>
  )
}

/** Whole minutes left; when none is, what is open by it is asked for anew. */
function useMinutesUntil(until: string, onOver: () => void): number {
  const left = () => Date.parse(until) - Date.now()
  const [milliseconds, setLeft] = useState(left)
  useEffect(() => {
    const timer = setInterval(() => {
      setLeft(left())
      if (left() > 0) return
      clearInterval(timer)
      onOver()
    }, 1_000)
    return () => clearInterval(timer)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- one clock for one end
  }, [until])
  return Math.floor(milliseconds / 60_000)
}
