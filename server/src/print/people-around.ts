import type { Note, Sector } from '@velferdslab/core/cloth'
import type { PersonId } from '@velferdslab/core/ids'
import { sectorsAround, sectorSpots, spotsForNames, spotsForNumbers, type Spot, type Standing } from './rings.ts'
import { said, type Said } from './said.ts'
import type { PrintTexts } from './texts-nb.ts'
import type { PaperLanguage } from './texts.ts'

/** The drawing of the people around the family, and a list of those whose names are not in the drawing. */
export type PeopleAround = {
  title: string
  continued: string
  /** The drawing in words, for who does not see it. */
  alt: string
  inTheMiddle: string
  sectors: (Spot & { code: Sector; name: string })[]
  names: (Spot & { name: Said; lines: Said[]; bright: boolean })[]
  numbers: (Spot & { number: number; bright: boolean })[]
  list: { title: string; people: { number: number | null; text: Said; bright: boolean; onlyFor: string | null }[] }[]
}

type Around = {
  spoken: PaperLanguage
  title: string
  inTheMiddle: string
  blank: boolean
  notes: Note[]
  calledName: (id: PersonId) => string
}
type Person = Standing & { note: Note }

export function peopleAround({ spoken, title, inTheMiddle, blank, notes, calledName }: Around): PeopleAround {
  const { texts, locale } = spoken
  const sectorNames = sectorsAround.map((sector) => texts.sectors[sector])
  const ordered = inOrder(notes)
  const people = ordered.flatMap((note) => standing(note, texts))
  const drawing = {
    title,
    continued: texts.continued(title),
    inTheMiddle,
    sectors: sectorSpots().map((spot) => ({ ...spot, name: texts.sectors[spot.code] })),
    names: [],
    numbers: [],
    list: [],
  }
  const everySector = new Intl.ListFormat(locale).format(sectorNames.map((name) => name.toLocaleLowerCase(locale)))
  if (blank) return { ...drawing, alt: texts.ringsBlank(everySector) }

  const corrected = correctionsOf(ordered, texts, calledName)
  const names = spotsForNames(people, sectorNames)
  if (names) {
    return {
      ...drawing,
      alt: people.length > 0 ? texts.ringsNames(inWords(people, spoken)) : texts.ringsNobody(everySector),
      names: names.map(({ x, y, name, lines, note }) => ({
        x,
        y,
        name: said(name),
        lines: lines.map(said),
        bright: note.bright,
      })),
      list: [
        ...listOf(
          ordered.filter((note) => !people.some((person) => person.note === note)),
          texts,
        ),
        ...corrected,
      ],
    }
  }
  const numbers = spotsForNumbers(people, sectorNames).map((person, index) => ({ ...person, number: index + 1 }))
  return {
    ...drawing,
    alt: texts.ringsNumbers,
    numbers: numbers.map(({ x, y, number, note }) => ({ x, y, number, bright: note.bright })),
    list: [...listOf(ordered, texts, new Map(numbers.map(({ note, number }) => [note, number]))), ...corrected],
  }
}

/** Clockwise by sector, the nearest first; who has no sector comes last. */
function inOrder(notes: Note[]): Note[] {
  const sectorOf = (note: Note) => (note.sector ? sectorsAround.indexOf(note.sector) : sectorsAround.length)
  return [...notes].sort((a, b) => sectorOf(a) - sectorOf(b) || (a.ring ?? 4) - (b.ring ?? 4))
}

function standing(note: Note, texts: PrintTexts): Person[] {
  if (!note.sector || !note.ring) return []
  const { sector, ring } = note
  const lines = [note.words.relation, onlyFor(note, texts)].filter((line) => typeof line === 'string')
  return [{ note, sector, ring, name: note.words.text, lines }]
}

/** The drawing in words: "Familie: Asha, tante, nærmest; Inger, farmor, litt lenger ute. Venner: ..." */
function inWords(people: Person[], spoken: PaperLanguage): string {
  const marked = (note: Note) => withMarks(note, spoken)
  return bySector(
    people.map((person) => person.note),
    spoken.texts,
  )
    .map(({ title, notes }) => spoken.texts.sectorInWords(title, notes.map(marked).join('; ')))
    .join(' ')
}

function listOf(notes: Note[], texts: PrintTexts, numbers = new Map<Note, number>()): PeopleAround['list'] {
  return bySector(notes, texts).map(({ title, notes }) => ({
    title,
    people: notes.map((note) => ({
      number: numbers.get(note) ?? null,
      text: said(described(note, texts)),
      bright: note.bright,
      onlyFor: onlyFor(note, texts),
    })),
  }))
}

/** There is no room beside a name in the drawing: what somebody does not agree with stands last in the list. */
function correctionsOf(notes: Note[], texts: PrintTexts, calledName: Around['calledName']): PeopleAround['list'] {
  const people = notes.flatMap((note) =>
    note.corrections.map((correction) => ({
      number: null,
      text: said(texts.correctionOf(note.words.text, calledName(correction.by), correction.text)),
      bright: false,
      onlyFor: null,
    })),
  )
  return people.length > 0 ? [{ title: texts.corrections, people }] : []
}

function bySector(notes: Note[], texts: PrintTexts): { title: string; notes: Note[] }[] {
  return [...sectorsAround, null]
    .map((sector) => ({
      title: sector ? texts.sectors[sector] : texts.noSector,
      notes: notes.filter((note) => note.sector === sector),
    }))
    .filter(({ notes }) => notes.length > 0)
}

function described(note: Note, texts: PrintTexts): string {
  const ring = note.ring ? texts.rings[note.ring - 1] : undefined
  return [note.words.text, note.words.relation, ring].filter((part) => part !== undefined).join(', ')
}

function withMarks(note: Note, { texts, locale }: PaperLanguage): string {
  const marks = [note.bright ? texts.bright.toLocaleLowerCase(locale) : null, onlyFor(note, texts)]
  return [described(note, texts), ...marks.filter((mark) => mark !== null)].join(', ')
}

/** The small mark on a note that is not for everybody at the table. */
export function onlyFor(note: Note, texts: PrintTexts): string | null {
  return note.privacy === 'table' ? null : texts.onlyFor[note.privacy]
}
