import { nobody, people, type Definer } from './definer.ts'

/** A guardian's yes and who has one; and a yes by code. */
export const definersOfConsent: Readonly<Record<string, Definer>> = {
  spoke_against: {
    why: 'the rule: whether who has a guardian has said no to what the guardian says yes to',
    callers: nobody,
  },
  my_mandates: { why: 'what the signed-in person is guardian for, area by area', callers: people },
  my_guardians: { why: 'who is guardian of the signed-in person, of no family they can open', callers: people },
  guard_consent_code: {
    why: 'trigger: for what a code is given, how long it lasts, and that the newest counts',
    callers: nobody,
  },
  open_consent_code: { why: 'the code that opens a sentence now', callers: nobody },
  helps_for: { why: 'whether, and for which service, the signed-in person may help with an answer', callers: nobody },
  read_consent_code: { why: 'one sentence, to who has its code: nobody is signed in', callers: ['lab_system'] },
  read_consent_code_helping: { why: 'the same to who helps, of a family they know nothing of', callers: people },
  say_by_code: { why: 'what who has a code says, on rows nobody else may write', callers: nobody },
  answer_consent_code: { why: 'the same, alone: nobody is signed in', callers: ['lab_system'] },
  answer_consent_code_helping: { why: 'the same, marked with who helped', callers: people },
  must_not_be_found: { why: 'whether a home must not be found, asked by the rule alone', callers: nobody },
  my_sole_reasons: {
    why: 'which reasons about a child of theirs are told somebody, also out of a home they do not open: ids, and none where somebody must not be found',
    callers: people,
  },
  my_sole_elsewhere: {
    why: 'that one of two is enough for a child of theirs, to a parent who opens no family by it: names and the wrapped key',
    callers: people,
  },
  was_coded: {
    why: 'whether a sentence by code was answered with a yes, for the service that receives it',
    callers: people,
  },
  my_codes: {
    why: 'what came of the codes of one’s own sentences, or of those one leads, and who helped',
    callers: people,
  },
  keep_mandate: { why: 'trigger: a guardian’s sentence keeps the mandate it was said by', callers: nobody },
}
