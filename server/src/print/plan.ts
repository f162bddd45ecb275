import { kroner } from '@velferdslab/core/money'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { LineWords } from '@velferdslab/core/signing'
import type { SetPaper } from '@velferdslab/db/signing'
import { planTexts as texts } from './plan-texts.ts'
import { press } from './press.ts'
import { said, type Said } from './said.ts'
import { textsNb } from './texts-nb.ts'

type PlanPaper = Parameters<SetPaper>[0]
type Of<Kind extends LineWords['kind']> = Extract<LineWords, { kind: Kind }>
/** Words, then the facts under them. */
type Item = { text: Said; facts: Said[] }

/** Everything signed-plan.typ draws, as plain data. What is not in here is not on the paper. */
export interface PlanSheet {
  paper: 'a4'
  language: 'nb'
  madeOn: number[]
  words: { title: string; page: string; version: string }
  heading: Said
  facts: { term: string; words: Said }[]
  sections: {
    title: string
    note: string | null
    empty: string
    parts: { title: Said | null; facts: Said[]; items: Item[] }[]
  }[]
  content: string
}

/**
 * The paper one signer signs: A4, tagged (PDF/UA-1), in bokmål. It has every item of an individual plan, and where nothing is written it says so.
 * Prints exactly the lines it is given. Throws `MissingGlyph` (press.ts) when a letter is in none of the fonts.
 */
export const printPlan: SetPaper = (paper) => press('signed-plan.typ', planSheetOf(paper))

export function planSheetOf({ head, lines, contentSha256 }: PlanPaper): PlanSheet {
  const all = lines.map((line) => line.words)
  const of = <Kind extends LineWords['kind']>(kind: Kind) => all.filter((line): line is Of<Kind> => line.kind === kind)
  const [goals, measures, decisions] = [of('goal'), of('measure'), of('decision')]
  const voices = (which: Of<'voice'>['of']) => [
    part(
      null,
      of('voice')
        .filter((line) => line.of === which)
        .map((line) => item(line.text, [texts.said(line.by), ...placeOf(line)])),
    ),
  ]
  const whole = new Set(goals.map((goal) => goal.id))
  const goalParts = (term: 'short' | 'long') =>
    goals
      .filter((goal) => goal.term === term)
      .map((goal) =>
        part(goal.text, measures.filter((measure) => measure.goalId === goal.id).map(measureItem), [
          ...placeOf(goal),
          ...(goal.saidBy ? [texts.said(goal.saidBy)] : []),
        ]),
      )
  const loose = measures.filter((measure) => measure.goalId === null || !whole.has(measure.goalId))
  return {
    paper: 'a4',
    language: 'nb',
    madeOn: head.madeOn.split('-').map(Number),
    words: {
      title: texts.title,
      page: textsNb.page('{page}', '{of}'),
      version: texts.version(head.number, longDay(head.madeOn)),
    },
    heading: said(texts.heading(head.family, head.members.length === 1)),
    facts: [
      fact(texts.members, list(head.members)),
      fact(texts.leader, head.leader ?? texts.noLeader),
      fact(
        texts.table,
        head.table.length > 0 ? list(head.table.map(({ name, service }) => texts.nameOf(name, service))) : texts.nobody,
      ),
      fact(texts.period, periodOf(head.madeOn, measures)),
      fact(texts.evaluate, head.evaluateOn ? longDay(head.evaluateOn) : texts.notSet),
      fact(
        texts.signers,
        list(head.signers.map((signer) => (signer.service ? texts.nameOf(signer.name, signer.service) : signer.name))),
      ),
    ],
    sections: [
      section(texts.goodAt, voices('good_at')),
      section(texts.dreamOf, voices('dream_of')),
      section(texts.difficult, voices('difficult')),
      section(texts.short, goalParts('short')),
      section(texts.long, goalParts('long')),
      ...(loose.length > 0 ? [section(texts.also, [part(null, loose.map(measureItem))])] : []),
      section(texts.decided, [part(null, decisions.map(decisionItem))]),
      waitingSection(of('waiting').map(waitingItem)),
    ],
    content: texts.content(contentSha256),
  }
}

const item = (text: string, facts: readonly string[]): Item => ({ text: said(text), facts: facts.map(said) })
const fact = (term: string, words: string) => ({ term, words: said(words) })
const part = (title: string | null, items: Item[], facts: readonly string[] = []) => ({
  title: title === null ? null : said(title),
  facts: facts.map(said),
  items,
})

function section(
  title: string,
  parts: ReturnType<typeof part>[],
  note: string | null = null,
): PlanSheet['sections'][number] {
  return { title, note, empty: texts.empty, parts: parts.filter((one) => one.title !== null || one.items.length > 0) }
}

/** What the note says is said of something: where nothing waits there is nothing to explain. */
function waitingSection(items: Item[]): PlanSheet['sections'][number] {
  return items.length === 0
    ? { title: texts.waiting, note: null, empty: texts.waitingNone, parts: [] }
    : section(texts.waiting, [part(null, items)], texts.waitingNote)
}

function placeOf({ area, about }: LineWords): string[] {
  return [
    ...(area === 'common' ? [] : [textsNb.areaNames[area]]),
    about.whole ? texts.forAll : texts.forThose(list(about.names)),
  ]
}

function measureItem(line: Of<'measure'>): Item {
  return item(line.text, [
    texts.doer(line.doer),
    line.monthly ? texts.monthly(longDay(line.monthly.from), longDay(line.monthly.to)) : texts.due(longDay(line.due)),
    ...line.costs.map(({ payer, ore }) =>
      line.monthly ? texts.costMonthly(payer, kroner(ore)) : texts.cost(payer, kroner(ore)),
    ),
    ...(line.costs.length === 0 ? [texts.free] : []),
    ...(line.estimatedOre ? [texts.estimated(kroner(line.estimatedOre))] : []),
    ...placeOf(line),
  ])
}

function decisionItem(line: Of<'decision'>): Item {
  return item(line.what, [
    texts.types[line.type],
    ...(line.ground ? [line.ground] : []),
    texts.cost(line.payer, kroner(line.ore)),
    texts.decidedBy(line.by, longDay(line.on)),
    ...placeOf(line),
  ])
}

function waitingItem(line: Of<'waiting'>): Item {
  return item(line.text, [
    texts.why[line.why],
    line.who,
    ...(line.ore === null ? [] : [texts.amount(kroner(line.ore))]),
    ...placeOf(line),
  ])
}

/** From the day it was put up to the last day anything on this paper is due. */
function periodOf(from: CalendarDay, measures: readonly Of<'measure'>[]): string {
  const last = measures
    .map((measure) => measure.monthly?.to ?? measure.due)
    .sort()
    .at(-1)
  return last === undefined || last < from ? texts.from(longDay(from)) : texts.fromTo(longDay(from), longDay(last))
}

const day = new Intl.DateTimeFormat('nb-NO', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const longDay = (on: CalendarDay) => day.format(new Date(`${on}T12:00:00Z`))
const list = (names: readonly string[]) => new Intl.ListFormat('nb-NO').format(names)
