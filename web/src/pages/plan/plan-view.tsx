import './plan.css'
import './decision.css'
import type { DecisionCard as Card_ } from '@velferdslab/core/decision'
import type { FamilyId } from '@velferdslab/core/ids'
import type { Plan } from '@velferdslab/core/plan'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Speaker } from '../../areas.ts'
import { atStart, countWord } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { GoalCard, WithoutGoal } from './goal-card.tsx'
import { OutsideCard } from './outside-card.tsx'
import { PlanDialogs, type Asking } from './plan-dialogs.tsx'
import { PlanProvider } from './plan-names.ts'
import { SumsCard } from './sums-card.tsx'

interface PlanViewProps {
  plan: Plan
  familyId: FamilyId
  speaker: Speaker
  /** The page's own head. */
  children: ReactNode
}

/** The whole plan, the same for both shells: what waits for me, goal by goal, what it costs, and what a service decided alone. */
export function PlanView({ plan, familyId, speaker, children }: PlanViewProps) {
  const { t } = useTranslation(['plan', 'deciding'])
  const [asking, setAsking] = useState<Asking | null>(null)
  const table = useMemo(() => ({ plan, familyId, speaker, ask: setAsking }), [plan, familyId, speaker])
  const waiting = plan.decisions.filter((card) => waitsForMe(card, plan))
  const known = plan.family.name !== null
  // Who reads by an act has no cell to write in, and is offered nothing that writes.
  const writes = known && plan.mayWrite.length > 0
  const recordsFor = plan.parties.filter((party) => plan.me.parties.includes(party.id))
  return (
    <PlanProvider value={table}>
      <div className="plan">
        {children}
        {waiting.length > 0 && (
          <Notice icon="think" look="need">
            <p className="strong">
              {t('plan:waitingTitle', { count: waiting.length, Words: atStart(countWord(waiting.length)) })}
            </p>
            <p>{t('plan:waitingText')}</p>
            <ul>
              {waiting.map((card) => (
                <li key={card.id}>
                  <a href={`#decision-${card.id}`} dir="auto">
                    {card.words.what}
                  </a>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {plan.goals.length === 0 && known && (
          <Card>
            <EmptyState icon="goal" title={t('plan:none')}>
              {t(speaker === 'work' ? 'plan:noneWork' : 'plan:noneText')}
            </EmptyState>
          </Card>
        )}
        {plan.goals.map((goal) => (
          <GoalCard key={goal.id} goal={goal} />
        ))}
        <WithoutGoal />
        {writes && (
          <div className="row">
            <Button icon="plus" onClick={() => setAsking({ what: 'goal' })}>
              {t('plan:makeGoal')}
            </Button>
          </div>
        )}
        {plan.measures.length > 0 && <SumsCard />}
        <OutsideCard />
        {writes && recordsFor.length > 0 && speaker === 'work' && (
          <div className="row">
            <Button look="quiet" icon="law" onClick={() => setAsking({ what: 'outside' })}>
              {t('deciding:outsideRecord')}
            </Button>
          </div>
        )}
      </div>
      {asking && <PlanDialogs asking={asking} onClose={() => setAsking(null)} />}
    </PlanProvider>
  )
}

/** Somebody I answer for has no answer of mine to this version. */
export function waitsForMe(card: Card_, { me }: Pick<Plan, 'me'>): boolean {
  return (
    card.decided === null &&
    card.mine.some((person) => !card.answers.some((said) => said.giverId === me.id && said.personId === person))
  )
}
