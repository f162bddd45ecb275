/**
 * What becomes of each table that carries a family, or a person of one, when the family is erased by hand. A table of the database that is not here, and
 * leads to a family or a person, is a red test: somebody has to decide.
 *
 *   removed   its rows go
 *   key       its words lie under the family's key, which goes; what stands clear beside them stays as structure
 *   own key   the same, under a key of the row's own in the ring
 *   stays     on purpose, and why
 */
export type Erased = 'removed' | 'key' | 'own key' | { readonly stays: string }

const handled = {
  stays: 'how the case was handled, which the archive act asks for: ids, times, areas and states, no words',
}
const course = { stays: 'the course of the work: ids, times and states, no words' }
const people = {
  stays: 'the person’s, not the family’s: they may be of another family, or work here; goes by the rules of retention',
}
const trace = {
  stays: 'who has read, and who looked into it: must be shown and checked for as long as the rule says; no words',
}
const money = { stays: 'the accounts of who paid what: the bookkeeping of the payer, no words' }
const work = { stays: 'what somebody at work may or did, no family’s' }

export const erased: Readonly<Record<string, Erased>> = {
  wellbeing: 'removed',
  placement: 'removed',
  check_answer: 'removed',
  draft: 'removed',
  notice: 'removed',
  told_person: 'removed',
  family_key: 'removed',

  note: 'key',
  promise: 'key',
  promise_answer: 'key',
  goal: 'key',
  measure: 'key',
  outside_decision: 'key',
  meeting: 'key',
  phase_move: 'key',
  plan_version: 'key',
  plan_line: 'key',
  plan_paper: 'key',
  plan_signature: 'key',
  correction: 'key',
  member_proposal: 'key',
  whereabouts: 'key',
  consent_wish: 'key',
  decision_version: 'key',
  decision_asked: 'key',
  sole_consent: 'key',
  task_link: 'key',
  share_item: 'key',
  share_reason: 'key',

  referral: 'own key',
  self_referral: {
    stays: 'that somebody came by herself, and when: its words and its key are the referral’s from then on',
  },
  qualification: 'own key',
  seat_proposal: 'own key',
  seat_answer: 'own key',
  act_reason: 'own key',
  glass_review: 'own key',
  report_told: 'own key',

  report: {
    stays: 'the service’s own, sealed under a key of its own: it must be found though the family is not (0026)',
  },
  question: { stays: 'names nobody; its words under a key of its own, which goes a year after the answer' },

  family: {
    stays:
      'that there was a family, by the name it was called: goes by the rules of retention, when the archive has it',
  },
  member: course,
  member_period: course,
  member_answer: course,
  about: course,
  seat: course,
  admission: course,
  open_area: course,
  pause: course,
  phase_answer: course,
  consent: handled,
  consent_reminder: handled,
  consent_witness: handled,
  consent_mandate: handled,
  consent_code: handled,
  recorded_consent: handled,
  participation: handled,
  act: handled,
  share: handled,
  note_void: handled,
  decision: handled,
  decision_answer: handled,
  answer_witness: handled,
  child_view: handled,
  decided: handled,
  plan_in_force: handled,
  plan_signer: handled,
  plan_void: handled,
  chain_head: { stays: 'the chain would no longer hold without it' },
  event: { stays: 'what happened, linked: ids and small values, never words; removed, the chain would no longer hold' },
  entry: money,
  frame: money,
  measure_cost: money,
  opening: trace,
  opening_cell: trace,
  denial: trace,
  review: trace,
  review_answer: trace,
  legal_hold: { stays: 'that something was held and lifted; while one stands, nothing is erased' },

  person: people,
  person_identity: people,
  birth: people,
  responsibility: people,
  protection: { stays: 'whose address is protected must stay so, wherever else they are' },
  address_keeper: course,
  coming_of_age: { stays: 'written again within the hour for who still belongs: the birth day itself is the person’s' },
  duplicate_answer: people,
  invitation: people,
  session: people,
  command: people,
  role_held: work,
  mandate: work,
  departure: work,
  change: work,
  report_receiver: work,
  privacy_word: work,
}
