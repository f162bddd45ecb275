import type { DecisionCard as Decision } from '@velferdslab/core/decision'
import type { Goal, Measure } from '@velferdslab/core/plan'
import { useTranslation } from 'react-i18next'
import { dayOf, inList, lawInLine, money, nearDay } from '../../texts/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { AnswerBox } from './answer-box.tsx'
import { headOf } from './decision-head.ts'
import { calledName, doerOf, partyName, usePlan, whenOf } from './plan-names.ts'
import { RestsOn } from './rests-on.tsx'
import { Said } from './said.tsx'
import { StaffActs } from './staff-acts.tsx'

interface DecisionCardProps {
  card: Decision
  measure?: Measure | undefined
  goal?: Goal | undefined
}

/** One decision: where it stands in words, what it says, whose yes is there and whose is missing, and what I can do about it. */
export function DecisionCard({ card, measure, goal }: DecisionCardProps) {
  const { t } = useTranslation('deciding')
  const { plan } = usePlan()
  const head = headOf(card, plan)
  const nameOf = (id: Decision['proposedBy']) => calledName(plan, id)
  const covering = card.mandates.filter((mandate) => mandate.covers && mandate.atTable)
  const others = card.mandates.filter((mandate) => mandate.covers)
  const able = [...new Set((covering.length > 0 ? covering : others).map(({ personId }) => nameOf(personId)))]
  const over = card.decided ? undefined : card.mandates.find((mandate) => mandate.atTable && !mandate.covers)
  return (
    <article className={`decision decision--${head.look}`} id={`decision-${card.id}`} aria-label={card.words.what}>
      <header>
        <Icon name={head.icon} />
        <div>
          <p className="decision__state">{head.state}</p>
          {head.more && <p className="small">{head.more}</p>}
        </div>
      </header>
      <div className="decision__in">
        <h4 className="decision__what" dir="auto">
          {card.words.what}
        </h4>
        {goal && (
          <p className="decision__goal">
            <Icon name="goal" small />
            <span dir="auto">{t('forGoal', { goal: goal.words.text })}</span>
          </p>
        )}
        {card.words.why && <p dir="auto">{card.words.why}</p>}
        <dl className="facts">
          {measure && (
            <>
              <div>
                <dt>
                  <Icon name="person" />
                  {t('who')}
                </dt>
                <dd>
                  <bdi>{doerOf(plan, measure)}</bdi>
                </dd>
              </div>
              <div>
                <dt>
                  <Icon name="calendar" />
                  {t('when')}
                </dt>
                <dd>{whenOf(plan, measure)}</dd>
              </div>
            </>
          )}
          <div>
            <dt>
              <Icon name="economy" />
              {t('cost')}
            </dt>
            <dd>
              <b className="num decision__sum">{money(card.amountOre)}</b>
              {over && over.overOre > 0 && covering.length === 0 && (
                <div className="small soft">
                  {t('over', { money: money(over.overOre), name: nameOf(over.personId) })}
                </div>
              )}
            </dd>
          </div>
          <div>
            <dt>
              <Icon name="public" />
              {t('pays')}
            </dt>
            <dd>
              <bdi>{partyName(plan, card.partyId)}</bdi>
            </dd>
          </div>
          <div>
            <dt>
              <Icon name="law" />
              {t('kind')}
            </dt>
            <dd>
              {t(`kind_${card.kind}`)}
              {card.words.ground && <span dir="auto">, {t('ground', { ground: lawInLine(card.words.ground) })}</span>}
              {card.kind === 'enkeltvedtak' && <div className="small">{t('mayAppeal')}</div>}
              {card.decided && <RestsOn rules={card.decided.restsOn} />}
            </dd>
          </div>
          {!card.decided && (
            <div>
              <dt>
                <Icon name="check" />
                {t('mandate')}
              </dt>
              <dd>
                {covering.length === 0 && <div>{t('coversNobody')}</div>}
                {able.length > 0 && t('covers', { names: inList(able) })}
              </dd>
            </div>
          )}
        </dl>
        <h5 className="decision__said">{t('saidTitle')}</h5>
        <Said card={card} nameOf={nameOf} today={plan.today} />
        {card.asked?.reason && (
          <p dir="auto">{t('replyReason', { name: nameOf(card.asked.personId), reason: card.asked.reason })}</p>
        )}
        {card.version > 1 && (
          <p className="small soft">
            {t('version', { version: card.version, near: nearDay(dayOf(card.changedAt), plan.today) })}
          </p>
        )}
      </div>
      <AnswerBox card={card} />
      <StaffActs card={card} />
    </article>
  )
}
