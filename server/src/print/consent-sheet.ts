import type { CalendarDay } from '@velferdslab/core/dates'
import { ownNameOf } from '@velferdslab/core/text-language'
import { fillHoles, type VersionedText } from '@velferdslab/core/text-version'
import { press } from './press.ts'
import { said, type Said } from './said.ts'

interface ConsentPaper {
  /** The consent sentence and the words around it (core/src/text-version.ts), both in the language they are in. */
  readonly sentence: VersionedText
  readonly sheet: VersionedText
  readonly service: string
  readonly onePerson: boolean
  readonly printedOn: CalendarDay
}

/** Everything consent-sheet.typ draws, as plain data. */
export interface ConsentSheet {
  paper: 'a4'
  words: Record<string, never>
  language: string
  printedOn: number[]
  owed: Said | null
  sentence: Said
  areas: Said[]
  title: Said
  how: Said
  tick: Said
  persons: Said
  until: Said
  no: Said
  name: Said
  day: Said
  version: Said
}

const gap = '………………'

/** A consent to fill in by hand: A4, tagged. Nothing is ticked. Throws `MissingGlyph` (press.ts) when a letter is in none of the fonts. */
export const printConsentSheet = (paper: ConsentPaper) => press('consent-sheet.typ', consentSheetOf(paper))

export function consentSheetOf({ sentence, sheet, service, onePerson, printedOn }: ConsentPaper): ConsentSheet {
  const line = (at: number) => said(fillHoles(sheet.lines[at] ?? '', { service }))
  const whole = sentence.lines[onePerson ? 1 : 0] ?? ''
  return {
    paper: 'a4',
    words: {},
    language: sheet.language,
    printedOn: printedOn.split('-').map(Number),
    // In the language's own name, so that whoever reads it sees that theirs was thought of, and is owed.
    owed: sheet.language === sheet.asked ? null : said(`${ownNameOf[sheet.asked]}: ikke oversatt ennå`),
    sentence: said(fillHoles(whole, { service, areas: gap, persons: gap, until: gap })),
    title: line(0),
    how: line(1),
    tick: line(2),
    persons: line(3),
    until: line(4),
    no: line(5),
    name: line(6),
    day: line(7),
    areas: sheet.lines.slice(8).map(said),
    version: said(`${sentence.version} · ${ownNameOf[sentence.language]}`),
  }
}
