import { nobody, people, type Definer } from './definer.ts'

/** A guardian's yes, and who has one. */
export const definersOfConsent: Readonly<Record<string, Definer>> = {
  spoke_against: {
    why: 'the rule: whether who has a guardian has said no to what the guardian says yes to',
    callers: nobody,
  },
  my_mandates: { why: 'what the signed-in person is guardian for, area by area', callers: people },
  my_guardians: { why: 'who is guardian of the signed-in person, of no family they can open', callers: people },
  keep_mandate: { why: 'trigger: a guardian’s sentence keeps the mandate it was said by', callers: nobody },
}
