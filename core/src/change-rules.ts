import type { ChangeKind, Proposal } from './change.ts'
import type { CalendarDay } from './dates.ts'
import { isOrganisationNumber } from './organisation-number.ts'
import type { Role } from './people.ts'
import type { RefusalReason } from './refusal.ts'
import { ruleKinds, unfitRule, type RuleKind } from './rule-register-rules.ts'
import type { RuleProposal } from './rule-registers.ts'

/** What the register says needs two. */
export interface ApprovalRule {
  readonly kind: ChangeKind
  readonly needs: 'one' | 'two' | 'some'
  readonly aboveOre: number | null
  readonly roles: readonly Role[] | null
}

export interface ProposeFacts {
  readonly today: CalendarDay
  readonly me: string
  /** What stands of it now; null when it is not there yet. */
  readonly before: Readonly<Record<string, unknown>> | null
  readonly rules: readonly ApprovalRule[]
  /** Somebody else's change of the same thing waits already. */
  readonly waits: boolean
  /** Roles that count, and will: of everybody who works here. */
  readonly staff: readonly {
    readonly personId: string
    readonly roleId: string | null
    readonly role: Role | null
    readonly partyId: string | null
    readonly to: CalendarDay | null
  }[]
  /** How many have ever been administrators here. */
  readonly administratorsEver: number
}

/** A version begins today or later: what was law yesterday stays what it was. */
export const inVersions: readonly ChangeKind[] = [
  'question',
  'consent_age',
  'child_rule',
  'word',
  'setting',
  'approval',
  ...ruleKinds,
]

/** Who keeps the keys keeps neither the registers nor the machines (REQ-61). */
const keptApart: readonly Role[] = ['administrator', 'support', 'key_administrator']

/**
 * Proposing a change: refused with the reason, or whether it waits for a second administrator. The database decides both again
 * (lab.propose_change) and refuses what this should have refused.
 */
export function proposeChange(
  facts: ProposeFacts,
  proposal: Proposal,
): { refused: RefusalReason } | { waits: boolean } {
  const refused = unfit(facts, proposal)
  return refused
    ? { refused }
    : { waits: needsTwo({ ...facts, mine: rolesOfMine(facts) }, proposal) && !bringsTheSecond(facts, proposal) }
}

const isRule = (proposal: Proposal): proposal is RuleProposal => ruleKinds.includes(proposal.kind as RuleKind)

function unfit(facts: ProposeFacts, proposal: Proposal): RefusalReason | undefined {
  const { before } = facts
  if (!isRule(proposal)) return unfitInLists(facts, proposal) ?? (facts.waits ? 'change-already-waits' : undefined)
  if (before && same({ ...before, from: null }, { ...proposal.after, from: null })) return 'change-nothing-new'
  return unfitRule(facts, proposal) ?? (facts.waits ? 'change-already-waits' : undefined)
}

function unfitInLists(
  facts: ProposeFacts,
  { kind, after, subject }: Exclude<Proposal, RuleProposal>,
): RefusalReason | undefined {
  const { before, today } = facts
  const first = 'from' in after ? after.from : today
  const last = 'to' in after ? after.to : null
  if (kind === 'area' && !before) return 'change-unknown'
  if (kind === 'organisation' && !isOrganisationNumber(after.organisationNumber)) return 'change-number-wrong'
  if (before && same(before, after)) return 'change-nothing-new'
  if (kind === 'person' && before) return 'change-nothing-new'
  if (
    inVersions.includes(kind) &&
    (first < today || (before && typeof before['from'] === 'string' && before['from'] >= first))
  )
    return 'change-begins-in-past'
  if (kind === 'role' || kind === 'mandate') {
    if (!before && first < today) return 'change-begins-in-past'
    if (before && !same({ ...before, to: null }, { ...after, to: null })) return 'change-only-end-moves'
    if (last && last < (first > today ? first : today)) return 'change-ends-in-past'
    if (after.personId && !facts.staff.some(({ personId }) => personId === after.personId))
      return 'change-person-unknown'
  }
  if (kind === 'role' && keptApart.includes(after.role)) {
    const others = facts.staff.filter(
      (held) =>
        held.personId === after.personId && held.roleId !== subject && held.role && (!held.to || held.to >= first),
    )
    const keys = (role: Role | null) => role === 'key_administrator'
    if (
      others.some(
        ({ role }) => role !== after.role && role && keptApart.includes(role) && (keys(role) || keys(after.role)),
      )
    )
      return 'change-keys-apart'
  }
  if (kind === 'mandate' && (after.personId === null) === (after.role === null)) return 'change-person-unknown'
  return undefined
}

/** A role the proposer holds, now or later. */
interface RoleOfMine {
  readonly role: Role | null
  readonly partyId: string | null
}

function rolesOfMine({ me, staff, today }: ProposeFacts): RoleOfMine[] {
  return staff.filter((held) => held.personId === me && (!held.to || held.to >= today))
}

/** What the register says of its kind; whatever somebody would get themself; and always the register itself. Without a rule: two. */
export function needsTwo(
  { me, rules, mine }: Pick<ProposeFacts, 'me' | 'rules'> & { mine: readonly RoleOfMine[] },
  { kind, after }: Proposal,
): boolean {
  if (kind === 'approval' || ('personId' in after && after.personId === me)) return true
  // A mandate for a role is got by everybody who holds it there.
  if (kind === 'mandate' && after.personId === null) {
    if (mine.some(({ role, partyId }) => role === after.role && partyId === after.partyId)) return true
  }
  const rule = rules.find((each) => each.kind === kind)
  if (rule?.needs !== 'some') return rule?.needs !== 'one'
  return (
    ('amountOre' in after && rule.aboveOre !== null && after.amountOre > rule.aboveOre) ||
    ('role' in after && after.role !== null && (rule.roles ?? []).includes(after.role))
  )
}

/** The first administrator of a municipality brings the second, or there would never be two. */
function bringsTheSecond({ administratorsEver, me }: ProposeFacts, { kind, after }: Proposal): boolean {
  return kind === 'role' && after.role === 'administrator' && after.personId !== me && administratorsEver === 1
}

export interface SettleFacts {
  readonly isMine: boolean
  readonly isForMe: boolean
  readonly isSettled: boolean
  /** A version was to begin on a day that has passed while it waited. */
  readonly beganInPast: boolean
}

/** Another says yes or no; who proposed it takes it back; nobody says yes to what they would get themself. */
export function settleChange(
  facts: SettleFacts | undefined,
  outcome: 'effective' | 'turned_down' | 'withdrawn',
): RefusalReason | undefined {
  if (!facts) return 'not-found'
  if (facts.isSettled) return 'change-settled'
  if ((outcome === 'withdrawn') !== facts.isMine) return 'change-own'
  if (outcome !== 'effective') return undefined
  if (facts.isForMe) return 'change-own'
  return facts.beganInPast ? 'change-waited-too-long' : undefined
}

function same(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean {
  const flat = (thing: Readonly<Record<string, unknown>>) =>
    JSON.stringify(Object.entries(thing).sort(([a], [b]) => (a < b ? -1 : 1)))
  return flat(one) === flat(other)
}
