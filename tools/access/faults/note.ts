import type { Fault } from '../plant.ts'

/** What stands beside a note. */
export const noteFaults: readonly Fault[] = [
  {
    name: 'leader-strikes-the-familys-words',
    says: 'the leader strikes what the family itself has written',
    places: ['policy strike on note_void'],
    was: 'AND (NOT (EXISTS ( SELECT 1 FROM lab.member m WHERE ((m.family_id = n.family_id) AND (m.person_id = n.author_id)))))',
    becomes: '',
  },
  {
    name: 'correction-by-anybody',
    says: 'anybody who reads a note puts a correction beside it',
    places: ['function about_me'],
    was: 'and (p.person_id = lab.current_person()',
    becomes: 'and (true',
  },
  {
    name: 'void-note-written-on',
    says: 'a note that no longer counts is still written on',
    places: ['function guard_beside_note'],
    was: 'new.sealed is not null and exists',
    becomes: 'false and exists',
  },
  {
    name: 'corrected-note-moved',
    says: 'a note is taken away from the correction beside it',
    places: ['function guard_beside_note'],
    was: '(new.sealed is null or (new.cell, new.area, new.about_id, new.privacy) is distinct from (old.cell, old.area, old.about_id, old.privacy))',
    becomes: 'new.sealed is null',
  },
  {
    name: 'screen-takes-a-draft-over',
    says: 'the large screen goes on with what somebody was writing',
    places: ['policy screen_changes_nothing on draft'],
    was: '(NOT ( SELECT lab.is_screen() AS is_screen))',
    becomes: 'true',
  },
]
