import { nobody, people, type Definer } from './definer.ts'

/** What is done by law, and how long things are kept. */
export const definersByLaw: Readonly<Record<string, Definer>> = {
  my_sectors: { why: 'what the own services at a family’s table are for the law', callers: people },
  my_seat_areas: { why: 'areas one reads by the own seat: nobody lets another read more', callers: people },
  act_receivers: { why: 'people of the services, by name, for who may let one of them read by law', callers: people },
  record_act: {
    why: 'records an act, after looking at all of it again; its memory lies in a chain of its own',
    callers: people,
  },
  end_act: { why: 'ends the own act, on rows that lab_app may not write', callers: people },
  tell_due_acts: { why: 'tells families of acts whose day has come: nobody is signed in', callers: ['lab_system'] },
  act_people: { why: 'names that come with acts in sight, also of who is otherwise unknown there', callers: people },

  working_days_after: { why: 'the rule: a day by the calendar of the municipality', callers: nobody },
  glass_managers: { why: 'the rule: who answers for what somebody read by break-glass', callers: nobody },
  my_glass_reviews: {
    why: 'break-glass the signed-in person is to look at, of families they never see',
    callers: people,
  },
  glass_reviews: { why: 'the same with who, for what and how long; of the family its number alone', callers: people },
  glass_families: {
    why: 'families of somebody named by number or by name and birth day, for who may break the glass; remembers what came to nothing',
    callers: people,
  },
  open_glass: {
    why: 'breaks the glass, after looking at all of it again, on rows that lab_app may not write',
    callers: people,
  },
  close_glass: { why: 'ends the own break-glass, on rows that lab_app may not write', callers: people },
  close_due_glass: { why: 'remembers that break-glass is over by time: nobody is signed in', callers: ['lab_system'] },
  answer_glass: { why: 'a manager’s answer, remembered in the chain of a family they never see', callers: people },
  has_glass: { why: 'whether one has broken the glass of a family: then nothing leaves the screen', callers: people },
  by_glass: {
    why: 'whether one comes to a family by break-glass alone: then a command is told why it is refused',
    callers: people,
  },

  my_reporting: { why: 'services one reports from about a family one may open', callers: people },
  my_receiving: { why: 'services the signed-in person is named to receive reports for, and works at', callers: people },
  report_receivers: { why: 'who receives reports, by name, for who may report', callers: people },
  send_report: { why: 'writes a report beside the family, in a chain of its own', callers: people },
  receive_report: { why: 'a named receiver takes a report on', callers: people },
  tell_report: { why: 'tells one of the family: who wrote the report may not be seen by them', callers: people },
  my_reports: { why: 'reports one wrote or receives, with names of a family one may not open', callers: people },

  my_sharing: {
    why: 'services one can hand things over from: what each sits for, works at and was said yes to',
    callers: people,
  },
  party_knows: {
    why: 'the rule: whether a service may know an area of persons, by yeses others may not see',
    callers: nobody,
  },
  yes_holds: {
    why: 'the rule: whether a yes counts for a receiver, which who hands over may not see',
    callers: nobody,
  },
  act_holds: { why: 'the rule: whether an act to a service counts, while its receiver works there', callers: nobody },
  rests_on_ground: { why: 'the rule: whether one thing that was handed over rests on its ground', callers: nobody },
  yes_speaks_for: {
    why: 'the rule: whether who said a yes speaks for a person in an area now, by responsibilities not in sight',
    callers: nobody,
  },
  my_share_reasons: {
    why: 'the rule: whose written reason one reads, by things of the share not in sight',
    callers: people,
  },
  my_share_grounds: {
    why: 'which yes lets what go where, of what the own service knows: the yes itself is not in sight',
    callers: people,
  },
  my_share_persons: { why: 'whom sets of people take in, for who can hand over what is about them', callers: people },
  my_share_items: {
    why: 'the rule: what was handed over, to whom it is shown, by grounds not in sight',
    callers: people,
  },
  may_share: { why: 'the rule for a share, on a yes to another service', callers: people },
  may_hand_over: { why: 'the rule for one thing of a share', callers: people },
  place_share_item: { why: 'trigger: where a thing lies is read from its own row, and not said', callers: nobody },
  guard_share: { why: 'trigger: nothing is handed over without what it is and why', callers: nobody },
  tell_share: { why: 'what a share by an act leaves in the act’s own chain', callers: people },

  retention_at: { why: 'the rules of retention on a day, for the functions below', callers: nobody },
  is_held: { why: 'whether a hold stands over somebody, also one they are not told of', callers: nobody },
  retention_state_at: {
    why: 'how it stands with what is past its day, at any moment: for the test that travels in time',
    callers: nobody,
  },
  let_go_at: {
    why: 'lets go of rows that no role may delete, at any moment: for the test that travels in time',
    callers: nobody,
  },
  let_go: { why: 'the same, now and by the rules: the nightly job', callers: ['lab_system'] },
  retention_state: { why: 'counts what is past its day, for the protocol of the night', callers: ['lab_system'] },
  my_overdue: { why: 'the same counts of the own municipality, for the privacy officer', callers: people },
  link_retention_run: { why: 'trigger: a night stands in the municipality’s own chain', callers: nobody },
  my_kin: {
    why: 'who is of the own families, without seeing them: no privacy officer places or lifts a hold over one of them',
    callers: people,
  },
  numbered_family: { why: 'the family of a number, for the privacy officer, who sees no family', callers: people },
  link_hold: { why: 'trigger: a hold stands in the municipality’s own chain', callers: nobody },
  clear_family: {
    why: 'removes rows no role may delete, when a family is erased by hand and nothing holds it',
    callers: ['lab_system'],
  },
  hold_over: { why: 'whether a hold stops erasing a family by hand', callers: ['lab_system'] },
}
