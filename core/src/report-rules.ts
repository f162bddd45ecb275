import type { SendReport } from './commands/report.ts'
import type { Decided } from './refusal.ts'

/** What the rules need to know of who reports. */
export interface ReportFacts {
  /** Rules of today that each of one's services may choose. */
  readonly rules: readonly { readonly code: string; readonly kind: 'report' | 'avert'; readonly partyId: string }[]
  /** Services with somebody named to receive. */
  readonly receivers: readonly string[]
  readonly children: readonly string[]
}

/** A report goes by a rule for one's own service, to a service that receives, and names the child it is about; to avert a danger one need name nobody. */
export function sendReport(
  facts: ReportFacts,
  input: Pick<SendReport, 'rule' | 'partyId' | 'toPartyId' | 'children'>,
): Decided<true> {
  const rule = facts.rules.find(({ code, partyId }) => code === input.rule && partyId === input.partyId)
  if (!rule) return { refused: 'act-rule-not-yours' }
  if (!facts.receivers.includes(input.toPartyId)) return { refused: 'report-nobody-receives' }
  if (rule.kind === 'report' && input.children.length === 0) return { refused: 'report-which-child' }
  if (!input.children.every((child) => facts.children.includes(child))) return { refused: 'report-which-child' }
  return { done: true }
}
