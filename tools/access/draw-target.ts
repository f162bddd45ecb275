import { mayWriteAt } from '@velferdslab/core/access/writing'
import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import type { Dice } from './dice.ts'
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
} from './draw-rows.ts'
import type { Question, Verb } from './questions.ts'
import type { StoredConsent, World } from './world.ts'

type Target = Question extends infer Each
  ? Each extends Question
    ? Omit<Each, 'verb' | 'person' | 'session' | 'narrowed' | 'purpose'>
    : never
  : never

/** What is asked about, of one family. @param hopeful asks about what the person has to do with, and writes as one should */
export function drawTarget(
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
      // Who is named as having heard a yes, whether or not they have to do with the family now; and who has said so, and reads it no more.
      const hasSpoken = (each: StoredConsent) => hopeful || each.witnesses.some((witness) => witness.person === person)
      const heard = dice.chance(0.5)
        ? inFamily(
            world.facts.consents,
            (each) => each.heardBy === person && each.answer === 'yes' && !each.endedAt && hasSpoken(each),
          )
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
