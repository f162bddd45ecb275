import type { AreaCode } from '@velferdslab/core/areas'
import type { CellCode, Sector } from '@velferdslab/core/cloth'

/** What one person says of themselves, and what several say together. */
type Voice = { one: string; many: string }

const both = (text: string): Voice => ({ one: text, many: text })

/** The words of the printed cloth, bokmål. One key holds a whole text; nothing is joined from fragments. */
export const textsNb = {
  /** Title of the document: neutral, names nobody. */
  title: 'Samtaleduk',
  planOf: 'Planen til',
  date: 'Dato',
  started: (date: string) => `Startet ${date}.`,
  printed: (date: string) => `Skrevet ut ${date}.`,
  atTheTable: 'Rundt bordet',
  chooseShape: 'Velg en form. Sett den ved det du skriver.',
  areas: 'Områdene i livet',
  continued: (title: string) => `${title} (fortsetter)`,
  page: (page: string, of: string) => `Side ${page} av ${of}`,
  within: 'innen',
  whoAndWhen: 'hvem og når',
  who: 'Hvem:',
  when: 'Når:',
  bright: 'Lysglimt',
  /** Paper lies on tables: a note that not everybody may read says so. */
  onlyFor: { own: 'bare mitt', child: 'bare for noen' },
  besides: 'skrevet samtidig',
  /** What somebody a note is about says beside it. */
  disagrees: (name: string) => `${name} er ikke enig:`,
  corrections: 'Rettelser',
  correctionOf: (note: string, name: string, text: string) => `${note}. ${name} er ikke enig: ${text}`,
  writtenBy: (name: string) => `Skrevet av ${name}`,
  changedBy: (name: string) => `Endret av ${name}`,
  changed: 'endret av',
  about: (names: string) => `for ${names}`,
  cells: {
    good_at: { one: 'Det jeg er god på', many: 'Det vi er gode på' },
    dream_of: { one: 'Det jeg drømmer om', many: 'Det vi drømmer om' },
    difficult: both('Det som er vanskelig'),
    today: both('Slik er det i dag'),
    now: both('Dette gjør vi nå'),
    short_term: both('Kort sikt'),
    long_term: both('Lang sikt'),
    succeed: both('Hva gjør vi for å lykkes?'),
    around_me: { one: 'Folk rundt meg', many: 'Folk rundt oss' },
  } satisfies Record<CellCode, Voice>,
  areaNames: {
    work: 'Arbeid',
    housing: 'Bolig',
    physical_health: 'Fysisk helse',
    mental_health: 'Psykisk helse',
    economy: 'Økonomi',
    school: 'Skole og utdanning',
    leisure: 'Fritid',
    voluntarism: 'Frivillighet',
    substance: 'Rus',
    upbringing: 'Oppvekst',
    network: 'Nettverk',
    common: 'Felles',
  } satisfies Record<AreaCode, string>,
  sectors: {
    family: 'Familie',
    friends: 'Venner',
    leisure: 'Fritid',
    public: 'Det offentlige',
    work: 'Jobb',
    home: 'Hjemme',
  } satisfies Record<Sector, string>,
  /** The rings from the middle and out. */
  rings: ['nærmest', 'litt lenger ute', 'ytterst'],
  noSector: 'Andre',
  inTheMiddle: [
    'Vi',
    'Meg',
    'Vi to',
    'Vi tre',
    'Vi fire',
    'Vi fem',
    'Vi seks',
    'Vi sju',
    'Vi åtte',
    'Vi ni',
    'Vi ti',
    'Vi elleve',
    'Vi tolv',
  ],
  ringsBlank: (sectors: string) =>
    `Tegning til å fylle ut, med tre ringer og seks felt: ${sectors}. Den innerste ringen er nærmest.`,
  ringsNobody: (sectors: string) => `Tegning med tre ringer og seks felt: ${sectors}. Ingen navn er skrevet inn ennå.`,
  ringsNames: (people: string) => `Tegning med tre ringer og seks felt. ${people}`,
  ringsNumbers:
    'Tegning med tre ringer og seks felt. Tallene viser hvor hver og en står. Lista ved siden av sier det samme med ord.',
  /** One sector of the drawing in words: "Familie: Asha, tante, nærmest; Inger, farmor, litt lenger ute." */
  sectorInWords: (sector: string, people: string) => `${sector}: ${people}.`,
} as const

/** The same words in any language: a key that is missing, or one too many, fails the type check. */
export type PrintTexts = Same<typeof textsNb>
type Same<Words> = Words extends string
  ? string
  : Words extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof Words]: Same<Words[Key]> }
