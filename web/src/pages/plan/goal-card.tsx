import type { Goal, Measure } from '@velferdslab/core/plan'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { areaIcon, areaName } from '../../areas.ts'
import { page } from '../../paths.ts'
import { money, plainDay } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Tag } from '../../ui/tag.tsx'
import { DecisionCard } from './decision-card.tsx'
import { calledName, costsOf, doerOf, usePlan, whenOf } from './plan-names.ts'

/** One goal: its thread back to the cloth, and what is done for it with the decisions beside. */
export function GoalCard({ goal }: { goal: Goal }) {
  const { t } = useTranslation('plan')
  const { plan, speaker, ask } = usePlan()
  const measures = plan.measures.filter((measure) => measure.goalId === goal.id)
  const mayWrite = plan.mayWrite.some((cell) => cell.aboutId === goal.about.id && cell.area === goal.area)
  return (
    <Card
      className="goal"
      title={
        <span className="goal__title">
          <Icon name="goal" />
          <span dir="auto">{goal.words.text}</span>
        </span>
      }
    >
      <div className="goal__facts">
        <Tag icon="clock">{t(goal.term)}</Tag>
        <Tag icon={areaIcon[goal.area]}>{areaName(goal.area, speaker)}</Tag>
        <Thread goal={goal} />
      </div>
      {measures.length === 0 ? (
        <p className="soft">{t('noMeasures')}</p>
      ) : (
        <>
          <h3 className="hidden">{t('measures')}</h3>
          <ul className="measures">
            {measures.map((measure) => (
              <MeasureLine key={measure.id} measure={measure} goal={goal} />
            ))}
          </ul>
        </>
      )}
      {mayWrite && (
        <div className="row">
          <Button look="second" icon="plus" onClick={() => ask({ what: 'measure', goal })}>
            {t('addMeasure')}
          </Button>
        </div>
      )}
    </Card>
  )
}

/** Where the goal comes from: the note lies on the cloth, and its words belong to who said them. */
function Thread({ goal }: { goal: Goal }) {
  const { t } = useTranslation('plan')
  const { plan, familyId, speaker } = usePlan()
  if (!goal.thread) return <p className="small soft">{t('threadHidden')}</p>
  const { saidBy, voided, corrections } = goal.thread
  return (
    <div className="goal__from">
      <p className="small goal__thread">
        <Icon name="pen" small />
        <span>
          {saidBy === plan.me.id ? t('threadMine') : t('thread', { name: calledName(plan, saidBy) })}{' '}
          {speaker === 'family' ? (
            <Link to={page.myCloth}>{t('seeCloth')}</Link>
          ) : (
            <Link to={page.familyCloth} params={{ familyId }}>
              {t('seeCloth')}
            </Link>
          )}
        </span>
      </p>
      {voided && <p className="small soft">{t('threadVoid')}</p>}
      {corrections.map((correction) => (
        <p key={correction.id} className="small goal__correction">
          <strong>{t('threadCorrection', { name: calledName(plan, correction.by) })}</strong>{' '}
          <span dir="auto">{correction.text}</span>
        </p>
      ))}
    </div>
  )
}

/** Measures and decisions whose goal the reader does not see: a service's own, and what concerns one person of several. */
export function WithoutGoal() {
  const { t } = useTranslation('plan')
  const { plan } = usePlan()
  const measures = plan.measures.filter((measure) => measure.goalId === null)
  const decisions = plan.decisions.filter(
    (decision) => !plan.measures.some((measure) => measure.id === decision.measureId),
  )
  if (measures.length + decisions.length === 0) return null
  return (
    <Card className="goal" title={plan.goals.length > 0 ? t('without') : t('measures')}>
      <ul className="measures">
        {measures.map((measure) => (
          <MeasureLine key={measure.id} measure={measure} />
        ))}
      </ul>
      <div className="decisions">
        {decisions.map((decision) => (
          <DecisionCard key={decision.id} card={decision} />
        ))}
      </div>
    </Card>
  )
}

function MeasureLine({ measure, goal }: { measure: Measure; goal?: Goal }) {
  const { t } = useTranslation(['plan', 'deciding'])
  const { plan, ask } = usePlan()
  const decisions = plan.decisions.filter((decision) => decision.measureId === measure.id)
  const costs = costsOf(plan, measure)
  const mayWrite = plan.mayWrite.some((cell) => cell.aboutId === measure.about.id && cell.area === measure.area)
  const { stoppedOn } = measure
  // One for each who pays; what costs nothing takes one at most.
  const mayPropose =
    decisions.length === 0 ||
    measure.costs.some((cost) => !decisions.some((decision) => decision.partyId === cost.partyId))
  return (
    <li className="measure">
      <div className="measure__what">
        <h4 dir="auto">{measure.words.text}</h4>
        {stoppedOn && <Tag icon="stop">{t('plan:stoppedOn', { day: plainDay(stoppedOn, plan.today) })}</Tag>}
        <dl className="facts">
          <div>
            <dt>
              <Icon name="person" />
              {t('plan:who')}
            </dt>
            <dd>
              <bdi>{doerOf(plan, measure)}</bdi>
            </dd>
          </div>
          <div>
            <dt>
              <Icon name="calendar" />
              {t('plan:when')}
            </dt>
            <dd>{whenOf(plan, measure)}</dd>
          </div>
          <div>
            <dt>
              <Icon name="economy" />
              {t('plan:costs')}
            </dt>
            <dd>{costs.length === 0 ? t('plan:free') : costs.map((cost) => <div key={cost}>{cost}</div>)}</dd>
          </div>
          {measure.estimatedOre !== null && (
            <div>
              <dt>
                <Icon name="voluntarism" />
                {t('plan:worth')}
              </dt>
              <dd>{t('plan:worthAbout', { money: money(measure.estimatedOre) })}</dd>
            </div>
          )}
        </dl>
        {mayWrite && stoppedOn === null && (
          <div className="row">
            {mayPropose && (
              <Button look="second" icon="law" onClick={() => ask({ what: 'decision', measure })}>
                {t('deciding:propose')}
              </Button>
            )}
            <button type="button" className="link-button small" onClick={() => ask({ what: 'stop', measure })}>
              {t('plan:stop')}
              <span className="hidden">: {measure.words.text}</span>
            </button>
          </div>
        )}
      </div>
      {decisions.length > 0 && (
        <div className="decisions">
          {decisions.map((decision) => (
            <DecisionCard key={decision.id} card={decision} measure={measure} goal={goal} />
          ))}
        </div>
      )}
    </li>
  )
}
