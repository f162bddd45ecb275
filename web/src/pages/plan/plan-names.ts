import type { FamilyId, PartyId, PersonId } from '@velferdslab/core/ids'
import type { Measure, Plan } from '@velferdslab/core/plan'
import { createContext, useContext } from 'react'
import i18next from 'i18next'
import type { Speaker } from '../../areas.ts'
import { longDay, money, plainDay } from '../../texts/format.ts'
import type { Asking } from './plan-dialogs.tsx'

/** What every part of a plan page needs. */
export interface PlanTable {
  readonly plan: Plan
  readonly familyId: FamilyId
  readonly speaker: Speaker
  readonly ask: (asking: Asking) => void
}

const Context = createContext<PlanTable | null>(null)
export const PlanProvider = Context.Provider

export function usePlan(): PlanTable {
  const table = useContext(Context)
  if (!table) throw new Error('This part stands on a plan')
  return table
}

/** What somebody is called, as far as the reader knows them by name. */
export function calledName(plan: Pick<Plan, 'members' | 'people'>, id: PersonId): string {
  const known = plan.members.find((member) => member.id === id) ?? plan.people.find((person) => person.id === id)
  return known?.calledName ?? i18next.t('plan:somebody')
}

export function fullName(plan: Pick<Plan, 'members' | 'people'>, id: PersonId): string {
  const known = plan.members.find((member) => member.id === id) ?? plan.people.find((person) => person.id === id)
  return known?.name ?? i18next.t('plan:somebody')
}

export function partyName(plan: Pick<Plan, 'parties'>, id: PartyId): string {
  return plan.parties.find((party) => party.id === id)?.name ?? ''
}

/** Who does a measure, as a name. */
export function doerOf(plan: Plan, { doer, words }: Measure): string {
  if (doer.is === 'party') return partyName(plan, doer.partyId)
  return doer.is === 'member' ? calledName(plan, doer.personId) : (words.who ?? '')
}

/** Till when, or how often. */
export function whenOf(plan: Plan, measure: Measure): string {
  const { monthly } = measure
  if (!monthly) return i18next.t('plan:by', { day: longDay(measure.due, plan.today) })
  return i18next.t('plan:eachMonth', {
    from: plainDay(monthly.from, plan.today),
    to: plainDay(monthly.to, plan.today),
  })
}

/** What a measure costs each payer, one line each. */
export function costsOf(plan: Plan, measure: Measure): string[] {
  return measure.costs.map((cost) =>
    i18next.t(measure.monthly ? 'plan:costOfMonthly' : 'plan:costOf', {
      money: money(cost.ore),
      party: plan.parties.find((party) => party.id === cost.partyId)?.inSentence ?? '',
    }),
  )
}
