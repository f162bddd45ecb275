import type { Fault } from '../plant.ts'

/** A yes by code: from when its code was answered with a yes, and never without (docs/decisions/0041). */
export const codeFaults: readonly Fault[] = [
  {
    name: 'code-not-answered',
    says: 'a sentence by code counts before its code was answered',
    places: ['view active_consent'],
    was: "channel <> 'code'::text OR",
    becomes: 'true OR',
  },
  {
    name: 'code-answered-with-no',
    says: 'a sentence by code counts although the answer was no',
    places: ['view active_consent'],
    was: "AND k.answer = 'yes'::text",
    becomes: '',
  },
  {
    name: 'code-answered-later',
    says: 'a sentence by code counts by an answer that has not been given yet',
    places: ['view active_consent'],
    was: 'AND k.answered_at <= now()',
    becomes: '',
  },
]
