import { randomUUID } from 'node:crypto'
import { cloth, note, type CellCode, type Cloth, type Note, type Sector } from '@velferdslab/core/cloth'
import type { AreaCode } from '@velferdslab/core/areas'

// For tests: the cloth of the family Hansen-Ali, who do not exist.

type Somebody = Cloth['people'][number]

const somebody = (name: string, initials: string, mark: number, service: string | null = null) =>
  ({ id: randomUUID(), name, calledName: name.split(' ')[0] ?? name, initials, mark, service }) as unknown as Somebody

export const amina = somebody('Amina Ali', 'AA', 1)
export const jonas = somebody('Jonas Hansen', 'JH', 2)
export const sara = somebody('Sara Hansen-Ali', 'SA', 3)
export const elias = somebody('Elias Hansen-Ali', 'EH', 4)
export const noor = somebody('Noor Hansen-Ali', 'NH', 8)
export const solveig = somebody('Solveig Strand', 'SS', 5, 'Velferdslaben')
export const tor = somebody('Tor Myhre', 'TM', 6, 'NAV Fjordvik')
export const kari = somebody('Kari Nes', 'KN', 7, 'Fjordvik skole')

const family = [amina, jonas, sara, elias, noor]
const children = [sara, elias, noor]

type More = {
  area?: AreaCode
  about?: Somebody[]
  who?: string
  due?: string
  relation?: string
  sector?: Sector
  ring?: number
  bright?: boolean
  privacy?: Note['privacy']
  changedBy?: Somebody
  beside?: Note
  voided?: Note['voided']
  corrections?: Note['corrections']
}

export function aNote(author: Somebody, cell: CellCode, text: string, more: More = {}): Note {
  return note.parse({
    id: randomUUID(),
    cell,
    area: more.area ?? 'common',
    about: { id: randomUUID(), whole: !more.about, persons: (more.about ?? family).map((person) => person.id) },
    privacy: more.privacy ?? 'table',
    author: author.id,
    changedBy: more.changedBy?.id ?? null,
    words: { text, who: more.who, relation: more.relation },
    bright: more.bright ?? false,
    due: more.due ?? null,
    sector: more.sector ?? null,
    ring: more.ring ?? null,
    beside: more.beside?.id ?? null,
    version: 1,
    changedAt: '2026-11-24T12:00:00Z',
    voided: more.voided ?? null,
    corrections: more.corrections ?? [],
  })
}

export const somebodyAround = (name: string, relation: string, sector: Sector, ring: number, more: More = {}) =>
  aNote(amina, 'around_me', name, { relation, sector, ring, ...more })

export const notes: Note[] = [
  aNote(amina, 'good_at', 'Jeg lager mat til mange og får folk til å slappe av.', { bright: true }),
  aNote(jonas, 'good_at', 'Jeg fikser det meste. Sykler, biler, dører.'),
  aNote(sara, 'dream_of', 'Et rom med dør.'),
  aNote(jonas, 'today', 'To rom, fem personer. Fukt på soverommet.', { area: 'housing' }),
  aNote(tor, 'now', 'Garanti for depositum', { area: 'housing', who: 'Tor', due: '2026-12-04' }),
  aNote(jonas, 'long_term', 'Søke startlån og eie selv', { area: 'housing', who: 'Jonas', due: '2028-06-01' }),
  aNote(jonas, 'today', 'Vi vet ikke helt hvem vi skylder.', { area: 'economy' }),
  aNote(kari, 'now', 'Få en dato for time', { area: 'school', who: 'Kari', about: [elias], changedBy: solveig }),
  aNote(amina, 'difficult', 'Leiligheten er fuktig. Vi må ut 31. januar.'),
  aNote(solveig, 'succeed', 'Én å ringe til: Solveig. Svar samme dag.'),
  somebodyAround('Asha', 'tante', 'family', 1),
  somebodyAround('Inger', 'farmor', 'family', 2),
  somebodyAround('Hodan', 'venninne', 'friends', 1, { bright: true }),
  somebodyAround('Kari', 'lærer', 'public', 2),
]

export function aCloth(more: Partial<Cloth> = {}): Cloth {
  return {
    ...cloth.parse({
      family: { id: randomUUID(), name: 'Familien Hansen-Ali', onePerson: false },
      startedOn: '2026-11-24',
      areas: ['housing', 'economy', 'school'],
      mayWrite: [],
      leads: false,
      members: family.map((member) => ({ ...member, isChild: children.includes(member) })),
      people: [...family, solveig, tor, kari],
      mayWriteAbout: [],
      mayWriteOwn: false,
      notes,
      drafts: [],
      cursor: '',
    }),
    ...more,
  }
}
