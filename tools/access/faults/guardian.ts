import type { Fault } from '../plant.ts'

/** What a guardian says, and what the person says beside them (docs/decisions/0041). */
export const guardianFaults: readonly Fault[] = [
  {
    name: 'guardian-against-a-no',
    says: 'a guardian’s yes counts although the person has said no, or taken back their own',
    places: ['function effective_consents'],
    was: 'and not lab.spoke_against(g.family_id, g.party_id, g.person_id, g.area)',
    becomes: '',
  },
  {
    name: 'guardian-against-a-stop',
    says: 'a guardian’s yes counts although the person has taken back their own',
    places: ['function spoke_against'],
    was: "n.ended_how in ('withdrawn', 'narrowed')",
    becomes: "n.ended_how = 'narrowed'",
  },
]
