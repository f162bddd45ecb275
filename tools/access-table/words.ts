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
  'seat.see': 'families they may know of',
  'about.see': 'sets of people of the cells they see',
  'family_key.see':
    'families they may open, and families their party has promised something in; wrapped, so that it opens nothing by itself',
  'meeting.see': 'families they may know of, but not as core team',
  'admission.see': 'meetings they see',
  'open_area.see': 'meetings they see',

  // Consent
  'consent.see':
    'what they said themself; what names them; a yes to the party they sit for (never a no); all of a family for its leader',
  'consent.give':
    'as themself, on their own screen, in a family they are a member of or a guardian in, for themself and those they answer for now',
  'consent.stop': 'their own, standing ones, and only to end them (columns ended_at, ended_how)',
  'consent_wish.see': 'families where they are a member, a guardian or the leader',

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
    'the same cells as notes; promises of a party they hold a seat for, and afterwards as long as the law binds it',
  'promise.promise': 'as themself, for a party they hold a seat for, in a cell where they may write',
  'event.see': 'events of cells they see, and of consents they see',

  // How I am doing, and the journey
  'wellbeing.see': 'the same cells as notes: one’s own, and for the leader what somebody lets her read',
  'wellbeing.answer': 'as themself, about themself, grown, for today or an earlier day',
  'wellbeing.share': 'their own, and only who may read it (column privacy)',
  'wellbeing.take_back': 'their own',
  'placement.see': 'the same cells as notes: the whole family in the area of what is placed',
  'placement.place':
    'as themself, about the whole family, where they may write: a grown member for the family, a seat of a party for the team',

  // The named jobs
  'municipality.first_admin': 'first-admin: the first municipality',
  'person.first_admin': 'first-admin: its administrator',
  'person_identity.first_admin': 'first-admin: what the administrator signs in with',
  'role_held.first_admin': 'first-admin: the role of administrator and no other',
  'area.first_admin': 'first-admin: the list it starts from',
  'consent_age.first_admin': 'first-admin: the ages it starts from',
  'child_rule.first_admin': 'first-admin: the rules it starts from',
  'chain_head.first_admin': 'first-admin: the chain of the municipality, no family’s',
  'session.sign_in': 'sign-in: new sessions, not ended ones',
  'session.keep':
    'sign-in: live sessions, to end them or to prolong them, for twelve hours from their beginning at most',
  'draft.sweep': 'sweep-the-floor: left for a day',
  'command.sweep': 'sweep-the-floor: older than thirty days',
  'family_key.erase': 'erase-family: any',
  'wellbeing.erase': 'erase-family: any',
  'placement.erase': 'erase-family: any',

  // lab_rule
  'about.rule_adds': 'new sets of people, by the functions that check who asks',
  'event.rule_appends': 'by append_event, in the order of the chain',
  'chain_head.rule_moves': 'by append_event and the locks (columns seq, hash)',
  'draft.rule_clears': 'the signed-in person’s own, by leave_draft',
}

/** Policies that say the same wherever they stand. */
export const sameEverywhere: Readonly<Record<string, string>> = {
  rule_reads: 'all rows, to answer who sees what',
  job_reads: 'all rows, for the named jobs',
}
