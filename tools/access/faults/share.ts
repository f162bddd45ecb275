import type { Fault } from '../plant.ts'

/** What is handed over, and who reads it. */
export const shareFaults: readonly Fault[] = [
  {
    name: 'share-on-anothers-yes',
    says: 'a thing about one person is handed over, and read, on a yes that names another',
    places: ['function rests_on_ground'],
    // A yes that does not name somebody does not speak for them either, but where its giver has said another beside it.
    was: 'and p_persons <@ c.persons) and not exists (select 1 from unnest(p_persons) w (person_id) where not lab.yes_speaks_for(p_consent, w.person_id, p_area))',
    becomes: ')',
  },
  {
    name: 'share-on-a-yes-that-counts-no-more',
    says: 'what was handed over on the yes of a guardian or a parent rests on it after they answer no more, because others have said yes',
    places: ['function rests_on_ground'],
    was: 'and not exists (select 1 from unnest(p_persons) w (person_id) where not lab.yes_speaks_for(p_consent, w.person_id, p_area))',
    becomes: '',
  },
  {
    name: 'share-on-an-ended-yes',
    says: 'a yes that was stopped, or whose time is over, still lets things go and be read',
    places: ['function yes_holds'],
    was: 'from lab.active_consent a join lab.consent c on c.municipality_id = a.municipality_id and c.id = a.id',
    becomes:
      "from lab.consent a join lab.consent c on c.municipality_id = a.municipality_id and c.id = a.id and c.answer = 'yes'",
  },
  {
    name: 'share-read-after-its-act',
    says: 'who received something by an act reads it after the act has ended',
    places: ['function act_holds'],
    was: 'and a.valid_from <= now() and a.valid_to > now() and (a.ended_at is null or a.ended_at > now())',
    becomes: '',
  },
  {
    name: 'share-read-after-its-ground',
    says: 'who received something reads it after the ground has ended',
    places: ['function my_share_items'],
    was: 'and lab.rests_on_ground(s.family_id, s.consent_id, null, s.from_party, s.to_party, i.persons, i.area, i.own_work)',
    becomes: '',
  },
  {
    name: 'share-seen-by-all-at-home',
    says: 'one of the family sees a thing that was handed over of a row that is hidden from them',
    places: ['function my_share_items'],
    was: "and exists ( select 1 from lab.sight_of(array[me], s.family_id, i.about_id, i.area) c where c.privacy = 'table' and c.standing)",
    becomes: '',
  },
  {
    name: 'share-by-an-untold-act-at-home',
    says: 'the family sees what was handed over by an act it has not been told of',
    places: ['function my_share_items'],
    was: 's.act_id is null or lab.act_told(s.act_id) and',
    becomes: 's.act_id is null or',
  },
  {
    name: 'share-from-any-seat',
    says: 'somebody hands over what their own service may not know',
    places: ['function may_hand_over'],
    was: 'or lab.party_knows(s.family_id, s.from_party, p_persons, p_area))',
    becomes: 'or true)',
  },
  {
    name: 'share-from-a-service-not-named',
    says: 'a yes that names the services it is from lets another give',
    places: ['function yes_holds'],
    was: 'or p_from = any (c.giving_parties)',
    becomes: 'or true',
  },
]
