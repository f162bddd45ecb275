import { casesOfSight } from '@velferdslab/core/access'
import { playInOneInstant, type Compared, type Ways } from './play.ts'
import type { Question } from './questions.ts'
import type { World } from './world.ts'

/** Facts that can be left out of a world without making it impossible. */
const lists = [
  'members',
  'responsibilities',
  'roles',
  'seats',
  'consents',
  'soleConsents',
  'consentAges',
  'childRules',
  'openAreas',
  'admissions',
  'meetings',
  'glassReviews',
  'acts',
  'reports',
  'receivers',
  'protections',
  'keepers',
] as const

/** A difference in as few facts as show it, in words. */
export async function tellDifference(ways: Ways, world: World, { question, now }: Compared): Promise<string> {
  let small: World = {
    ...world,
    now,
    notes: [],
    drafts: [],
    promises: [],
    links: [],
    openings: [],
    holds: [],
    sheets: [],
    shares: [],
    whereabouts: [],
  }
  small = withTarget(small, question)
  if (!(await stillDiffers(ways, small, question))) {
    return `${sentence(world, question, now)}\n  (it does not show when played again; the time it hung on has passed)`
  }
  for (const list of lists) {
    for (let size = small.facts[list].length; size >= 1; size = Math.floor(size / 2)) {
      for (let start = 0; start < small.facts[list].length;) {
        const fewer = without(small, list, start, size)
        if (await stillDiffers(ways, fewer, question)) small = fewer
        else start += size
      }
    }
  }
  return [sentence(world, question, now), ...factsOf(small, question)].join('\n  ')
}

function without(world: World, list: (typeof lists)[number], start: number, size: number): World {
  const kept = (world.facts[list] as unknown[]).toSpliced(start, size)
  const facts = { ...world.facts, [list]: kept }
  const meetings = new Set(facts.meetings.map((each) => each.id))
  facts.admissions = facts.admissions.filter((each) => meetings.has(each.meeting))
  const acts = new Set(facts.acts.map((each) => each.id))
  facts.glassReviews = facts.glassReviews.filter((each) => acts.has(each.act))
  facts.openAreas = facts.openAreas.filter((each) => meetings.has(each.meeting))
  return { ...world, facts }
}

/** Of all rows only the one that is asked about. */
function withTarget(world: World, question: Question): World {
  if (question.is === 'see opening') return { ...world, openings: [question.opening] }
  if (question.is === 'see link') return { ...world, links: [question.link], promises: [question.link.promise] }
  if (question.is === 'see sheet') return { ...world, sheets: [question.sheet] }
  if (question.is === 'see hold') return { ...world, holds: [question.hold] }
  if (question.is === 'see whereabouts') return { ...world, whereabouts: [question.whereabouts] }
  if ('share' in question) {
    const { thing } = question.share
    const rows = thing.is === 'note' ? { notes: [thing] } : { promises: [thing] }
    return { ...world, ...rows, shares: question.is === 'see share' ? [question.share] : [] }
  }
  const row =
    'before' in question ? question.before : 'row' in question && question.is !== 'insert' ? question.row : undefined
  switch (row?.is) {
    case 'note':
      return { ...world, notes: [row] }
    case 'draft':
      return { ...world, drafts: [row] }
    case 'promise':
      return { ...world, promises: [row] }
    default:
      return world
  }
}

async function stillDiffers(ways: Ways, world: World, question: Question): Promise<boolean> {
  const [, compared] = await playInOneInstant(ways, (now) => {
    const later = now.getTime() - world.now.getTime()
    return [shifted(world, later), [shifted(question, later)]]
  })
  return compared.some((each) => each.core !== each.database)
}

/** The same thing with all its times moved. */
function shifted<Thing>(thing: Thing, milliseconds: number): Thing {
  if (thing instanceof Date) return new Date(thing.getTime() + milliseconds) as Thing
  if (thing instanceof Map)
    return new Map([...thing].map(([key, value]) => [key, shifted(value, milliseconds)])) as Thing
  if (Array.isArray(thing)) return thing.map((each: unknown) => shifted(each, milliseconds)) as Thing
  if (typeof thing !== 'object' || thing === null) return thing
  return Object.fromEntries(
    Object.entries(thing).map(([key, value]) => [key, shifted(value as unknown, milliseconds)]),
  ) as Thing
}

function sentence(world: World, question: Question, now: Date): string {
  const { verb, person, session, narrowed, purpose, ...rest } = question
  const who = `${world.names.get(person) ?? person} (${world.kindOf.get(person) ?? '?'}, session ${session}${narrowed ? `, narrowed to ${world.names.get(narrowed) ?? narrowed}` : ''}, for ${purpose})`
  const row =
    'row' in question && question.is === 'see'
      ? ` by core's cases [${casesOfSight(world.facts, person, question.row, now).join()}]`
      : ''
  const parts = Object.entries(rest).flatMap(([key, value]) =>
    key === 'is' ? [] : [`\n  ${key}: ${told(world, value, now)}`],
  )
  return `${who}: ${verb}${row}${parts.join('')}`
}

function factsOf(world: World, question: Question): string[] {
  const lines = lists.flatMap((list) =>
    (world.facts[list] as unknown[]).map((fact) => `${list}: ${told(world, fact, world.now)}`),
  )
  const mentioned = JSON.stringify([lists.map((list) => world.facts[list]), question])
  const persons = world.facts.persons.filter((each) => mentioned.includes(each.id) && each.born !== null)
  const parties = world.facts.parties.filter((each) => mentioned.includes(each.id) && each.declarationRequired)
  return [
    ...lines,
    ...persons.map((each) => `born: ${world.names.get(each.id) ?? each.id} ${each.born ?? ''}`),
    ...parties.map((each) => `declaration required: ${world.names.get(each.id) ?? each.id}`),
  ]
}

/** A fact in a line: names for ids, times as distance from now. */
function told(world: World, value: unknown, now: Date): string {
  if (value instanceof Date) return distance(value.getTime() - now.getTime())
  if (Array.isArray(value)) return `[${value.map((each: unknown) => told(world, each, now)).join(' ')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([key]) => !['id', 'aboutId', 'municipality'].includes(key))
    return entries.map(([key, each]) => `${key}=${told(world, each, now)}`).join(' ')
  }
  return typeof value === 'string' ? (world.names.get(value) ?? value) : JSON.stringify(value)
}

function distance(milliseconds: number): string {
  if (milliseconds === 0) return 'exactly-now'
  const size = Math.abs(milliseconds)
  const text = size < 120_000 ? `${size}ms` : `${Math.round(size / 86_400_000)}d`
  return milliseconds < 0 ? `${text}-ago` : `in-${text}`
}
