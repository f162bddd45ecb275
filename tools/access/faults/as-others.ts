import type { Fault } from '../plant.ts'

/** What the family is shown of what a service can see, and when one of two is enough. */
export const asOthersFaults: readonly Fault[] = [
  {
    name: 'another-grown-persons-yes',
    says: 'one learns what another grown person said yes to, by being shown what the service sees of them',
    places: ['function seen_by_party'],
    was: 'and not exists (select 1 from people p where p.about_id = s.about_id and p.person_id not in (select m.person_id from mine m))',
    becomes: '',
  },
  {
    name: 'reason-that-is-over',
    says: 'one of two goes on being enough when the reason for it was ended',
    places: ['view active_sole_consent'],
    was: 'AND ended_at IS NULL',
    becomes: '',
  },
  {
    name: 'reason-against-a-no',
    says: 'one of two is enough although the other has said no',
    places: ['function effective_consents'],
    was: "(n.answer = 'no' and n.valid_from <= now()",
    becomes: '(false',
  },
  {
    name: 'reason-against-a-yes-taken-back',
    says: 'one of two is enough although the other has taken back their yes',
    places: ['function effective_consents'],
    was: "n.ended_how in ('withdrawn', 'narrowed')",
    becomes: "n.ended_how = 'narrowed'",
  },
  {
    name: 'reason-for-another-child',
    says: 'a reason recorded for one child counts for the siblings',
    places: ['function effective_consents'],
    was: 's.family_id = g.family_id and s.person_id = g.person_id and s.without_id = o.holder_id',
    becomes: 's.family_id = g.family_id and s.without_id = o.holder_id',
  },
  {
    name: 'reason-out-of-a-hidden-home',
    says: 'who is left out reads the reason, and so in which home, where somebody must not be found',
    places: ['function my_sole_reasons'],
    was: 'or not lab.must_not_be_found(s.family_id)',
    becomes: 'or true',
  },
]
