import type { AreaCode } from '@velferdslab/core/areas'
import type { Cloth, Note } from '@velferdslab/core/cloth'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { AboutId, FamilyId, NoteId, PersonId } from '@velferdslab/core/ids'

/** People and notes for the tests of this folder and of pages/cloth. */
export const amina = 'amina' as PersonId
export const jonas = 'jonas' as PersonId
export const tor = 'tor' as PersonId
export const stranger = 'stranger' as PersonId

export function aNote(id: string, more: Partial<Note> = {}): Note {
  return {
    id: id as NoteId,
    cell: 'good_at',
    area: 'common',
    about: { id: 'all' as AboutId, whole: true, persons: [amina, jonas] },
    privacy: 'table',
    author: amina,
    changedBy: null,
    words: { text: `ordene på ${id}` },
    bright: false,
    due: null,
    sector: null,
    ring: null,
    beside: null,
    version: 1,
    changedAt: '2026-11-24T10:00:00Z',
    voided: null,
    corrections: [],
    ...more,
  }
}

/** Areas in which one may write about the whole family and about Amina. */
export function mayWriteIn(...areas: AreaCode[]): Cloth['mayWrite'] {
  return areas.map((area) => ({ area, whole: true, persons: [amina] }))
}

export function aCloth(notes: Note[] = [], more: Partial<Cloth> = {}): Cloth {
  const card = (id: PersonId, mark: number) => ({
    id,
    name: id,
    calledName: id,
    initials: id.slice(0, 2).toUpperCase(),
    mark,
  })
  return {
    family: { id: 'family' as FamilyId, name: 'Familien Hansen-Ali', onePerson: false },
    startedOn: '2026-11-24' as CalendarDay,
    areas: ['work', 'housing', 'economy'],
    mayWrite: mayWriteIn('work', 'housing', 'economy', 'common'),
    members: [
      { ...card(amina, 1), isChild: false },
      { ...card(jonas, 2), isChild: false },
    ],
    people: [
      { ...card(amina, 1), service: null },
      { ...card(jonas, 2), service: null },
      { ...card(tor, 6), service: 'NAV' },
    ],
    mayWriteOwn: true,
    leads: false,
    notes,
    drafts: [],
    cursor: 'start',
    ...more,
  }
}
