import type { Fault } from '../plant.ts'

/** Break-glass, and who looks at it afterwards. */
export const glassFaults: readonly Fault[] = [
  {
    name: 'glass-after-its-minutes',
    says: 'break-glass counts after its minutes',
    places: ['view active_act'],
    was: 'valid_to > now() AND (ended_at',
    becomes: "(valid_to > now() OR kind = 'break_glass'::text) AND (ended_at",
  },
  {
    name: 'glass-without-its-role',
    says: 'break-glass counts after the role for it was taken, while somebody works here at all',
    places: ['view active_act'],
    was: "h.role = 'break_glass'::text AND",
    becomes: '',
  },
  {
    name: 'glass-by-the-role-for-another-service',
    says: 'break-glass counts by the role for another service than it was opened for',
    places: ['view active_act'],
    was: 'AND NOT h.party_id IS DISTINCT FROM act.party_id',
    becomes: '',
  },
  {
    name: 'glass-writes',
    says: 'who broke the glass writes',
    places: ['function sight_of'],
    was: 'n.area, pr.privacy, false, false',
    becomes: "n.area, pr.privacy, false, a.kind = 'break_glass'",
  },
  {
    name: 'glass-with-a-keepers-name',
    says: 'who was named for an address once, and comes by an act now, reads where somebody protected is',
    places: ['function my_whereabouts'],
    was: "and k.way <> 'act'",
    becomes: '',
  },
  {
    name: 'glass-opens-every-area',
    says: 'break-glass opens areas that were not chosen',
    places: ['function sight_of'],
    was: 'cross join lateral unnest(a.areas) as n (area)',
    becomes:
      "join lab.area n0 on n0.municipality_id = a.municipality_id and (a.kind = 'break_glass' or n0.code = any (a.areas)) cross join lateral (select n0.code as area) n",
  },
  {
    name: 'glass-review-to-every-manager',
    says: 'every manager sees every break-glass',
    places: ['function my_glass_reviews'],
    was: 'and lab.current_person() in (select lab.glass_managers(g.family_id, g.party_id, g.person_id))',
    becomes: '',
  },
  {
    name: 'glass-review-by-its-family',
    says: 'a manager who was of the family says whether it was needed',
    places: ['function glass_managers'],
    was: 'and not lab.of_family(p_family, r.person_id)',
    becomes: '',
  },
  {
    name: 'glass-review-of-the-officers-family',
    says: 'the privacy officer sees break-glass of a family they are of',
    places: ['function my_glass_reviews'],
    was: 'and g.family_id not in (select lab.my_homes())',
    becomes: '',
  },
]
