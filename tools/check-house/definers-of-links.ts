import { nobody, people, type Definer } from './definer.ts'

/** Links that open one promise to who does not sit at the table, the code of who refers herself, and who answers for whom at the door. */
export const definersOfLinks: Readonly<Record<string, Definer>> = {
  guard_task_link: {
    why: 'trigger: how long a link lasts, and whether its party declares confidentiality',
    callers: nobody,
  },
  end_task_sessions: { why: 'trigger: ends the session of a link that is stopped', callers: nobody },
  open_task_link: {
    why: 'binds a link to the device that brings its secret: nobody is signed in',
    callers: ['lab_system'],
  },
  my_task: { why: 'the one promise of who has a link, of a family they know nothing else of', callers: people },
  my_task_key: { why: 'the wrapped key for the words of that link and that answer', callers: people },
  lock_task: { why: 'the family’s lock for who has a link', callers: people },
  declare_task: { why: 'who has a link declares confidentiality, on a row they may not write', callers: people },
  answer_task: { why: 'who has a link answers that promise, which they may not see', callers: people },
  end_links: { why: 'the rule: links end with what they rest on, whoever ends that', callers: nobody },
  links_go: { why: 'trigger: links go with who moves out, and with a yes to a private participant', callers: nobody },
  my_links: { why: 'families in which the signed-in person may give and stop a link', callers: people },
  links_end_with_course: { why: 'trigger: links go when the course of the family is over', callers: nobody },

  send_self_referral: { why: 'lays the sheet of who refers herself: nobody is signed in', callers: ['lab_system'] },
  self_referral_begun: { why: 'the rule: whether anything has begun by such a sheet', callers: nobody },
  my_self_referral: {
    why: 'that it came and is answered, for who has the code: nobody is signed in',
    callers: ['lab_system'],
  },
  take_back_self_referral: {
    why: 'removes what she wrote, here and at the door, as long as nothing has begun: nobody is signed in',
    callers: ['lab_system'],
  },
  open_self_referral: {
    why: 'makes the person and the family of a sheet, for who signs in with its code',
    callers: ['lab_system'],
  },
  receive_self_referral: { why: 'the same, for the core team that has spoken with her', callers: people },
  self_referred: { why: 'which families at the door came by themselves, for the core team alone', callers: people },
  link_self_referral: { why: 'trigger: writes into the municipality’s chain, which nobody else may', callers: nobody },

  left_at_door: {
    why: 'what waits at the door for who no longer works here, by id, for the core team alone',
    callers: people,
  },
  may_answer_at_door: {
    why: 'the rule: whether the core team writes down who answers in a family nobody leads',
    callers: nobody,
  },
  answered_at_door: {
    why: 'who is of such a family, by the name they are called, for the core team alone',
    callers: people,
  },
  record_at_door: {
    why: 'writes down who answers, and into the chain of a family the core team may not open',
    callers: people,
  },
  end_at_door: { why: 'ends it, the same way', callers: people },
}
