import type { Act } from '@velferdslab/core/act'
import type { CalendarDay } from '@velferdslab/core/dates'
import { useTranslation } from 'react-i18next'
import { byLawQuery, endAct } from '../../law-api.ts'
import { NotSent } from '../../not-sent.tsx'
import { page } from '../../paths.ts'
import { dayAndClock, longDay } from '../../texts/format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { areasInWords, lastDay, ruleName, ruleTitle } from './rule-words.ts'
import { useLaw } from './use-law.ts'

/** An act as the one who did it, or received it, sees it: whom, what, why, how long, and when the family is told. */
export function ActItem({ act, today, isMine }: { act: Act; today: CalendarDay; isMine: boolean }) {
  const { t } = useTranslation('law')
  const { isOver } = act
  const ending = useLaw(byLawQuery.queryKey, (_: null, commandId) => endAct(act.id, { commandId }))
  const areas = areasInWords(act.areas, 'work')
  const reads = isMine
    ? t(isOver ? 'actDid' : 'actReads', { ...act.receiver, areas })
    : t(isOver ? 'actYouDid' : 'actYouRead', { areas })
  return (
    <li>
      <h3>
        <bdi>{act.family.name}</bdi>
      </h3>
      <p className="strong">{reads}</p>
      {act.rule && (
        <p>
          {ruleTitle(act.rule)} ({ruleName(act.rule)})
        </p>
      )}
      {!isMine && <p className="small soft">{t('actBy', act.by)}</p>}
      {act.necessity && (
        <>
          <p className="small strong">{t('why')}</p>
          <p className="law__words" dir="auto">
            {act.necessity}
          </p>
        </>
      )}
      {act.delayReason && (
        <>
          <p className="small strong">{t('whyWaited')}</p>
          <p className="law__words" dir="auto">
            {act.delayReason}
          </p>
        </>
      )}
      <p className="small soft">
        {act.endedAt
          ? t('actEnded', { when: dayAndClock(act.endedAt, today) })
          : t(isOver ? 'actOver' : 'actUntil', { day: longDay(lastDay(act.until), today) })}
        {' · '}
        {act.toldAt
          ? t('actTold', { when: dayAndClock(act.toldAt, today) })
          : act.tellOn && t('actTellOn', { day: longDay(act.tellOn, today) })}
      </p>
      <NotSent error={ending.error} />
      {!isOver && (
        <div className="row">
          {!isMine && (
            <ButtonLink look="second" iconAfter="right" to={page.family} params={{ familyId: act.family.id }}>
              {t('actOpen')}
            </ButtonLink>
          )}
          <Button look="quiet" aria-busy={ending.isPending} onClick={() => ending.mutate(null)}>
            {t('actEnd')}
          </Button>
        </div>
      )}
    </li>
  )
}
