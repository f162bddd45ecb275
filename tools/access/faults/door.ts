import type { Fault } from '../plant.ts'

/** What somebody sent of herself, and a hold over a person. */
export const doorFaults: readonly Fault[] = [
  {
    name: 'sheet-for-everybody',
    says: 'what somebody sent of herself is read by everybody who lives or works here',
    places: ['policy see on self_referral'],
    was: "( SELECT lab.holds_role(ARRAY['core_team'::text]) AS holds_role)",
    becomes: 'true',
  },
  {
    name: 'sheet-after-it-was-taken-back',
    says: 'the core team still sees that somebody sent a sheet, after she has taken it back',
    places: ['policy see on self_referral'],
    was: 'AND (taken_back_at IS NULL)',
    becomes: '',
  },
  {
    name: 'hold-over-own-kin',
    says: 'a privacy officer sees a hold over somebody of their own family, and so lifts it',
    places: ['function my_kin'],
    was: 'union select m.person_id from lab.member m where m.family_id in (select lab.my_homes())',
    becomes: '',
  },
  {
    name: 'hold-kept-quiet-told',
    says: 'a person is told of a hold over them that is kept quiet',
    places: ['policy see on legal_hold'],
    was: 'OR (told AND ((person_id =',
    becomes: 'OR (((person_id =',
  },
]
