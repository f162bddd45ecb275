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
    name: 'code-shown-before-it-counts',
    says: 'the receiving service sees a sentence by code before it was answered with a yes',
    places: ['policy see on consent'],
    was: "((channel <> 'code'::text) OR lab.was_coded(id))",
    becomes: 'true',
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
