import { verbs, type Verb } from './questions.ts'
import { kinds, type Kind, type Outsider } from './world.ts'

const all = new Set<Verb>(verbs)
const without = (...possible: Verb[]) => new Set(verbs.filter((verb) => !possible.includes(verb)))

// What only the family, the privacy officer or a manager may.
const ofNobodySeated = [
  'see sheet',
  'see opening',
  'see hold',
  'see glass review',
  'correct note',
  'see as party',
] as const

// What leaves something behind, but for a draft of one's own that is dropped.
const writing = [
  'write note',
  'change own note',
  "change another's note",
  'move note',
  'write draft',
  'take over draft',
  'promise',
  'void note',
  'correct note',
] as const

/** What a kind of person can by the rule never do, whatever else is true: these must be no, always. */
export const neverMay: Record<Kind | Outsider, ReadonlySet<Verb>> = {
  // A report is its author's and its receivers'; who was told reads what they were told.
  member: new Set<Verb>(['see sheet', 'hand over', 'see glass review', 'promise', 'see report', 'see sole reason']),
  parent: new Set<Verb>(['see sheet', 'hand over', 'see glass review', 'promise', 'see report']),
  guardian: new Set<Verb>(['see sheet', 'hand over', 'see glass review', 'promise', 'see report', 'see told']),
  // Who has read is told to whom it was about, and to nobody else.
  // A correction is put by who a note is about, or who answers for them.
  service: new Set<Verb>([...ofNobodySeated, 'see link', 'see sole reason']),
  leader: new Set<Verb>([...ofNobodySeated, 'see report', 'see told']),
  private: new Set<Verb>([
    ...ofNobodySeated,
    'hand over',
    'see link',
    'see sole reason',
    'see act',
    'see report',
    'see told',
  ]),
  // A guest changes only their own, and knows of no consent.
  table: new Set<Verb>([
    'see share',
    'hand over',
    'see link',
    'see sheet',
    'see glass review',
    "change another's note",
    'see consent',
    'see opening',
    'see hold',
    'see whereabouts',
    'promise',
    'correct note',
    'see act',
    'see report',
    'see told',
    'see as party',
    'see sole reason',
  ]),
  // The large screen shows what is open, and writes nothing.
  screen: new Set<Verb>([
    'see share',
    'hand over',
    'see link',
    'see sheet',
    'see glass review',
    'see consent',
    'see opening',
    'see hold',
    'see act',
    'see report',
    'see told',
    'see whereabouts',
    ...writing,
    'see as party',
    'see sole reason',
  ]),
  // Who has a link sees it, and nothing else of the family.
  helper: without('see link'),
  // Who has left keeps sight of what their party promised, and of nothing else.
  work: without('see promise'),
  // An act reads; the one thing it leaves is to drop a draft of one's own.
  act: new Set<Verb>([
    'hand over',
    'see link',
    'see sheet',
    'see glass review',
    'see consent',
    'see opening',
    'see hold',
    'see report',
    'see told',
    ...writing,
    'see as party',
    'see sole reason',
  ]),
  several: new Set<Verb>(['see sheet', 'see glass review']),
  'core team': without('see family', 'see seats', 'see whereabouts', 'see sheet'),
  // Who has read, and nothing of what was read.
  'privacy officer': without('see opening', 'see hold', 'see glass review'),
  // What was read by break-glass in their service, and nothing of what was read.
  'answering manager': without('see glass review'),
  manager: all,
  stranger: all,
  'other municipality': all,
  'no session': all,
}

/** The squares of the table in which both answers must come up. */
export function openSquares(): { verb: Verb; kind: Kind }[] {
  return kinds.flatMap((kind) => verbs.filter((verb) => !neverMay[kind].has(verb)).map((verb) => ({ verb, kind })))
}
