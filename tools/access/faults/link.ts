import type { Fault } from '../plant.ts'

/** Who sees a link to one promise. */
export const linkFaults: readonly Fault[] = [
  {
    name: 'link-before-declaring',
    says: 'who has a link reads it before confidentiality is declared',
    places: ['policy see on task_link'],
    was: 'WHERE t.declared',
    becomes: '',
  },
  {
    name: 'stopped-link-opens',
    says: 'a link that was stopped still opens',
    places: ['function my_task'],
    was: 'and l.ended_at is null and l.ends_at > now()',
    becomes: 'and l.ends_at > now()',
  },
  {
    name: 'link-told-to-the-team',
    says: 'everybody with a seat sees who has a link to a promise they see',
    places: ['policy see on task_link'],
    was: "ARRAY['member'::text, 'guardian'::text, 'leader'::text]",
    becomes: "ARRAY['member'::text, 'guardian'::text, 'leader'::text, 'seat'::text]",
  },
]
