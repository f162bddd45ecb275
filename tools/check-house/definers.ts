import { nobody, people, type Definer } from './definer.ts'
import { definersByLaw } from './definers-by-law.ts'
import { definersOfConsent } from './definers-of-consent.ts'
import { definersOfLinks } from './definers-of-links.ts'

/**
 * The SECURITY DEFINER functions. All belong to lab_rule, which cannot log in, reads structure and no words. What answers for the
 * signed-in person is open to lab_app; what answers for whomever it is asked about is open to no role.
 */
export const definers: Readonly<Record<string, Definer>> = {
  current_person: { why: 'finds the person of a live token in a table that nobody else may read', callers: people },
  current_municipality: { why: 'the same token, its municipality', callers: people },
  current_session_ends: { why: 'the same token, its end', callers: people },

  families_touched: { why: 'the rule: families to look at for some viewers', callers: nobody },
  people_about: { why: 'the rule: whom the sets of people of some families take in', callers: nobody },
  effective_consents: {
    why: 'the rule: what the yeses add up to, also those the reader may not see one by one',
    callers: nobody,
  },
  sight_of: { why: 'the rule itself, for any viewers', callers: nobody },
  families_of: { why: 'families whose existence some viewers may know', callers: nobody },
  ways_of: { why: 'the same without those the core team knows of by its work: few for everybody', callers: nobody },

  my_cells: { why: 'the rule for the signed-in person: what policies ask', callers: people },
  my_right: { why: 'the rule for one cell: what policies on writing ask', callers: people },
  my_work: { why: 'parties whose work the signed-in person keeps in sight', callers: people },
  my_families: { why: 'families the signed-in person may know', callers: people },
  my_ways: { why: 'the same without those the core team knows of by its work', callers: people },
  my_near: { why: 'those of them who belong to, or sit in, families they may open', callers: people },
  my_births: { why: 'whose birth the signed-in person may know', callers: people },
  my_people: { why: 'persons the signed-in person may know by name', callers: people },
  my_effective_consents: {
    why: 'what the yeses add up to, for those the signed-in person answers for',
    callers: people,
  },
  my_sight: { why: 'a fingerprint of all the signed-in person sees, for the live stream', callers: people },
  also_answers_for: { why: 'who else must say yes for a child: names, never answers', callers: people },
  audience: {
    why: 'who of a table may see a cell, asked once for all; answers only who may see it themselves',
    callers: people,
  },

  about_of: { why: 'makes the set of people a row is about', callers: nobody },
  my_cell: { why: 'one cell and the right to it; makes the set when it is new', callers: people },
  make_abouts: { why: 'trigger: a new member is a set of people from the start', callers: nobody },
  leave_draft: { why: 'removes the own draft also where the writer has just lost sight of it', callers: people },

  holds_role: { why: 'the own roles, for policies that ask for one', callers: people },
  receive_referral: {
    why: 'opens the door for a family its sender may not see: makes it when it is not here yet',
    callers: people,
  },
  my_referrals: { why: 'that what I sent came and was answered, without the family', callers: people },
  referred: { why: 'who was referred, by name, for the core team alone', callers: people },
  claim_invitation: {
    why: 'gives an identity to the person whose code was brought, before anybody is signed in',
    callers: ['lab_system'],
  },

  speakers_of: { why: 'the rule: who speaks for a family about its course and its table', callers: nobody },
  my_voice: { why: 'families the signed-in person is a member of from sixteen, and may speak for', callers: people },
  at_door: { why: 'who speaks for a family that was referred, by name, for the core team alone', callers: people },
  lock_door: { why: 'the family’s lock for the core team, which may not open it', callers: people },
  settle_qualification: {
    why: 'trigger: accepted only with signatures and answers; the referral becomes answered, unseen by its sender',
    callers: nobody,
  },
  settle_seat: { why: 'the rule: what a seat has come to, from answers nobody else may see', callers: nobody },
  family_said_yes: {
    why: 'the rule: whether everyone who speaks for the family has said yes to a seat',
    callers: nobody,
  },
  settle_answered_seat: { why: 'trigger: a seat is settled with each answer', callers: nobody },
  free_mark: { why: 'a colour and shape few at this table have', callers: nobody },
  propose_seat: {
    why: 'asks for a leader or somebody of a service; looks who asks and where they work',
    callers: people,
  },
  propose_trusted: { why: 'makes the person, the party and the way in of somebody the family brings', callers: people },
  take_seat: { why: 'the answer of who is to sit there, in a family they may not open', callers: people },
  lock_seat: { why: 'the lock of the family a seat of the signed-in person stands in', callers: people },
  my_seats: { why: 'seats asked for, by name before they are approved, for those who answer and ask', callers: people },
  seat_candidates: { why: 'who could be asked to a seat, for the one who leads', callers: people },
  leaders: { why: 'who could lead and how many families each leads, for the core team', callers: people },
  asked_of_me: { why: 'what the signed-in person was asked to, of families they may not open', callers: people },
  my_asked_seat: { why: 'one such seat, for the rule', callers: people },
  also_asked_for: {
    why: 'what the other holders of responsibility for one’s own child are called, also who lives elsewhere',
    callers: people,
  },
  add_child: { why: 'a parent tells of a child: a person, a member and who answers, in one', callers: people },
  note_told: { why: 'trigger: who was named by another is perhaps here already', callers: nobody },
  possible_duplicates: {
    why: 'names and birth days of who may be one person, for the core team; of who must not be known at the door, for their leader',
    callers: people,
  },
  answer_duplicate: { why: 'joins who was only named into who is here, for who has the hint', callers: people },
  referred_of: { why: 'who stands at the door, of a few referrals: for the core team', callers: people },
  my_standing: {
    why: 'whether a family was sent here and waits, for who speaks there: the referral itself is not in their sight',
    callers: people,
  },
  names_at_door: {
    why: 'which names are at the door, without whose: the core team’s search weighs them, and asks who has those that are meant',
    callers: people,
  },
  at_door_named: { why: 'who at the door has one of a few names, for the core team: twenty at most', callers: people },
  my_findable: { why: 'names one may search among: those one may know of anyway', callers: people },
  my_whereabouts: { why: 'the rule: of whom one may know where they can be found', callers: people },
  my_protected: { why: 'of whom one may know that their address is protected', callers: people },
  keep_period: { why: 'trigger: an earlier period of somebody who comes back is kept', callers: nobody },
  follow_invitation: { why: 'trigger: who comes in by another identity is the one who was asked', callers: nobody },
  move_out: {
    why: 'ends a membership and what its holder said yes to, also what the leader may not end',
    callers: people,
  },
  admit_member: { why: 'makes a member of who was asked, when all have said yes', callers: nobody },
  propose_member: { why: 'makes the person and the question of somebody who is to be of the family', callers: people },
  answer_member: { why: 'settles the question from answers nobody else may see', callers: people },
  my_joining: { why: 'families that want the signed-in person, which they may not open yet', callers: people },
  join_family: { why: 'the own yes of who is wanted, in a family they may not open', callers: people },
  my_member_history: { why: 'who belonged before, by name, for the family and its leader', callers: people },
  my_member_proposals: { why: 'who is asked for, by name before they belong, and whom it waits for', callers: people },
  may_record_responsibility: { why: 'whether one leads the family, for the functions below', callers: people },
  record_responsibility: {
    why: 'writes down who answers for somebody, and makes a holder known by name alone',
    callers: people,
  },
  end_responsibility: { why: 'ends what stands there, written by another', callers: people },
  my_responsibilities: {
    why: 'who answers for those of a family, also holders who live elsewhere, for the family and its leader',
    callers: people,
  },
  ages_that_count: { why: 'the rule: ages at which somebody begins to answer for themself', callers: nobody },
  note_birthdays: { why: 'notes the birthdays that have come: nobody is signed in', callers: ['lab_system'] },
  has_seat: { why: 'whether the signed-in person has a seat anywhere, for the pages they get', callers: people },

  link_privacy_word: {
    why: 'trigger: changes of the words texts are asked about stand in the municipality’s chain',
    callers: nobody,
  },
  my_givers: {
    why: 'who in a family can say yes and for whom, for the leader who writes down what was said',
    callers: people,
  },
  my_witnesses: { why: 'who at the table can vouch for what was said aloud, for its leader', callers: people },
  my_heard: { why: 'what waits for the signed-in person to say that they heard it', callers: people },
  end_before: {
    why: 'what was written down or heard takes the place of older sentences of its giver',
    callers: people,
  },
  link_question: { why: 'trigger: questions are remembered in the chain of the municipality', callers: nobody },
  link_event: { why: 'the link itself, for functions that have seen that the actor may do this', callers: nobody },
  mandate_holders: { why: 'the rule: who holds which mandate today', callers: nobody },
  deciders_of: { why: 'the rule: who must say yes for each person a decision is about', callers: nobody },
  missing_of: { why: 'the rule: what a version still lacks, from answers no single reader may see', callers: nobody },
  room_of: { why: 'the rule: money left under mandates and frames, over all families', callers: nobody },
  frame_used: { why: 'the rule: what is decided within a frame', callers: nobody },
  touch_locks: { why: 'the locks of deciding: family, frame, mandate', callers: nobody },
  guard_decided: { why: 'trigger: no decision is effective without every yes, mandate and frame', callers: nobody },
  rules_on: { why: 'which versions of the rules a decision rests on', callers: nobody },
  keep_rules: { why: 'trigger: a decision keeps the versions it rests on, whoever writes it', callers: nobody },
  guard_version: { why: 'trigger: versions in order, and none after it is decided', callers: nobody },
  guard_asked: { why: 'trigger: only who holds a mandate for it is asked', callers: nobody },
  my_asked: { why: 'decisions put before the signed-in person for their mandate', callers: people },
  my_decisions: { why: 'decisions in the signed-in person’s sight: what policies ask', callers: people },
  my_deciders: { why: 'who answers for whom in decisions in sight: who, never what', callers: people },
  my_room: { why: 'what is left for decisions in sight, told no further than their amount', callers: people },
  my_frames: { why: 'frames and their use, for the leader and the payer’s own seats', callers: people },
  lock_decision: { why: 'takes the locks of deciding on rows that lab_app may not write', callers: people },
  my_outside_about: { why: 'whom an outside decision is about, for a seat of its service', callers: people },

  plan_content: { why: 'the rule: the hash over a version, from lines no single reader may see', callers: nobody },
  plan_missing: { why: 'the rule: who must still sign, from ages and seats', callers: nobody },
  my_plan_content: { why: 'whether a version in sight still adds up, also where one may not read', callers: people },
  my_plan_missing: { why: 'who must still sign a version in sight', callers: people },
  guard_plan_version: { why: 'trigger: put up by whom it may be, and what lay there unsigned ends', callers: nobody },
  guard_plan_part: { why: 'trigger: lines, signers and papers come with their version', callers: nobody },
  guard_plan_signature: { why: 'trigger: a signature is under exactly what stands there', callers: nobody },
  in_force: { why: 'trigger: with the last signature a version is in force', callers: nobody },
  void_plan: { why: 'trigger: a change in the plan ends a version that not all have signed', callers: nobody },

  guard_promise: { why: 'trigger: a promise of a version sleeps until it is in force', callers: nobody },
  wake_promises: { why: 'trigger: what a version in force promises begins to count', callers: nobody },
  cut_promises: { why: 'trigger: a measure stopped early is owed no more', callers: nobody },
  my_promises: { why: 'promises the signed-in person answers for: what policies ask', callers: people },
  lock_promise: { why: 'the family’s lock for a service that sees nothing else of the family', callers: people },
  remember_promise: { why: 'the event of an answer, for the same reason', callers: people },

  guard_entry: { why: 'trigger: reversals cancel exactly; no more is committed than was decided', callers: nobody },
  cut_entries: { why: 'trigger: a measure stopped early is cut for every payer', callers: nobody },
  my_due: { why: 'when a decision in sight falls due, also for who was asked', callers: people },

  my_tables: {
    why: 'meetings of the own families, and what one is there, also by a seat no consent reaches yet',
    callers: people,
  },
  lock_table: { why: 'the lock of a family for who has a place at its table', callers: people },
  replace_phase_move: { why: 'trigger: one question about the phase waits at a time', callers: nobody },
  settle_phase_move: { why: 'trigger: what the family has answered moves the phase', callers: nobody },
  phase_waits_for: {
    why: 'who at home has not answered about the phase: of answers that are each one’s own',
    callers: people,
  },
  my_table: { why: 'the one meeting of a guest’s session, also while they wait and see nothing', callers: people },
  about_me: {
    why: 'whether the signed-in person, or somebody they answer for, is in a set of people',
    callers: people,
  },
  comes_by_code: {
    why: 'whether the own session is a guest’s or a large screen’s, by the code alone',
    callers: people,
  },
  is_screen: { why: 'whether the own session is a large screen, which writes nothing', callers: people },
  arrive_at_table: { why: 'makes a guest who waits: nobody is signed in yet', callers: ['lab_system'] },
  open_screen: { why: 'admits a large screen for who may put one up', callers: ['lab_system'] },
  clear_table: { why: 'trigger: a meeting that ends leaves nothing open, and no session', callers: nobody },

  read_on: { why: 'the rule: where the rows of a page lie, and by which right they are read', callers: nobody },
  read_at_work: { why: 'the same for lists of the own party’s work', callers: nobody },
  act_told: { why: 'the rule: whether an act was told to those it is about', callers: people },
  keep_opening: { why: 'writes an opening, or prolongs it', callers: nobody },
  leave_trace: { why: 'what a read leaves, by the right the database finds itself', callers: people },
  leave_denial: { why: 'who asked for a family that is there and not theirs', callers: people },
  days_just_told: { why: 'days to look at again, because an act was told', callers: ['lab_system'] },
  of_family: { why: 'the rule: whether somebody is of a family, was, or answers for somebody there', callers: nobody },
  works_at: { why: 'the rule: whether somebody works for a party now', callers: nobody },
  my_homes: { why: 'families the signed-in person is of: what is done about them is for others', callers: people },
  my_report_ids: { why: 'reports the signed-in person may see: what the policy asks', callers: people },
  was_heard: { why: 'whether a yes said aloud counts, for the policy of who it would be given to', callers: people },
  gets: { why: 'the rule: whether somebody would get a change themself', callers: nobody },
  is_for_me: { why: 'the same for the signed-in administrator and one change', callers: people },
  find_reviews: { why: 'what the rules of the municipality find in the trace of a day', callers: ['lab_system'] },
  traced_people: { why: 'who stands in the trace, by name, for the privacy officer alone', callers: people },
  link_review: { why: 'trigger: that a review was answered goes into the municipality’s chain', callers: nobody },
  my_readers: {
    why: 'what the readers in those openings are called, where the municipality shows it',
    callers: people,
  },
  my_openings: { why: 'who has read what the signed-in person could read as their own life', callers: people },

  stands: { why: 'what a register holds of one thing, for any municipality: used by what follows', callers: nobody },
  needs_two: { why: 'the rule: which changes need a second administrator', callers: nobody },
  guard_change: { why: 'the rule: what may never stand, whoever says yes', callers: nobody },
  stands_in_lists: { why: 'the same as stands, for the lists that are no rules of law', callers: nobody },
  guard_list_change: { why: 'the same as guard_change, for the lists that are no rules of law', callers: nobody },
  works_here: { why: 'who works in a municipality: never somebody of a family', callers: nobody },
  apply_list_change: { why: 'the same as apply_change, for the lists that are no rules of law', callers: nobody },
  apply_change: {
    why: 'writes the registers, which no role that works while the server runs may write',
    callers: nobody,
  },
  change_told: { why: 'what the chain keeps of a change: kind and fingerprint', callers: nobody },
  propose_change: {
    why: 'the only way a change comes in: by an administrator, and effective alone only where one is enough',
    callers: people,
  },
  settle_change: { why: 'the second yes, by another administrator, to what still stands as it did', callers: people },
  staff_register: {
    why: 'who works here and as what, for administrators, who know nobody else by name',
    callers: people,
  },
  mandate_register: { why: 'mandates of all parties, for administrators, who sit at no table', callers: people },
  register_now: { why: 'what stands of one thing, for administrators', callers: people },
  administrators_ever: {
    why: 'whether a second administrator has ever been there, for administrators',
    callers: people,
  },
  in_hand: {
    why: 'how much somebody has in their hands, for administrators: counts for each service, no family',
    callers: people,
  },
  leave_work: {
    why: 'ends roles, seats and sessions of who leaves, at tables no administrator sees, and asks others to them',
    callers: people,
  },
  left_behind: {
    why: 'families without a leader and promises nobody has in hand, for the core team alone',
    callers: people,
  },
  propose_substitute: {
    why: 'the core team asks for a leader for a time, of families it does not open',
    callers: people,
  },

  seen_by_party: {
    why: 'the rule asked about a service, for the family it is about: cells of those the asker answers for, never rows',
    callers: people,
  },
  my_wards: { why: 'whom the signed-in person answers for, also where they open no family', callers: people },
  may_record_sole_consent: {
    why: 'whether it is the leader’s to write down that one of two is enough',
    callers: people,
  },

  lock_family: { why: 'locks the head of a chain that lab_app may not read', callers: people },
  lock_chain: { why: 'the same for the named jobs', callers: ['lab_system'] },
  hidden_at_door: {
    why: 'families in which somebody is strictly protected, so that the core team’s lists leave them out',
    callers: people,
  },

  ...definersByLaw,
  ...definersOfLinks,
  ...definersOfConsent,

  append_event: { why: 'the only way an event comes into a chain', callers: ['lab_app', 'lab_system'] },
}
