import { areaCodes, type AreaCode } from '@velferdslab/core/areas'
import { areaCells, isAreaCell, type CellCode, type Cloth, type Note } from '@velferdslab/core/cloth'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { PersonId } from '@velferdslab/core/ids'
import type { Language } from '@velferdslab/core/language'
import { paperLanguageOf, type OwnWords } from './own-words.ts'
import { onlyFor, peopleAround, type PeopleAround } from './people-around.ts'
import { said, type Said } from './said.ts'
import type { PaperLanguage } from './texts.ts'

export const papers = ['a4', 'a3', 'a1'] as const
export type Paper = (typeof papers)[number]

export type ClothPrint = {
  cloth: Cloth
  blank: boolean
  paper: Paper
  language: Language
  printedOn: CalendarDay
  /** What the municipality calls its things; left out: as the product does. */
  own?: OwnWords
}

export type Writer = { initials: Said; mark: number; alt: string }
export type PaperNote = {
  text: Said
  writer: Writer | null
  changedBy: Writer | null
  who: Said | null
  when: string | null
  about: Said | null
  bright: boolean
  onlyFor: string | null
  beside: boolean
  corrections: { lead: Said; text: Said; mark: number }[]
}
type Face = { initials: Said; mark: number; name: Said; service: Said | null }

/** Everything cloth.typ draws, as plain data. What is not in here is not on the paper. */
export type Sheet = {
  paper: Paper
  blank: boolean
  language: Language
  printedOn: [year: number, month: number, day: number]
  family: Said
  dates: string[]
  members: Face[]
  table: Face[]
  cells: Record<
    Exclude<CellCode, (typeof areaCells)[number] | 'around_me'>,
    { title: string; continued: string; notes: PaperNote[] }
  >
  columns: { title: string; within: boolean; whoAndWhen: boolean }[]
  areas: { code: AreaCode; title: string; continued: string; notes: PaperNote[][] }[]
  people: PeopleAround
  words: Record<string, string>
}

/** The nine areas of the paper cloth; upbringing and network are on it only when the family has chosen them. */
const nineAreas = areaCodes.filter((area) => !['upbringing', 'network', 'common'].includes(area))

/** Lays the cloth out as data for paper: the words for every cell, in order. Pure; the template only draws. */
export function sheetOf({ cloth, blank, paper, language, printedOn, own = null }: ClothPrint): Sheet {
  const spoken = paperLanguageOf(language, own)
  const { texts } = spoken
  const voice = cloth.family.onePerson ? 'one' : 'many'
  const title = (cell: CellCode) => texts.cells[cell][voice]
  // A note that no longer counts is on no paper.
  const notes = blank ? [] : besideEachOther(cloth.notes.filter((note) => note.voided === null))
  const toPaper = (note: Note) => paperNote(note, cloth, printedOn, spoken)
  const cell = (code: keyof Sheet['cells']) => ({
    title: title(code),
    continued: texts.continued(title(code)),
    notes: notes.filter((note) => note.cell === code).map(toPaper),
  })
  const memberIds = new Set<PersonId>(cloth.members.map((member) => member.id))
  return {
    paper,
    blank,
    language,
    printedOn: printedOn.split('-').map(Number) as Sheet['printedOn'],
    family: said(blank ? '' : cloth.family.name),
    dates: [texts.started(longDate(cloth.startedOn, spoken)), texts.printed(longDate(printedOn, spoken))],
    members: blank ? [] : cloth.members.map((member) => face({ ...member, name: member.calledName, service: null })),
    table: blank ? [] : cloth.people.filter((person) => !memberIds.has(person.id)).map(face),
    cells: {
      good_at: cell('good_at'),
      dream_of: cell('dream_of'),
      difficult: cell('difficult'),
      succeed: cell('succeed'),
    },
    columns: areaCells.map((code) => ({
      title: title(code),
      within: code === 'short_term' || code === 'long_term',
      whoAndWhen: code !== 'today',
    })),
    areas: areasOnPaper(blank ? [] : cloth.areas, notes).map((code) => ({
      code,
      title: texts.areaNames[code],
      continued: texts.continued(texts.areaNames[code]),
      notes: areaCells.map((column) => notes.filter((note) => note.area === code && note.cell === column).map(toPaper)),
    })),
    people: peopleAround({
      spoken,
      title: title('around_me'),
      inTheMiddle: blank ? '' : inTheMiddle(cloth, spoken),
      blank,
      notes: notes.filter((note) => note.cell === 'around_me'),
      calledName: (id) => calledName(cloth, id),
    }),
    words: {
      title: texts.title,
      planOf: texts.planOf,
      date: texts.date,
      atTheTable: texts.atTheTable,
      atTheTableContinued: texts.continued(texts.atTheTable),
      chooseShape: texts.chooseShape,
      areas: texts.areas,
      areasContinued: texts.continued(texts.areas),
      page: texts.page('{page}', '{of}'),
      within: texts.within,
      whoAndWhen: texts.whoAndWhen,
      who: texts.who,
      when: texts.when,
      bright: texts.bright,
      besides: texts.besides,
      changed: texts.changed,
    },
  }
}

