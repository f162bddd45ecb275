import { mayWriteAt } from '@velferdslab/core/access/writing'
import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import { readPurposes, usualPurpose } from '@velferdslab/core/purpose'
import type { Dice } from './dice.ts'
import { nearest, type Hung } from './nearness.ts'
import { aboutShare, drawHandingOver, handedOver, isNearShare } from './draw-shares.ts'
import {
  aboutHold,
  aboutLink,
  aboutOpening,
  aboutReport,
  aboutReason,
  aboutSheet,
  aboutWhere,
  drawCell,
  drawPlaceIn,
  isOwnAnywhere,
} from './draw-rows.ts'
import { neverMay, openSquares } from './never-may.ts'
import { answerOfCore, deadSessions, familyOf, kindOf, verbs, type Question, type Verb } from './questions.ts'
import { kinds, outsiders, type Kind, type Outsider, type StoredConsent, type World } from './world.ts'

/** How often each square has been asked, and with which answer. */
export type Tally = Map<string, { yes: number; no: number }>

/** What was asked so far, which decides what is asked next. */
export type Asked = { readonly tally: Tally; readonly hung: Hung }

export const squareName = (verb: Verb, kind: Kind | Outsider) => `${verb} x ${kind}`

/**
 * Questions to one world. Squares that were asked least come first, and each asks for the answer it has had less of: that is
 * what keeps yes and no in balance. Which answer is right is never drawn; it comes from the rule and is compared afterwards.
 */
export function drawQuestions(world: World, dice: Dice, had: Asked, count: number): Question[] {
  const { tally, hung } = had
  const counted = (verb: Verb, kind: Kind | Outsider) => tally.get(squareName(verb, kind)) ?? { yes: 0, no: 0 }
  const asked = (square: { verb: Verb; kind: Kind }) => {
    const { yes, no } = counted(square.verb, square.kind)
    return yes + no
  }
  const squares = dice.shuffled(openSquares()).toSorted((one, other) => asked(one) - asked(other))
  const questions: Question[] = []
  for (let turn = 0; questions.length < count && turn < 4 * count; turn++) {
    const square = squares[turn % squares.length]
    if (!square) break
    const question = dice.chance(0.2)
      ? drawHopeless(world, dice, hung)
      : drawFor(world, dice, hung, square, counted(square.verb, square.kind))
    if (!question) continue
    questions.push(question)
    const name = squareName(question.verb, kindOf(world, question))
    const { yes, no } = tally.get(name) ?? { yes: 0, no: 0 }
    const isYes = answerOfCore(world, question, world.now)
    tally.set(name, isYes ? { yes: yes + 1, no } : { yes, no: no + 1 })
  }
  return questions
}

const tries = 64

type Square = { verb: Verb; kind: Kind | Outsider }

function drawFor(
  world: World,
  dice: Dice,
  hung: Hung,
  square: Square,
  had: { yes: number; no: number },
): Question | undefined {
  if (had.yes <= had.no) return drawAnswered(world, dice, hung, square, true)
  if (dice.chance(0.6)) return drawAnswered(world, dice, hung, square, false)
  // The no that shows most: everything is right but one thing.
  const right = drawAnswered(world, dice, hung, square, true)
  const spoiled = right && spoil(world, dice, right)
  return spoiled && !answerOfCore(world, spoiled, world.now) ? spoiled : undefined
}

/** A question in a square to which core answers as wanted. */
function drawAnswered(
  world: World,
  dice: Dice,
  hung: Hung,
  { verb, kind }: Square,
  wanted: boolean,
): Question | undefined {
  const persons = [...world.kindOf.entries()].filter(([, each]) => each === kind).map(([person]) => person)
  if (persons.length === 0) return undefined
  const isAnyNo = wanted || dice.chance(0.3)
  const fitting: Question[] = []
  for (let attempt = 0; attempt < tries; attempt++) {
    const question = drawQuestion(world, dice, verb, dice.pick(persons), wanted || dice.chance(0.5))
    if (!question || kindOf(world, question) !== kind) continue
    if (answerOfCore(world, question, world.now) !== wanted) continue
    if (isAnyNo) return question
    fitting.push(question)
  }
  return nearest(world, dice, hung, fitting)
}

