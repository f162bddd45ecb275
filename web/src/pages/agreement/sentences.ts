import type { Agreement, agreementSentences } from '@velferdslab/core/agreement'

export type Sentence = (typeof agreementSentences)[number]

/** The order of the agreement, checked against core's by its type: core's own list comes with the schemas (api.ts). */
const inOrder = [
  'voluntary',
  'leave',
  'keepHelp',
  'myYes',
  'byLaw',
  'leader',
  'seats',
  'children',
  'weDo',
  'iDo',
  'readAndCorrect',
  'confidential',
] as const satisfies typeof agreementSentences

/** What this person reads: a young person reads one more, after the fourth. */
export function sentencesFor({ isYoung }: Pick<Agreement, 'isYoung'>): (Sentence | 'young')[] {
  return inOrder.flatMap((key) => (isYoung && key === 'myYes' ? [key, 'young' as const] : [key]))
}
