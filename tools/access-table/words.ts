/**
 * What each policy lets in, in words: read it beside the SQL that docs/access.md shows below. A new policy without words stops
 * tools/make-access-table.ts; whoever cannot say in a sentence who sees a row should not write the policy yet.
 */
export const policyWords: Readonly<Record<string, string>> = {
  // Lists of the municipality
  'municipality.see': 'their own municipality',
  'area.see': 'their own municipality',
  'organisation.see': 'their own municipality',
  'consent_age.see': 'their own municipality',
  'child_rule.see': 'their own municipality',
  'party.see': 'their own municipality; a private participant only where they know of a seat of theirs',

  // People
  'person.see':
    'themself; members, approved seats and the admitted of families they may open; for the core team, those who hold a seat',
  'birth.see': 'members of families where they are a member, a guardian or the leader',
  'role_held.see': 'their own roles',
  'command.see': 'what they were answered themself',
  'command.remember': 'answers to themself',

  // The family and its table
  'family.see':
    'families they may know of: as a present member, a guardian, by a seat whose party has a consent there, at a table in progress, by an act, or as core team',
  'member.see': 'families they may know of, but not as core team',
  'responsibility.see': 'where they answer for somebody, or somebody answers for them',
  'seat.see': 'families they may know of; seats only asked for or turned down as member, guardian, leader or core team',
  'about.see': 'sets of people of the cells they see',
  'family_key.see':
    'families they may open, and families their party has promised something in; wrapped, so that it opens nothing by itself',
  'meeting.see': 'families they may know of, but not as core team',
  'admission.see': 'meetings they see, and how they stand to one themself',
  'open_area.see': 'meetings they see',
  'meeting.plan': 'families they lead, as themself, not begun',
  'meeting.lead': 'meetings they lead that are not over (columns planned_at, sealed, stage, started_at, ended_at)',
  'admission.come':
    'themself, to a meeting in progress: by an active seat, or as a present member; everybody else is let in',
  'admission.answer':
    'their own (leaving, coming back); as leader or grown member those of their table: guard_admission leaves the yes to the family',
  'open_area.open': 'grown members who take part, at their own meeting in progress, while nothing is covered',
  'open_area.close':
    'grown members who take part, and the leader: what is open or covered is closed (columns closed_at, closed_by, reopens)',
  'pause.see': 'meetings they see',
  'pause.ask': 'as themself, at a meeting in progress they see; begun at once by grown members and the leader',
  'pause.begin_or_end':
    'grown members and the leader; a pause that has begun is ended by the family (columns began_*, ended_*)',
  'pause.screen_asks_nothing': 'never a large screen',
  'note.screen_writes_nothing': 'never a large screen',
  'note.screen_changes_nothing': 'never a large screen',
  'draft.screen_writes_nothing': 'never a large screen',
  'draft.screen_changes_nothing': 'never a large screen',
  'admission.rule_seats': 'by arrive_at_table and open_screen: guests and screens',
  'admission.rule_clears': 'by clear_table, when the meeting ends (columns left_at, left_by)',
  'open_area.rule_clears': 'by clear_table, when the meeting ends',
  'pause.rule_clears': 'by clear_table, when the meeting ends',
  'session.rule_clears':
    'by clear_table: sessions that know only the meeting that ended; by leave_work: those of who leaves (column ended_at)',

  // The door
  'referral.see':
    'families they may know of as core team or leader; of the family, who was referred, and a parent of who is a child; never who sent it, who learns from my_referrals that it came',
  'self_referral.see': 'the core team, as long as it is not taken in nor taken back (never code_hash)',
  'self_referral.close': 'the core team, as themself, once (columns closed_how, closed_by, closed_at)',
  'self_referral.rule_receives': 'by send_self_referral',
  'self_referral.rule_settles':
    'by open_self_referral (columns wrapped, sealed, family_id, taken_in_by, taken_in_at) and take_back_self_referral (wrapped, sealed, taken_back_at)',
  'notice.see':
    'families they know of as core team or leader: how far a message has come; its words are sealed and are nobody’s to read',
  'participation.see': 'who has signed: families they may know of as member, guardian, leader or core team',
  'participation.sign': 'for themself, in a family they are a present member of',
  'question.see': 'what they asked themself; all of them for the core team',
  'question.ask': 'as themself, with a role in the municipality, without an answer',
  'question.answer': 'the core team, once (columns sealed_answer, answered_by, answered_at)',
  'referral.rule_opens': 'by receive_referral and open_self_referral',
  'referral.rule_joins':
    'by claim_invitation (column person_id), settle_qualification (column answered_at) and answer_duplicate (these and family_id)',
  'invitation.rule_opens': 'by receive_referral and propose_trusted',
  'invitation.rule_joins': 'by claim_invitation (columns used_at, tries, person_id)',
  'person.rule_opens': 'by receive_referral, propose_trusted and add_child',
  'birth.rule_opens': 'by receive_referral, claim_invitation and add_child',
  'responsibility.rule_tells':
    'by add_child: what a parent tells, marked as told; by record_responsibility, under the name of who writes it down',
  'family.rule_opens': 'by receive_referral',
  'family_key.rule_opens': 'by receive_referral',
  'member.rule_opens': 'by receive_referral and add_child',
  'member.rule_joins': 'by claim_invitation and answer_duplicate (columns person_id, valid_to)',
  'about.rule_joins': 'by claim_invitation and answer_duplicate (column persons)',
  'chain_head.rule_opens': 'by receive_referral',
  'notice.rule_opens': 'by receive_referral and propose_trusted',
  'notice.send': 'send-notices, until it is sent or given up (columns sealed, tries, next_try_at, sent_at, failed_at)',

  // Who is here already, and where somebody can be found
  'told_person.rule_tells': 'by note_told: who becomes a member because another named them',
  'told_person.rule_joins': 'by answer_duplicate, once (column joined_to)',
  'duplicate_answer.rule_tells': 'by answer_duplicate',
  'notice.rule_finds': 'whose they are, for answer_duplicate',
  'notice.rule_joins': 'by answer_duplicate (columns family_id, person_id)',
  'event.rule_finds': 'that something stands about somebody, for answer_duplicate (columns family_id, about_id)',
  'responsibility.rule_joins':
    'by answer_duplicate, what a parent told; by end_responsibility (columns person_id, valid_to, ended_by)',
  'whereabouts.rule_tells': 'by receive_referral: how somebody is reached',
  'whereabouts.rule_joins': 'by answer_duplicate: how somebody is reached (column family_id)',
  'protection.see': 'themself, and members of families they belong to, lead, or are named for',
  'protection.record': 'as themself, of members of families they lead',
  'protection.end_it': 'of members of families they lead, once (columns ended_by, ended_at)',
  'address_keeper.see': 'families they belong to or lead',
  'address_keeper.name_one': 'as themself, somebody they know, for a family they lead or speak for',
  'address_keeper.end_it': 'in families they lead or speak for, once (column ended_at)',
  'whereabouts.see':
    'where a meeting is: who may open the family; how a referred person is reached: the core team and the leader; home, school and work: the family and its leader. Where somebody’s address is protected: the family, its leader and who is named for it',
  'whereabouts.tell': 'as themself: the leader; who speaks for the family, but for where a meeting is',
  'whereabouts.end_it': 'the same, of what they see (column ended_at)',

  // Who belongs, and who answers for whom
  'member_period.rule_adds': 'by keep_period, when somebody comes back',
  'member_proposal.see': 'members of the family from sixteen, and its leader; the telephone number is sealed',
  'member_proposal.rule_adds': 'by propose_member',
  'member_proposal.rule_settles': 'by answer_member, admit_member, join_family and follow_invitation',
  'member_answer.rule_adds': 'by answer_member',
  'participation.rule_moves_out': 'by move_out (column ended_at)',
  'coming_of_age.see': 'their own; of families they lead',
  'coming_of_age.see_to_it': 'their own, once (column answered_at)',
  'coming_of_age.rule_notes': 'by note_birthdays',

  // The start of a course
  'check_question.see': 'their own municipality',
  'qualification.see':
    'families they know of as core team or leader; members of the family from sixteen. Its words lie under a key of its own',
  'qualification.begin': 'the core team, as themself, for a family that was sent and not answered',
  'qualification.decide':
    'the core team, once, as themself; refused without signatures and answers (trigger settle_qualification; columns outcome, target_group, sealed_outcome, decided_by, decided_at)',
  'check_answer.see': 'of check lists they see',
  'check_answer.answer':
    'the core team, as themself, in an open check list, with somebody present who speaks for the family',
  'check_question.first_admin': 'first-admin: the questions it starts from',
  'check_answer.erase': 'erase-family: any',
  'seat.stop': 'who speaks for the family: approved seats at its table, and only to end them (column ended_at)',
  'seat_proposal.see':
    'members of the family from sixteen, and its leader; for the core team, where a leader is asked for. Its words lie under a key of its own',
  'phase_move.see': 'families they lead, or where they are a member from sixteen',
  'phase_move.ask': 'families they lead, as themself, from the phase it is in',
  'phase_answer.see': 'their own',
  'phase_answer.answer': 'as themself, who speaks for the family, to the question that waits',
  'seat_answer.see': 'their own; for the core team, that and why the family wants another leader',
  'seat_answer.answer': 'as themself, who speaks for the family, to a seat that is asked for',
  'family.rule_settles': 'by settle_qualification (column target_group) and settle_phase_move (column phase)',
  'seat.rule_asks': 'by propose_seat and propose_trusted: never approved',
  'seat.rule_settles':
    'by settle_seat, take_seat and claim_invitation (columns person_id, party_id, approved_at, approved_by, declared_at, ended_at)',
  'seat_proposal.rule_asks': 'by propose_seat and propose_trusted',
  'seat_proposal.rule_answers': 'by take_seat (columns accepted_at, declined_at)',
  'seat_answer.rule_asks': 'by propose_trusted: the yes of who names somebody',
  'party.rule_asks': 'by propose_trusted: private participants; by apply_change: services',
  'party.rule_names':
    'by claim_invitation: private participants (columns name, in_sentence); by apply_change: services',

  // Consent
  'consent.see':
    'what they said themself; what names them; a yes to the party they sit for (never a no); all of a family for its leader; what they are said to have heard, until they have answered',
  'consent.give':
    'as themself, on their own screen, in a family they are a member of or a guardian in, for themself and those they answer for now, as guardian within the mandate; as leader what a member said on paper or aloud, never to a party they sit for, and what was said aloud only for the days to confirm it',
  'consent_code.see': 'of consents they see, but never the secret nor who helped',
  'consent_code.give':
    'as the leader, for what stands of what was written down there: never for themself, nor for a party they sit for',
  'consent_code.rule_answers': 'by guard_consent_code (column stopped_at) and say_by_code',
  'consent.rule_says': 'by say_by_code: a sentence by code, of its giver, from now',
  'consent_mandate.see': 'of consents they see',
  'consent_mandate.rule_adds': 'by keep_mandate: with a sentence that is said as guardian',
  'consent.rule_ends': 'by end_before (columns ended_at, ended_how); and by move_out',
  'privacy_word.see': 'their own municipality',
  'privacy_word.first_admin': 'first-admin: the words it starts from',
  'text_version.see': 'their own municipality',
  'text_version.first_admin': 'first-admin: the words it starts from',
  'consent_term.see': 'their own municipality',
  'consent_reminder.remind': 'consents-that-end: that somebody was reminded',
  'notice.remind': 'consents-that-end: a message that tells nothing',
  'consent_term.first_admin': 'first-admin: the days it starts from',
  'recorded_consent.see': 'of consents they see',
  'recorded_consent.record':
    'as the leader who wrote the consent down, with it; who heard it sits at the table, and not for the one who receives',
  'consent_witness.see': 'their own word; of consents they see',
  'consent_witness.confirm':
    'as themself, what they are said to have heard (columns consent_id, family_id, witness_id)',
  'consent.stop': 'their own, standing ones, and only to end them (columns ended_at, ended_how)',
  'sole_consent_ground.see': 'their own municipality',
  'sole_consent_ground.first_admin': 'first-admin: the grounds it starts from',
  'sole_consent.see': 'of whom they answer for, the one who is left out too; families they lead',
  'sole_consent.record':
    'as the leader, from now, on a ground of the list and no longer than it lasts, for a child two or more answer for and they themself do not',
  'sole_consent.finish': 'families they lead, standing ones, and only to end them (columns ended_at, ended_by)',
  'consent_wish.see':
    'families where they are a member or the leader; as guardian, what is wished of whom they are guardian for, within the mandate',
  'consent_wish.wish':
    'as themself, in families they lead: a service of the municipality, people of the family, within a year',

  // The cloth
  'note.see': 'cells they see by their own life, by seat and consent, at the table or by an act (docs/decisions/0003)',
  'note.write': 'as themself, in a cell where they may write, with words',
  'note.change':
    'their own; or a note shared at the table in their standing sight. Where it stood and where it then stands they may write. Only its author moves or erases it (trigger guard_note)',
  'draft.see': 'the same cells as notes',
  'draft.write': 'as themself, in a cell where they may write',
  'draft.change': 'their own, or one left for thirty seconds; it becomes theirs, in a cell where they may write',
  'draft.leave': 'their own',
  'promise.see':
    'awake ones: the same cells as notes, their own; promises of a party they hold a seat for, and afterwards as long as the law binds it',
  'promise.promise':
    'as themself: for a party they hold a seat for, in a cell where they may write; of cells they see together with their own version, asleep until it is in force (trigger guard_promise); and for the payer of a decision they made effective',
  'event.see': 'events of cells they see, and of consents they see',

  // What stands beside a note
  'note_void.see': 'of notes they see',
  'note_void.strike':
    'as themself, where they may write: their own note; or, as the leader, one that is shared at the table and nobody of the family wrote',
  'correction.see': 'of notes they see',
  'correction.disagree':
    'as themself, beside another’s note at the table that is about them or whom they answer for, in their standing sight; to the words as they are now',
  'goal.void_makes_nothing': 'never from a note that is void',

  // The plan
  'goal.see': 'the same cells as notes',
  'goal.make':
    'as themself, in a cell where they may write, from a note they see whose words stand: their own; or one shared at the table, about the same people and in the same area (from a cell without area: any)',
  'measure.see': 'the same cells as notes',
  'measure.add':
    'as themself, in a cell where they may write, for a goal they see, by a member, a known party or somebody named',
  'measure.stop': 'where they may write by standing sight, once (column stopped_on)',
  'measure_cost.see': 'of measures they see',
  'measure_cost.add': 'to measures they added themself',
  'mandate.see': 'their own, those of parties they work for, and those of parties with a seat in families they know of',
  'frame.see': 'families they lead; frames of a party they hold a seat for',

  // Decisions
  'decision.see':
    'the same cells as notes; decisions of a party they hold a seat for, and afterwards as long as the law binds it; and those put before them for their mandate',
  'decision.propose':
    'as themself, about named persons, in a cell where they may write, on a measure they see, for a party they know',
  'decision_version.see': 'of decisions they see',
  'decision_version.propose':
    'as themself, where they may write; the next one, and none once it is decided (trigger guard_version)',
  'decision_answer.see':
    'what they said or wrote down; what grown people said for themselves, but no “no”; all of them for the leader, for seats of the party whose decision it is, and for who is asked',
  'decision_answer.answer':
    'as themself on their own screen; for another only the leader, spoken, by code or on paper. It counts when they decide for that person, and a written-down yes when it is confirmed (guard_decided)',
  'answer_witness.see': 'of answers they see',
  'answer_witness.confirm': 'as themself, a yes in sight that another wrote down for another',
  'child_view.see': 'of decisions they see',
  'child_view.tell': 'as themself, where they may write',
  'decision_asked.see': 'of decisions they see, and what they were asked',
  'decision_asked.ask':
    'as themself, for families they lead or decisions of a party they hold a seat for; only who holds a fitting mandate is asked (trigger guard_asked)',
  'decision_asked.reply': 'what they were asked, once: no; or yes beside their own decided row',
  'decided.see': 'of decisions they see',
  'decided.decide':
    'as themself, decisions they see; refused unless every yes, each child’s view, the mandate and the frame are there (trigger guard_decided)',
  'outside_decision.see':
    'the same cells as notes; those of a party they hold a seat for, and afterwards as long as the law binds it',
  'outside_decision.record': 'as themself, for a service they hold a seat for',

  // The ledger
  'price.see': 'their own municipality',
  'entry.see':
    'entries of cells they see, in families where they are a member, a guardian or the leader; entries of a party they hold a seat for',
  'entry.book':
    'as themself: planned, of measures they added; committed, of decisions they decided; realised and reversals, for a party they hold a seat for, or as the leader (trigger guard_entry)',
  // How I am doing, and the journey
  'wellbeing.see': 'the same cells as notes: one’s own, and for the leader what somebody lets her read',
  'wellbeing.answer': 'as themself, about themself, grown, for today or an earlier day',
  'wellbeing.share': 'their own, and only who may read it (column privacy)',
  'wellbeing.take_back': 'their own',
  'placement.see': 'the same cells as notes: the whole family in the area of what is placed',
  'placement.place':
    'as themself, about the whole family, where they may write: a grown member for the family, a seat of a party for the team',

  // The plan that is signed, and promises
  'plan_version.see': 'versions they see a line of',
  'plan_version.put_up':
    'as themself: the leader, or a grown member who takes part (trigger guard_plan_version); what lay there unsigned is void',
  'plan_line.see': 'the same cells as notes',
  'plan_line.put_up': 'of cells they see, together with their own version (trigger guard_plan_part)',
  'plan_signer.see': 'of versions they see',
  'plan_signer.put_up': 'members and seats, together with their own version (trigger guard_plan_part)',
  'plan_paper.see': 'their own, as long as they see every line of it',
  'plan_paper.put_up': 'of lines its signer sees, together with their own version (trigger guard_plan_part)',
  'plan_signature.see': 'of versions they see',
  'plan_signature.sign':
    'as themself, a paper they may read all of, under its very hashes, while the version is open (trigger guard_plan_signature)',
  'plan_in_force.see': 'of versions they see',
  'plan_void.see': 'of versions they see',
  'promise_answer.see': 'of promises they see',
  'promise_answer.rule_answers': 'by answer_task: of who has a link to it',
  'link_rule.see': 'their own municipality',
  'link_rule.first_admin': 'first-admin: the days it starts from',
  'task_link.see':
    'who has it open and has declared confidentiality; the family, its guardians and its leader, of promises they see (never code_hash)',
  'task_link.give':
    'as themself, to a promise they see: the leader; who is of the family from sixteen. How long it lasts is the rule’s (guard_task_link)',
  'task_link.stop': 'the same, of promises they see, once (columns ended_by, ended_at)',
  'task_link.rule_opens':
    'by open_task_link and declare_task (columns person_id, opened_at, declared_at), end_links and links_end_with_course (ended_by, ended_at), and let_go_at (name)',
  'promise_answer.answer':
    'as themself: their own, those of a party they hold a seat for, and those of somebody named, as a member or the leader',

  // The trace
  'opening.see':
    'of families where they are a present member or a guardian: what lay in a cell they see themself; with no cell, who speaks for the family; nothing by an act that was not told. The privacy officer: all of their municipality',
  'opening_cell.see': 'of those openings, the cells they see themself; the privacy officer: all',
  'review_answer.answer': 'as themself: the privacy officer, once, and not about their own reading',
  'retention_rule.see': 'their own municipality',
  'legal_hold.see':
    'the privacy officer, but not over themself or a family they are of; where it is told, whom it is about: the present members and guardians of the family, or the person',
  'legal_hold.place': 'as themself: the privacy officer, not over themself or a family they are of',
  'legal_hold.lift': 'as themself: the privacy officer, one that stands (columns lifted_by, lifted_at)',

  // Law, acts and reports
  'sector_of_type.see': 'their own municipality',
  'statute_rule.see': 'their own municipality',
  'confidentiality_rule.see': 'their own municipality',
  'legal_basis.see': 'their own municipality',
  'act.see':
    'acts they received or did themself; when it has been told: the family from sixteen, its guardians and its leader',
  'act.rule_records': 'by record_act and open_glass',
  'act.rule_tells': 'by tell_due_acts, end_act, close_glass and close_due_glass (columns told_at, ended_at)',
  'act_reason.see':
    'of acts they received or did themself; of break-glass, the manager who is to say whether it was needed',
  'glass_rule.see': 'their own municipality',
  'holiday.see': 'their own municipality',
  'glass_review.see':
    'the manager who answers for the reader, and the privacy officer: never of a family they are of, nor of their own reading',
  'glass_review.rule_asks': 'by open_glass',
  'glass_review.rule_answers': 'by answer_glass, once (columns outcome, wrapped, sealed, answered_by, answered_at)',
  'act_reason.rule_records': 'by record_act',
  'share.see':
    'who handed over, while they work there; who received, while the ground holds; of the family, those who may read something of it themselves (of an act that has been told, from sixteen)',
  'share.hand_over': 'as themself, from a service they sit for there, on a yes or an act of their own that counts',
  'share_item.see': 'the same, thing by thing',
  'share_item.hand_over': 'with their share, what their own service knows and its ground lets go',
  'share_reason.see': 'who handed over, and who received while the ground holds for all of it',
  'share_reason.hand_over': 'with their share',
  'report.see': 'reports they wrote; those to a service they are named to receive for, and work at',
  'report.rule_sends': 'by send_report',
  'report.rule_receives': 'by receive_report, once (columns received_at, received_by)',
  'report_told.see': 'what they were told themself; and of reports they see',
  'report_told.rule_tells': 'by tell_report',
}