/** The same question with one thing changed: asked from within another family, or written in another's name. */
function spoil(world: World, dice: Dice, question: Question): Question {
  const others = world.facts.families.map((each) => each.id).filter((family) => family !== familyOf(question))
  const narrowed: Question = { ...question, narrowed: dice.pick(others) }
  if (!('row' in question) || question.is === 'see' || question.is === 'delete draft' || isBeside(question)) {
    // A consent is its giver's and its persons' own, from within whatever family.
    return isOwnAnywhere(question) ? question : narrowed
  }
  if (dice.chance(0.3)) return narrowed
  const another = dice.pick([...world.kindOf.keys()].filter((person) => person !== question.person))
  const { row } = question
  switch (row.is) {
    case 'note': {
      const names = question.is === 'insert' && dice.chance(0.5) ? { author: another } : { writtenBy: another }
      return { ...question, row: { ...row, ...names } } as Question
    }
    case 'draft':
      return { ...question, row: { ...row, writer: another } } as Question
    case 'promise':
      return { ...question, row: { ...row, author: another } } as Question
  }
}

/** What stands beside a note is written in nobody's name but one's own. */
function isBeside(question: Question): boolean {
  return ['see void', 'see correction', 'void note', 'correct note', 'see as party'].includes(question.is)
}

/** A question whose answer must be no: asked by an outsider, without a living session, or for what the kind never may. */
function drawHopeless(world: World, dice: Dice, hung: Hung): Question | undefined {
  const kind = dice.pick<Kind | Outsider>([...outsiders, ...outsiders, ...kinds])
  const verb = dice.pick([...neverMay[kind]].length > 0 ? [...neverMay[kind]] : verbs)
  const ofKind = [...world.kindOf.entries()].filter(([, each]) => each === kind).map(([person]) => person)
  if (kind === 'no session') {
    // What a living session would be answered with yes.
    const alive = drawAnswered(world, dice, hung, dice.pick(openSquares()), true)
    return alive && { ...alive, session: dice.pick(deadSessions), narrowed: null }
  }
  const persons = ofKind.length > 0 ? ofKind : [...world.kindOf.keys()]
  const ask = () => drawQuestion(world, dice, verb, dice.pick(persons), dice.chance(0.7), kind === 'other municipality')
  if (dice.chance(0.5)) return ask()
  return nearest(
    world,
    dice,
    hung,
    Array.from({ length: tries / 3 }, ask).filter((each) => each !== undefined),
  )
}

/**
 * @param hopeful asks about what the person has to do with, and writes as one should
 * @param abroad asks about families of other municipalities
 */
function drawQuestion(
  world: World,
  dice: Dice,
  verb: Verb,
  person: PersonId,
  hopeful: boolean,
  abroad = false,
): Question | undefined {
  const family = drawFamilyOf(world, dice, person, hopeful, abroad)
  if (!family) return undefined
  const target = drawTarget(world, dice, verb, person, family, hopeful)
  if (!target) return undefined
  // A consent is its giver's and its persons' own: it is asked for in its own family only, narrowed or not.
  const elsewhere = isOwnAnywhere(target) ? [] : [drawFamilyOf(world, dice, person, false, false) ?? family]
  const narrowed = dice.chance(0.6) ? null : dice.chance(0.85) ? family : dice.pick([family, ...elsewhere])
  const purpose = dice.chance(hopeful ? 0.95 : 0.85) ? usualPurpose : dice.pick(readPurposes)
  return { ...target, verb, person, session: 'live', narrowed, purpose }
}

