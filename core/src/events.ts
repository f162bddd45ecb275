/**
 * The closed vocabulary of what can happen, with a meaning each. Events carry ids and small typed values, never words
 * (docs/architecture.md, "Events are the memory"). A new kind is added here first.
 */
export const eventKinds = {
  'referral.received': 'somebody sent a family to the lab, with its yes',
  'member.joined': 'a parent told of a child, who belongs to the family from now on',
  'participation.signed': 'somebody signed the participation agreement for themself',
  'qualification.answered':
    'a question of the check list was answered with the family; which question, so that the answer can be erased',
  'qualification.accepted': 'the lab and the family go on together',
  'qualification.declined': 'the lab does not fit; the reason, and what is offered instead, were given in writing',
  'seat.proposed':
    'somebody was asked for at a family’s table: a leader, somebody of a service, or one the family trusts',
  'seat.answered': 'one who speaks for the family said yes or not now to a seat',
  'seat.taken': 'a leader took a family over, or a trusted person declared confidentiality',
  'seat.turned_down': 'who was asked to sit at a table said no',
  'seat.approved': 'a seat is there: everyone who speaks for the family has said yes, and who sits there has taken it',
  'seat.ended': 'the family ended a seat; nobody asks why',
  'question.asked': 'somebody asked the core team about nobody named',
  'question.answered': 'the core team answered such a question',
  'consent.wished': 'the leader wished that a service could know, with a reason: which service, areas and persons',
  'consent.given': 'somebody said yes to one sentence: a service, areas, persons, an end',
  'consent.refused': 'somebody said no to a service; nobody asks why',
  'consent.withdrawn': 'somebody stopped what they had said yes to',
  'consent.narrowed': 'somebody stopped one area for one person; the rest of the sentence stands in new sentences',
  'consent.replaced': 'a new sentence to the same service took the place of an older one',
  'consent.ended': 'the last day of a consent is over',
  'note.written': 'a note was put on the cloth',
  'note.changed': 'the words of a note were changed',
  'note.moved':
    'its author moved a note to another cell, area, persons or privacy: told to the readers of where it is now',
  'note.left': 'a note that moved is no longer where it was: told to those who could read it there',
  'note.erased': 'the words of a note were erased for good',
  'goal.made': 'a note became a goal, and the goal keeps its thread',
  'measure.added': 'something to be done for a goal, by whom and when',
  'measure.stopped': 'a measure ends earlier than planned',
  'decision.proposed': 'a decision was laid before those it is about',
  'decision.changed': 'a decision got other content: a new version, which needs new yeses',
  'decision.answered': 'somebody said yes, no, or that they want time to think',
  'decision.witnessed': 'somebody confirmed a yes that was written down for another',
  'decision.child_heard': 'a child was asked, said its view, or declined to',
  'decision.asked': 'the mandate at the table does not reach: put before who has one, with a day to answer by',
  'decision.declined': 'who was asked for their mandate said no',
  'decision.decided': 'a decision became effective: every yes is there, and the mandate',
  'decision.outside': 'a service decided alone, by law; not the team, and not with the family',
  'plan.put_up': 'a version of the plan was put up for signing',
  'plan.signed': 'somebody signed a version of the plan for themself',
  'plan.in_force': 'all have signed: the version is in force, and what it promises begins to count',
  'promise.answered': 'who owes something said that it is done, or why it is not',
  'entry.booked': 'money or time was written into the ledger',
  'entry.reversed': 'an entry of the ledger was cancelled by another; both stay',
  'wellbeing.answered': 'somebody said how they are doing; the answer itself is in no event, so that it can be erased',
  'wellbeing.shared': 'somebody let the leader read one of their answers',
  'wellbeing.kept': 'somebody no longer lets the leader read one of their answers: told to who could',
  'wellbeing.erased': 'somebody took one of their answers back for good',
  'journey.placed': 'the family, or somebody of the team, placed the whole or a domain in a situation',
  'journey.goal_set': 'the family said where it wants to be',
  'phase.asked': 'the leader asked the family to go on to another phase of the work',
  'phase.answered': 'one who speaks for the family said yes or not now to that',
  'phase.moved': 'everyone who speaks for the family has said yes: the work is in another phase',
  'meeting.planned': 'the leader planned a meeting, or gave it another time or place',
  'meeting.cancelled': 'a meeting does not take place',
  'meeting.started': 'a meeting began',
  'meeting.ended': 'a meeting is over: everything that was open to it is closed',
  'meeting.stage_moved': 'the leader went on to another stage of the meeting',
  'meeting.pause_asked': 'somebody at the table asked for a pause',
  'meeting.paused': 'the family or the leader took a pause: what was open is covered',
  'meeting.went_on': 'the family went on after a pause',
  'meeting.area_opened': 'a grown member opened an area to the table',
  'meeting.area_closed': 'an area was closed to the table again, or all of them',
  'meeting.asked_in': 'somebody with the code of the screen asked to come in',
  'meeting.let_in': 'the leader let a newcomer into the room: what was open is covered',
  'meeting.admitted': 'the family said yes to a newcomer',
  'meeting.turned_away': 'a newcomer was not let in',
  'meeting.came': 'somebody with a seat, or of the family, came to the table or came back',
  'meeting.left': 'somebody left the table or was asked to step out',
  'meeting.screen_opened': 'the large screen of a meeting was put up',
  'family.erased': 'the key of a family was destroyed: its words cannot be opened again',
  'family.resealed': 'the words of the family were sealed anew under another key',
} as const

export type EventKind = keyof typeof eventKinds

/** An event as a rule decides it. The server adds who (from the session), when (its clock) and the link in the chain. */
export interface DecidedEvent {
  readonly kind: EventKind
  readonly subject: string | null
  /** The cell whose readers may see the event; null for events that follow their subject's own rule (consents). */
  readonly cell: { readonly about: string; readonly area: string; readonly privacy: string } | null
  readonly data: Readonly<Record<string, string | number | boolean | readonly string[] | null>>
}
