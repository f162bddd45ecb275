import type { AnswerCheck, DecideQualification } from '@velferdslab/core/commands/qualification'
import type { AnswerQuestion, AskQuestion, SendReferral } from '@velferdslab/core/commands/referral'
import type { FamilyId, QuestionId } from '@velferdslab/core/ids'
import type { Qualification } from '@velferdslab/core/qualification'
import type { Door, SentByMe } from '@velferdslab/core/referral'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { read, send } from './api.ts'
import { api } from './paths.ts'

/** What comes to the door and is answered there; behind a family's first page, which has no use for it. */
export const getSentByMe = (signal?: AbortSignal) => read<SentByMe>(api.referrals, signal)
export const sendReferral = (input: SendReferral) => send<{ done: true }>(api.referrals, input)
export const askQuestion = (input: AskQuestion) => send<{ done: true }>(api.questions, input)
export const answerQuestion = (question: QuestionId, input: AnswerQuestion) =>
  send<{ done: true }>(api.answerQuestion(question), input)
export const getQualification = (family: FamilyId, signal?: AbortSignal) =>
  read<Qualification>(api.qualification(family), signal)
export const answerCheck = (family: FamilyId, input: AnswerCheck) =>
  send<{ done: true }>(api.checkAnswers(family), input)
export const decideQualification = (family: FamilyId, input: DecideQualification) =>
  send<{ done: true }>(api.outcome(family), input)

export const sentByMeQuery = queryOptions({ queryKey: ['referrals'], queryFn: ({ signal }) => getSentByMe(signal) })

/** So many parts of each list are on the page. */
export interface DoorParts {
  readonly referrals: number
  readonly questions: number
}

/** The door as far as somebody has asked for it, each part from where the one before it ended: what came in meanwhile stands on top, and nothing is left out. */
async function getDoor(parts: DoorParts, signal: AbortSignal): Promise<Door> {
  let door = await read<Door>(api.door, signal)
  for (let part = 1; part < parts.referrals && door.more; part++) {
    const next = await read<Door>(`${api.door}?after=${door.more}`, signal)
    door = { ...door, referrals: [...door.referrals, ...next.referrals], more: next.more }
  }
  for (let part = 1; part < parts.questions && door.moreQuestions; part++) {
    const next = await read<Door>(`${api.door}?questionsAfter=${door.moreQuestions}`, signal)
    door = { ...door, questions: [...door.questions, ...next.questions], moreQuestions: next.moreQuestions }
  }
  return door
}

/** Everything that is kept of the door: told anew when something there was answered. */
export const doorKey = ['door'] as const

/** What came to the door: others send meanwhile, so it is asked for again while somebody looks. */
export const doorQuery = (parts: DoorParts) =>
  queryOptions({
    queryKey: [...doorKey, parts],
    queryFn: ({ signal }) => getDoor(parts, signal),
    refetchInterval: 30_000,
    placeholderData: keepPreviousData,
  })

/** What others write while somebody looks: asked for again. */
export const qualificationQuery = (family: FamilyId) =>
  queryOptions({
    queryKey: ['family', family, 'qualification'],
    queryFn: ({ signal }) => getQualification(family, signal),
    refetchInterval: 5_000,
  })
