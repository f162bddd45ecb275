import type { Fault } from '../plant.ts'

/** What a yes is for, and who has read. */
export const traceFaults: readonly Fault[] = [
  {
    name: 'yes-for-any-purpose',
    says: 'a yes counts for whatever one reads for',
    places: ['function effective_consents'],
    was: 'and k.purpose = read_for',
    becomes: '',
  },
  {
    name: 'report-as-the-plan',
    says: 'who reads for a report reads by the yes to the plan',
    places: ['function effective_consents'],
    was: 'read_for text := lab.current_purpose()',
    becomes:
      "read_for text := case lab.current_purpose() when 'report' then 'make_and_follow_plan' else lab.current_purpose() end",
  },
  {
    name: 'untold-act-is-told',
    says: 'who read by an act that was not told is shown to the family',
    places: ['function my_openings'],
    was: "and (o.ground not in ('exception', 'break_glass') or lab.act_told(o.act_id))",
    becomes: '',
  },
  {
    name: 'openings-of-the-table',
    says: 'who sits at the table, and is not of the family, sees who has read',
    places: ['function my_openings'],
    was: "f.way in ('member', 'guardian')",
    becomes: 'true',
  },
  {
    name: 'openings-of-another',
    says: 'one sees that what is about somebody else was read',
    places: ['function my_openings'],
    was: 'c.about_id = x.about_id and',
    becomes: '',
  },
  {
    name: 'quiet-hold-is-told',
    says: 'a hold that is kept quiet is shown to the family',
    places: ['policy see on legal_hold'],
    was: 'told AND',
    becomes: '',
  },
  {
    name: 'hold-told-to-the-leader',
    says: 'who leads a family knows of a hold over it',
    places: ['policy see on legal_hold'],
    was: "'guardian'::text",
    becomes: "'guardian'::text, 'leader'::text",
  },
]