function drawFamilyOf(
  world: World,
  dice: Dice,
  person: PersonId,
  hopeful: boolean,
  abroad: boolean,
): FamilyId | undefined {
  const tied = world.tiedTo.get(person) ?? []
  const home = world.facts.persons.find((each) => each.id === person)?.municipality
  const others = world.facts.families.filter((each) => (each.municipality === home) !== abroad).map((each) => each.id)
  if (!abroad && tied.length > 0 && dice.chance(hopeful ? 0.97 : 0.85)) return dice.pick(tied)
  return others.length > 0 ? dice.pick(others) : undefined
}

type Target = Question extends infer Each
  ? Each extends Question
    ? Omit<Each, 'verb' | 'person' | 'session' | 'narrowed' | 'purpose'>
    : never
  : never

function drawTarget(
  world: World,
  dice: Dice,
  verb: Verb,
  person: PersonId,
  family: FamilyId,
  hopeful: boolean,
): Target | undefined {
  const inFamily = <Row extends { family: FamilyId }>(rows: Row[], wish: (row: Row) => boolean = () => true) => {
    const there = rows.filter((row) => row.family === family && wish(row))
    return there.length > 0 ? dice.pick(there) : undefined
  }
  const see = (row: Extract<Target, { is: 'see' }>['row'] | undefined): Target | undefined => row && { is: 'see', row }
  const freshPlace = () => {
    const place = drawPlaceIn(world, dice, person, family, hopeful)
    // Who hopes for a yes tries a few places.
    for (let left = 4; hopeful && left > 0 && !mayWriteAt(world.facts, person, place, world.now); left--) {
      Object.assign(place, drawPlaceIn(world, dice, person, family, hopeful))
    }
    return place
  }
  const author = hopeful || dice.chance(0.85) ? person : dice.pick([...world.kindOf.keys()])
  switch (verb) {
    case 'see note':
      return see(inFamily(world.notes))
    case 'see draft':
      return see(inFamily(world.drafts))
    case 'see promise':
      return see(inFamily(world.promises))
    case 'see link':
      return aboutLink(inFamily(world.links, (each) => each.helper === person) ?? inFamily(world.links))
    case 'see family':
      return { is: 'see family', part: 'family', family }
    case 'see members':
      return { is: 'see family', part: 'member', family }
    case 'see seats':
      return { is: 'see family', part: 'seat', family }
    case 'see act': {
      const act = inFamily(
        world.facts.acts,
        (each) => each.toldAt !== null || (hopeful && each.person === person) || dice.chance(0.2),
      )
      return act && { is: 'see act', act }
    }
    case 'see glass review': {
      const review = inFamily(world.facts.glassReviews, (each) => hopeful || each.reader === person || dice.chance(0.4))
      return review && { is: 'see glass review', review }
    }
    case 'see report':
      return aboutReport(inFamily(world.facts.reports))
    case 'see told': {
      const report = inFamily(
        world.facts.reports,
        (each) => each.told.length > 0 && (!hopeful || each.told.includes(person) || dice.chance(0.4)),
      )
      const told =
        report && (report.tellings.find((each) => hopeful && each.person === person) ?? dice.pick(report.tellings))
      return report && told && { is: 'see told', report, told }
    }
    case 'see consent': {
      const own = hopeful && dice.chance(0.5)
      const refused = !hopeful && dice.chance(0.5)
      const seats = world.facts.seats.filter((seat) => seat.person === person && seat.family === family)
      const toThem = (each: StoredConsent) => seats.length === 0 || seats.some((seat) => seat.party === each.party)
      // Who is named as having heard a yes, whether or not they have to do with the family now.
      const heard = dice.chance(0.5)
        ? inFamily(world.facts.consents, (each) => each.heardBy === person && each.answer === 'yes' && !each.endedAt)
        : undefined
      const consent =
        heard ??
        inFamily(
          world.facts.consents,
          (each) =>
            (!own || each.giver === person || each.persons.includes(person)) &&
            (!refused || (each.answer === 'no' && toThem(each))),
        )
      return consent && { is: 'see consent', consent }
    }
    case 'see opening':
      return aboutOpening(inFamily(world.openings))
    case 'see hold':
      return aboutHold(inFamily(world.holds))
    case 'see sheet':
      return aboutSheet(inFamily(world.sheets, (each) => !hopeful || each.waits))
    case 'see whereabouts':
      return aboutWhere(inFamily(world.whereabouts))
    case 'write note': {
      const place = freshPlace()
      const row = { ...place, is: 'note' as const, id: dice.uuid(), cell: drawCell(dice, place.area), author }
      return { is: 'insert', row: { ...row, writtenBy: author, hasWords: true, voided: false, corrected: false } }
    }
    case 'write draft': {
      const row = { ...freshPlace(), is: 'draft' as const, id: dice.uuid(), writer: author, changedAt: world.now }
      return { is: 'insert', row }
    }
    case 'promise': {
      const seats = world.facts.seats.filter((seat) => seat.person === person && seat.family === family)
      const party = hopeful && seats.length > 0 ? dice.pick(seats).party : dice.pick(world.facts.parties).id
      const row = { ...freshPlace(), is: 'promise' as const, id: dice.uuid(), privacy: 'table' as const, party, author }
      return { is: 'insert', row: { ...row, boundUntil: null } }
    }
    case 'change own note':
    case "change another's note": {
      const own = verb === 'change own note'
      const before = inFamily(world.notes, (note) => (note.author === person) === own)
      return (
        before && {
          is: 'update note',
          before,
          row: { ...before, writtenBy: author, hasWords: own && dice.chance(0.1) ? false : before.hasWords || hopeful },
        }
      )
    }
    case 'move note': {
      const before = inFamily(world.notes, (note) => !hopeful || note.author === person)
      if (!before) return undefined
      const place = freshPlace()
      const { about, aboutId } = place
      const part = dice.pick([
        { area: place.area, cell: drawCell(dice, place.area) },
        { cell: drawCell(dice, before.area) },
        { about, aboutId },
        { privacy: place.privacy },
        { about, aboutId, area: place.area, privacy: place.privacy, cell: drawCell(dice, place.area) },
      ])
      return { is: 'update note', before, row: { ...before, ...part, writtenBy: author } }
    }
    case 'take over draft': {
      const before = inFamily(world.drafts, (draft) => draft.writer !== person || dice.chance(0.3))
      if (!before) return undefined
      const place = dice.chance(0.4) ? freshPlace() : {}
      return {
        is: 'update draft',
        before,
        row: { ...before, ...place, family: before.family, writer: author, changedAt: world.now },
      }
    }
    case 'see void':
    case 'see correction': {
      const wanted = verb === 'see void' ? 'voided' : 'corrected'
      const row = inFamily(world.notes, (note) => note[wanted])
      return row && { is: verb, row }
    }
    case 'void note': {
      const others = world.kindOf.get(person) === 'leader' && dice.chance(0.5)
      const row = inFamily(
        world.notes,
        (note) => !note.voided && (others ? note.privacy === 'table' : note.author === person || !hopeful),
      )
      return row && { is: 'void note', row }
    }
    case 'correct note': {
      const row = inFamily(world.notes, (note) => !hopeful || (!note.voided && note.privacy === 'table'))
      return row && { is: 'correct note', row, correction: dice.uuid() }
    }
    case 'see as party': {
      const parties = world.facts.seats.filter((seat) => seat.family === family).map((seat) => seat.party)
      const row = inFamily(world.notes, (note) => !hopeful || note.privacy !== 'own')
      return row && parties.length > 0 ? { is: 'see as party', row, party: dice.pick(parties) } : undefined
    }
    case 'see share':
      return aboutShare(inFamily(world.shares, (each) => !hopeful || isNearShare(world, person, each)))
    case 'hand over':
      return handedOver(drawHandingOver(world, dice, person, family, hopeful))
    case 'see sole reason':
      return aboutReason(inFamily(world.facts.soleConsents))
    case 'delete draft': {
      const draft = inFamily(world.drafts, (each) => !hopeful || each.writer === person)
      return draft && { is: 'delete draft', row: draft }
    }
  }
}
