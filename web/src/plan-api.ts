import type {
  AnswerDecision,
  AskForMandate,
  ChangeDecision,
  ConfirmAnswer,
  Decide,
  HearChild,
  ProposeDecision,
  RecordOutside,
  ReplyAsked,
} from '@velferdslab/core/commands/decision'
import type { BookCost, ReverseEntry } from '@velferdslab/core/commands/ledger'
import type { AddMeasure, MakeGoal, StopMeasure } from '@velferdslab/core/commands/plan'
import type { Cloth } from '@velferdslab/core/cloth'
import type { AskedList } from '@velferdslab/core/decision'
import type { DecisionId, EntryId, FamilyId, MeasureId } from '@velferdslab/core/ids'
import type { Account } from '@velferdslab/core/ledger'
import type { Plan } from '@velferdslab/core/plan'
import { queryOptions } from '@tanstack/react-query'
import { read, send } from './api.ts'
import { api } from './paths.ts'

/** Plan, decisions and account: what api.ts and queries.ts are to the first page, apart, so that a phone fetches it with these pages only. */
type Done = { done: true }

export const planQuery = (family: FamilyId) =>
  queryOptions({
    queryKey: ['family', family, 'plan'],
    queryFn: ({ signal }) => read<Plan>(api.plan(family), signal),
  })
export const accountQuery = (family: FamilyId) =>
  queryOptions({
    queryKey: ['family', family, 'account'],
    queryFn: ({ signal }) => read<Account>(api.account(family), signal),
  })
/** The notes a goal can come from, and where one may write. */
export const clothQuery = (family: FamilyId) =>
  queryOptions({
    queryKey: ['family', family, 'cloth'],
    queryFn: ({ signal }) => read<Cloth>(api.cloth(family), signal),
  })
/** What somebody is asked for their mandate: others ask meanwhile, so it is asked for again while they look. */
export const askedQuery = queryOptions({
  queryKey: ['asked'],
  queryFn: ({ signal }) => read<AskedList>(api.asked, signal),
  refetchInterval: 30_000,
})

export const makeGoal = (family: FamilyId, input: MakeGoal) => send<Done>(api.goals(family), input)
export const addMeasure = (family: FamilyId, input: AddMeasure) => send<Done>(api.measures(family), input)
export const stopMeasure = (family: FamilyId, measure: MeasureId, input: StopMeasure) =>
  send<Done>(api.stopMeasure(family, measure), input)
export const proposeDecision = (family: FamilyId, input: ProposeDecision) => send<Done>(api.decisions(family), input)
export const changeDecision = (family: FamilyId, decision: DecisionId, input: ChangeDecision) =>
  send<Done>(api.decision(family, decision, 'change'), input)
export const answerDecision = (family: FamilyId, decision: DecisionId, input: AnswerDecision) =>
  send<Done>(api.decision(family, decision, 'answer'), input)
export const confirmAnswer = (family: FamilyId, decision: DecisionId, input: ConfirmAnswer) =>
  send<Done>(api.decision(family, decision, 'confirm'), input)
export const hearChild = (family: FamilyId, decision: DecisionId, input: HearChild) =>
  send<Done>(api.decision(family, decision, 'hear-child'), input)
export const askForMandate = (family: FamilyId, decision: DecisionId, input: AskForMandate) =>
  send<Done>(api.decision(family, decision, 'ask'), input)
export const decide = (family: FamilyId, decision: DecisionId, input: Decide) =>
  send<Done>(api.decision(family, decision, 'decide'), input)
export const replyAsked = (family: FamilyId, decision: DecisionId, input: ReplyAsked) =>
  send<Done>(api.decision(family, decision, 'reply'), input)
export const recordOutside = (family: FamilyId, input: RecordOutside) => send<Done>(api.outsideDecisions(family), input)
export const bookCost = (family: FamilyId, input: BookCost) => send<Done>(api.bookCost(family), input)
export const reverseEntry = (family: FamilyId, entry: EntryId, input: ReverseEntry) =>
  send<Done>(api.reverseEntry(family, entry), input)
