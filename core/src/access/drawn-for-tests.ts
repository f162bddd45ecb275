import type { AreaCode } from '../areas.ts'
import { cellCodes, privacyCodes } from '../cloth.ts'
import { readPurposes } from '../purpose.ts'
import {
  after,
  aunt,
  before,
  fjordvik,
  hansen,
  id,
  lab,
  nav,
  now,
  people,
  school,
  turns,
} from './a-family-for-tests.ts'
import type { AccessFacts, DraftFact, NoteFact, PromiseFact } from './facts.ts'
import { stories, type Asked, type Story } from './stories-for-tests.ts'

const moments = [before(2000), before(1), now, after(1), null]
const persons = people.map((name) => id(name))
const parties = [nav, school, lab, aunt]
const areas = ['school', 'economy', 'leisure', 'common'] as const satisfies readonly AreaCode[]
const versions = ['2020-01-01', '2026-11-09', '2026-11-10', '2026-11-11']
const every = (fields: readonly string[], values: readonly unknown[]) =>
  Object.fromEntries(fields.map((field) => [field, values]))
/** What each field of a fact can say instead. */
const instead: Readonly<Record<string, readonly unknown[]>> = {
  ...every(['to', 'approvedAt', 'declaredAt', 'endedAt', 'startedAt', 'leftAt', 'closedAt', 'boundUntil'], moments),
  ...every(['from', 'admittedAt', 'openedAt'], moments.slice(0, 4)),
  ...every(['person', 'holder', 'giver', 'recorder', 'heardBy', 'by', 'author', 'writtenBy', 'writer'], persons),
  ...every(['family', 'aboutFamily'], [hansen, 'berg']),
  ...every(['takesPart', 'whole', 'declarationRequired', 'hasWords', 'voided', 'corrected'], [false, true]),
  ...every(['fromAge', 'parentsUntil'], [7, 8, 12, 15, 16, 18]),
  changedAt: [before(29_999), before(30_000), now],
  municipality: [fjordvik, 'elsewhere'],
  born: [null, ...[12, 15, 16, 18].flatMap((age) => [-1, 0, 1].map((days) => turns(age, days)))],
  validFrom: versions,
  party: parties,
  kind: ['parental', 'guardian'],
  mandate: [null, [], ['economy'], ['school', 'economy']],
  area: areas,
  areas: [[], ['economy'], ['school'], ['school', 'economy']],
  persons: [[], ['mother'], ['father'], ['child'], ['teen'], ['mother', 'father'], ['father', 'child']],
  witnesses: [[], ...persons.slice(0, 8).flatMap((person) => [now, after(1)].map((at) => [{ person, at }]))],
  subject: ['life', 'words'],
  answer: ['yes', 'no'],
  channel: ['digital', 'paper', 'oral'],
  purpose: readPurposes.slice(0, 2),
  privacy: privacyCodes,
  cell: cellCodes.slice(0, 2),
  meeting: ['meeting', 'another meeting'],
}
const roles: Readonly<Record<string, readonly string[]>> = {
  roles: ['core_team', 'manager'],
  seats: ['leader', 'member', 'trusted'],
}

/** With what was turned in it, for whoever reads a counterexample. */
type Told = { readonly told: readonly string[]; readonly story: Story }
/** One thing is otherwise: a fact says something else, is not there, or is there once more and says something else. */
export type Turn = { readonly at: number; readonly value: number; readonly how: 'else' | 'gone' | 'more' }
const pick = <Item>(list: readonly Item[], number: number): Item => list[number % list.length] as Item

