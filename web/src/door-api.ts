import type { AnswerCheck, DecideQualification } from '@velferdslab/core/commands/qualification'
import type { AnswerQuestion, AskQuestion, SendReferral } from '@velferdslab/core/commands/referral'
import type { FamilyId, QuestionId } from '@velferdslab/core/ids'
import type { Qualification } from '@velferdslab/core/qualification'
import type { Door, SentByMe } from '@velferdslab/core/referral'
import { queryOptions } from '@tanstack/react-query'
import { read, send } from './api.ts'
import { api } from './paths.ts'

/** What comes to the door and is answered there; behind a family's first page, which has no use for it. */
export const getSentByMe = (signal?: AbortSignal) => read<SentByMe>(api.referrals, signal)
export const getDoor = (signal?: AbortSignal) => read<Door>(api.door, signal)
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

/** What came to the door: others send meanwhile, so it is asked for again while somebody looks. */
export const doorQuery = queryOptions({
  queryKey: ['door'],
  queryFn: ({ signal }) => getDoor(signal),
  refetchInterval: 30_000,
})

/** What others write while somebody looks: asked for again. */
export const qualificationQuery = (family: FamilyId) =>
  queryOptions({
    queryKey: ['family', family, 'qualification'],
    queryFn: ({ signal }) => getQualification(family, signal),
    refetchInterval: 5_000,
  })