/** Areas with notes are printed even when the list of areas does not have them: nothing that was handed in is left out. */
function areasOnPaper(chosen: AreaCode[], notes: Note[]): AreaCode[] {
  const withNotes = notes.filter((note) => isAreaCell(note.cell)).map((note) => note.area)
  const areas = areaCodes.filter((area) => area !== 'common' && (chosen.includes(area) || withNotes.includes(area)))
  return areas.length > 0 ? areas : nineAreas
}

/** Where two edits met, the two notes stand one after the other. */
function besideEachOther(notes: Note[]): Note[] {
  const here = new Set(notes.map((note) => note.id))
  const hasPartner = (note: Note) => note.beside !== null && note.beside !== note.id && here.has(note.beside)
  const ordered: Note[] = []
  const add = (note: Note) => {
    if (ordered.includes(note)) return
    ordered.push(note)
    for (const other of notes) if (hasPartner(other) && other.beside === note.id) add(other)
  }
  for (const note of notes) if (!hasPartner(note)) add(note)
  for (const note of notes) add(note)
  return ordered
}

function paperNote(note: Note, cloth: Cloth, printedOn: CalendarDay, spoken: PaperLanguage): PaperNote {
  const { texts, locale } = spoken
  const about = note.about.whole || note.about.persons.every((id) => id === note.author) ? [] : note.about.persons
  const names = about.flatMap((id) => personOf(cloth, id)?.calledName ?? [])
  return {
    text: said(note.words.text),
    writer: writer(cloth, note.author, texts.writtenBy),
    changedBy: note.changedBy && note.changedBy !== note.author ? writer(cloth, note.changedBy, texts.changedBy) : null,
    who: note.words.who ? said(note.words.who) : null,
    when: note.due ? dueDate(note.due, printedOn, spoken) : null,
    about: names.length > 0 ? said(texts.about(new Intl.ListFormat(locale).format(names))) : null,
    bright: note.bright,
    onlyFor: onlyFor(note, texts),
    beside: note.beside !== null,
    corrections: note.corrections.map((correction) => ({
      lead: said(texts.disagrees(calledName(cloth, correction.by))),
      text: said(correction.text),
      mark: personOf(cloth, correction.by)?.mark ?? 1,
    })),
  }
}

const personOf = (cloth: Cloth, id: PersonId) => [...cloth.people, ...cloth.members].find((person) => person.id === id)

const calledName = (cloth: Cloth, id: PersonId) => personOf(cloth, id)?.calledName ?? ''

function writer(cloth: Cloth, id: PersonId, alt: (name: string) => string): Writer | null {
  const person = personOf(cloth, id)
  return person ? { initials: said(person.initials), mark: person.mark, alt: alt(person.name) } : null
}

function face(person: { initials: string; mark: number; name: string; service: string | null }): Face {
  const { initials, mark, name, service } = person
  return { initials: said(initials), mark, name: said(name), service: service ? said(service) : null }
}

function inTheMiddle(cloth: Cloth, { texts }: PaperLanguage): string {
  const many = cloth.members.length
  if (cloth.family.onePerson) return texts.inTheMiddle[1]
  return texts.inTheMiddle[many] ?? `${texts.inTheMiddle[0]} ${many}`
}

const dayOf = (day: CalendarDay) => new Date(`${day}T12:00:00Z`)
/** "24. november", "24 November": never broken between the number and the month. */
const noBreak = (date: string) => date.replace(/(\d) |(\d\.) /, '$1$2\u00a0')

function inWords(day: CalendarDay, { locale }: PaperLanguage, more: Intl.DateTimeFormatOptions): string {
  const options = { day: 'numeric', month: 'long', timeZone: 'UTC', ...more } as const
  return noBreak(new Intl.DateTimeFormat(locale, options).format(dayOf(day)))
}

const longDate = (day: CalendarDay, spoken: PaperLanguage) => inWords(day, spoken, { year: 'numeric' })

/** Without the year when it is the year of printing, as people write it. */
function dueDate(due: CalendarDay, printedOn: CalendarDay, spoken: PaperLanguage): string {
  return due.slice(0, 4) === printedOn.slice(0, 4) ? inWords(due, spoken, {}) : longDate(due, spoken)
}
