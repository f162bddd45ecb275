import { inTransaction, tryThreeTimes, type Pool, type Tx } from './connect.ts'

/**
 * The few jobs that run as nobody, each with its reason. They have their own login role (lab_system) with policies of its own;
 * no route may import this file (tools/check-house).
 */
export const systemJobs = {
  'sign-in':
    'finds the person an identity provider vouches for, and opens, ends and counts sessions: nobody is signed in yet',
  'come-to-a-table':
    'opens the session of a guest who has come with the code of a meeting, or of its large screen: nobody is signed in',
  'open-a-link': 'opens the session of who has come with a link to one promise: nobody is signed in',
  'come-by-oneself':
    'takes the sheet of who refers herself, tells by her code that it came, and lets her take it back: nobody is signed in',
  'answer-by-code': 'reads and answers one sentence for who has its code and no sign-in: nobody is signed in',
  'send-notices': 'sends the messages that wait to leave the house: nobody is signed in where they go out',
  'first-admin': 'makes an empty municipality and the one administrator who then does the rest',
  'staff-begins':
    'writes what the staff’s sign-in calls somebody whom an administrator has taken in: nobody and no rule may write identities',
  'consents-that-end':
    'writes in the chain that a consent has ended by time, or reminds of itself, and leaves a message that tells nothing: nobody is there to do it',
  birthdays:
    'writes in the chain that somebody has come to an age at which they answer for themself: nobody is there to do it',
  'forgotten-meetings': 'ends a meeting that nobody has ended for twelve hours: whoever could is not there',
  'tell-acts': 'tells a family of an act whose delay has ended: nobody is there to do it',
  'break-glass':
    'finds whom an identity number belongs to, for who may break the glass: no person and no rule may look a number up',
  'glass-that-ends': 'writes in the chain that a break-glass is over by time: nobody is there to do it',
  retention:
    'lets go each night of what is past its day by the rules of retention, and writes down what it did: nobody is there at night',
  'erase-family':
    'destroys the key of a family whose words must be gone for good, and removes its answers and placements',
  'review-trace':
    'finds in the trace of who has read what is worth a look by the privacy officer: nobody is there at night',
  'rotate-keys':
    'seals identity numbers anew when the master key is changed, and writes in the chain that a family was sealed under another key',
  'verify-chains': 'reads events and heads of every chain to verify them',
} as const
export type SystemJob = keyof typeof systemJobs

/** A transaction as a named job. The name is told to PostgreSQL, so that its own lists say who did what. */
export function asSystem<Result>(pool: Pool, job: SystemJob, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return tryThreeTimes(() =>
    inTransaction(
      pool,
      (client) => [client.query(`select set_config('application_name', $1, true)`, [`velferdslab:${job}`])],
      work,
    ),
  )
}
