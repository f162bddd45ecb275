import type { Fault } from '../plant.ts'

const me = '( SELECT lab.current_person() AS current_person)'

/** What is done by law. */
export const lawFaults: readonly Fault[] = [
  {
    name: 'act-seen-before-told',
    says: 'a family sees an act before it is told',
    places: ['policy see on act'],
    was: '(told_at <= now()) AND',
    becomes: '',
  },
  {
    name: 'act-told-to-every-seat',
    says: 'an act that is told is shown to every seat and not to the leader alone',
    places: ['policy see on act'],
    was: "ANY (ARRAY['guardian'::text, 'leader'::text])) AND ((f.way = 'leader'::text)",
    becomes: "ANY (ARRAY['guardian'::text, 'leader'::text, 'seat'::text])) AND ((f.way <> 'guardian'::text)",
  },
  {
    name: 'act-hidden-from-its-author',
    says: 'who did an act does not see it',
    places: ['policy see on act'],
    was: `(recorded_by = ${me}) OR`,
    becomes: '',
  },
  {
    name: 'report-to-the-told',
    says: 'who was told of a report sees what another at home was told',
    places: ['policy see on report_told'],
    was: `(person_id = ${me})`,
    becomes: 'true',
  },
  {
    name: 'receiver-who-left',
    says: 'a named receiver receives after they have left the service',
    places: ['function my_receiving'],
    was: 'and exists (select 1 from lab.role_held r where r.person_id = n.person_id and r.party_id = n.party_id and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now()))',
    becomes: '',
  },
  {
    name: 'receiver-after-the-end',
    says: 'who is no longer named to receive still does',
    places: ['function my_receiving'],
    was: 'and n.valid_from <= now() and (n.valid_to is null or n.valid_to > now())',
    becomes: '',
  },
  {
    name: 'report-to-every-worker',
    says: 'everybody who works at a service reads the reports that went there',
    places: ['function my_receiving'],
    was: 'select distinct n.party_id from lab.report_receiver n where n.person_id = lab.current_person()',
    becomes: 'select distinct n.party_id from lab.report_receiver n where true',
  },
]