function turned({ told, story }: Told, { at, value, how }: Turn): Told {
  const places = Object.entries(story).flatMap(([name, list]) =>
    Array.isArray(list)
      ? list.flatMap((item: object) => fieldsOf(name, item).map((field) => ({ name, item, field })))
      : [],
  )
  const { name, item, field } = pick(places, at)
  const rest = (story[name as keyof Story] as object[]).filter((each) => each !== item)
  if (how === 'gone' && name !== 'asked')
    return { told: [...told, `no ${name} ${JSON.stringify(item)}`], story: { ...story, [name]: rest } }
  const other = { ...item, [field]: pick(valuesOf(name, field), value) }
  const kept = how === 'more' && name !== 'asked' ? [item] : []
  return {
    told: [...told, `${name} ${kept.length > 0 ? 'more' : 'else'} ${JSON.stringify(other)} (${field})`],
    story: asTablesHold({ ...story, [name]: [other, ...kept, ...rest] }),
  }
}

const valuesOf = (name: string, field: string) => (field === 'role' ? roles[name] : instead[field]) ?? []
const fieldsOf = (name: string, item: object) => Object.keys(item).filter((field) => valuesOf(name, field).length > 0)

/** The row as somebody would make it instead: one thing of it, or two. */
function remadeFrom(asked: Asked, turns: readonly Turn[]): Asked {
  return turns.reduce((row, { at, value }) => {
    const field = pick(fieldsOf('asked', row), at)
    return { ...row, [field]: pick(valuesOf('asked', field), value) }
  }, asked)
}

/** What the tables have a key for is there once: a person, a family, a party, a version of a rule. */
function asTablesHold(story: Story): Story {
  const once = <Item>(list: readonly Item[], keyOf: (item: Item) => string) =>
    list.filter((item, index) => list.findIndex((each) => keyOf(each) === keyOf(item)) === index)
  return {
    ...story,
    persons: once(story.persons, (each) => each.id),
    families: once(story.families, (each) => each.id),
    parties: once(story.parties, (each) => each.id),
    consentAges: once(story.consentAges, (each) => `${each.municipality} ${each.area} ${each.validFrom}`),
    childRules: once(story.childRules, (each) => `${each.municipality} ${each.area} ${each.subject} ${each.validFrom}`),
  }
}

/** A story with some things turned; who asks, of which row, and what the row would be if they made something else of it. */
export function drawnFrom(name: string, turns: readonly Turn[], remade: readonly Turn[]) {
  const first: Told = { told: [name], story: ofWhatMatters(stories[name] as Story) }
  const { told, story } = turns.reduce(turned, first)
  const [asked] = story.asked
  const facts: AccessFacts = story
  return { told, facts, by: asked.by, ...rowsOf(asked), remade: rowsOf(remadeFrom(asked, remade)) }
}
export type Drawn = ReturnType<typeof drawnFrom>

/** Small enough that what is turned is seldom beside the point. */
function ofWhatMatters(story: Story): Story {
  const [{ by, area }] = story.asked
  const known = [by, ...story.members.map((each) => each.person), ...story.responsibilities.map((each) => each.holder)]
  const isAsked = (each: { readonly area: AreaCode }) =>
    each.area === area || (area === 'common' && each.area === 'economy')
  return {
    ...story,
    persons: story.persons.filter(({ id }) => known.includes(id)),
    seats: story.seats.filter((each) => each.person === by),
    consentAges: story.consentAges.filter(isAsked),
    childRules: story.childRules.filter(isAsked),
  }
}

type Rows = { readonly note: NoteFact; readonly draft: DraftFact; readonly promise: PromiseFact }
/** The rows that are asked about, where a note, a draft or a promise lies there. */
function rowsOf(asked: Asked): Rows {
  const { family, area, privacy, whole, aboutFamily } = asked
  const about = { family: aboutFamily, whole, persons: whole ? [] : asked.persons }
  const place = { family, area, privacy, about }
  const { cell, author, writtenBy, hasWords, voided, corrected, writer, changedAt, party, boundUntil } = asked
  return {
    note: { is: 'note', ...place, cell, author, writtenBy, hasWords, voided, corrected },
    draft: { is: 'draft', ...place, writer, changedAt },
    promise: { is: 'promise', ...place, party, author, boundUntil },
  }
}
