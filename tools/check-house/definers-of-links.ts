import { nobody, people, type Definer } from './definer.ts'

/** Links that open one promise to who does not sit at the table. */
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
}
