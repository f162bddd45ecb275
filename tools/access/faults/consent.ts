import type { Fault } from '../plant.ts'

/** Who has said yes, and how. */
export const consentFaults: readonly Fault[] = [
  {
    name: 'oral-unheard',
    says: 'a yes said aloud counts before anybody has said that they heard it',
    places: ['view active_consent'],
    was: "channel <> 'oral'::text OR",
    becomes: 'true OR',
  },
  {
    name: 'writer-vouches',
    says: 'who wrote down what was said aloud vouches for it too',
    places: ['view active_consent'],
    was: 'AND w.witness_id <> consent.recorded_by',
    becomes: '',
  },
  {
    name: 'heard-later',
    says: 'a yes said aloud counts by a word that has not been given yet',
    places: ['view active_consent'],
    was: 'AND w.at <= now()',
    becomes: '',
  },
  {
    name: 'witness-goes-on-reading',
    says: 'who has said that they heard a yes goes on seeing it',
    places: ['function my_heard'],
    was: 'and not exists (select 1 from lab.consent_witness w where w.consent_id = c.id and w.witness_id = me)',
    becomes: '',
  },
  {
    name: 'witness-without-the-family',
    says: 'who is named as having heard a yes sees it without knowing the family',
    places: ['function my_heard'],
    was: "and exists (select 1 from lab.my_families() f where f.family_id = c.family_id and f.way in ('seat', 'leader'))",
    becomes: '',
  },
]
