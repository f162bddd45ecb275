import type { PrintTexts } from './texts-nb.ts'

const both = (text: string) => ({ one: text, many: text })

/** The words of the printed cloth, English. */
export const textsEn: PrintTexts = {
  /** Title of the document: neutral, names nobody. */
  title: 'Mapping Tool',
  planOf: 'The plan of',
  date: 'Date',
  started: (date: string) => `Begun ${date}.`,
  printed: (date: string) => `Printed ${date}.`,
  atTheTable: 'Around the table',
  chooseShape: 'Choose a shape. Put it beside what you write.',
  areas: 'The areas of life',
  continued: (title: string) => `${title} (continued)`,
  page: (page: string, of: string) => `Page ${page} of ${of}`,
  within: 'within',
  whoAndWhen: 'who and when',
  who: 'Who:',
  when: 'When:',
  bright: 'Bright spot',
  /** Paper lies on tables: a note that not everybody may read says so. */
  onlyFor: { own: 'only mine', child: 'only for some' },
  besides: 'written at the same time',
  disagrees: (name: string) => `${name} does not agree:`,
  corrections: 'Corrections',
  correctionOf: (note: string, name: string, text: string) => `${note}. ${name} does not agree: ${text}`,
  writtenBy: (name: string) => `Written by ${name}`,
  changedBy: (name: string) => `Changed by ${name}`,
  changed: 'changed by',
  about: (names: string) => `for ${names}`,
  cells: {
    good_at: { one: 'What I am good at', many: 'What we are good at' },
    dream_of: { one: 'What I dream of', many: 'What we dream of' },
    difficult: both('What is difficult'),
    today: both('How it is today'),
    now: both('What we do now'),
    short_term: both('Short term'),
    long_term: both('Long term'),
    succeed: both('What do we do to succeed?'),
    around_me: { one: 'The people around me', many: 'The people around us' },
  },
  areaNames: {
    work: 'Work',
    housing: 'Housing',
    physical_health: 'Physical health',
    mental_health: 'Mental health',
    economy: 'Money',
    school: 'School and education',
    leisure: 'Leisure',
    voluntarism: 'Volunteering',
    substance: 'Alcohol and drugs',
    upbringing: 'Growing up',
    network: 'Network',
    common: 'Shared',
  },
  sectors: {
    family: 'Family',
    friends: 'Friends',
    leisure: 'Leisure',
    public: 'Services',
    work: 'Work',
    home: 'At home',
  },
  /** The rings from the middle and out. */
  rings: ['nearest', 'a little further out', 'outermost'],
  noSector: 'Others',
  inTheMiddle: [
    'Us',
    'Me',
    'We two',
    'We three',
    'We four',
    'We five',
    'We six',
    'We seven',
    'We eight',
    'We nine',
    'We ten',
    'We eleven',
    'We twelve',
  ],
  ringsBlank: (sectors: string) =>
    `A drawing to fill in, with three rings and six sectors: ${sectors}. The innermost ring is the nearest.`,
  ringsNobody: (sectors: string) =>
    `A drawing with three rings and six sectors: ${sectors}. No names are written in yet.`,
  ringsNames: (people: string) => `A drawing with three rings and six sectors. ${people}`,
  ringsNumbers:
    'A drawing with three rings and six sectors. The numbers show where each one stands. The list beside it says the same in words.',
  /** One sector of the drawing in words: "Family: Asha, tante, nearest; Inger, farmor, a little further out." */
  sectorInWords: (sector: string, people: string) => `${sector}: ${people}.`,
}
