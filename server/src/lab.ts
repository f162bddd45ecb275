import type { CodedSentence } from '@velferdslab/core/consent-code'
import type { MunicipalityId, PersonId } from '@velferdslab/core/ids'
import type { RetentionHealth } from '@velferdslab/core/retention'
import type { Pool } from '@velferdslab/db/connect'
import type { CodeAnswered } from '@velferdslab/db/consent-code'
import type { KeyRing } from '@velferdslab/db/key-ring'
import type { SelfDoor } from '@velferdslab/db/self-door'
import type { NewStaff } from '@velferdslab/db/staff-identity'
import type { AtTheDoor } from '@velferdslab/db/table-session'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Live } from './live/live.ts'

/** What every route works with. Made once in main.ts. */
export interface Lab {
  /** Row security applies to everything done here: the only way a route reaches the database. */
  readonly people: Pool
  readonly ring: KeyRing
  readonly live: Live
  /** This process, so that it knows its own news when it hears it. */
  readonly origin: string
  readonly now: () => Date
  /** The session was used just now: its idle time begins anew. */
  readonly keepAlive: (token: string) => void
  /** A message waits to leave the house: it is sent at once and not at the next turn of the clock. */
  readonly hurryNotices: () => void
  /** The address people use, for what is sent to them. */
  readonly publicUrl: string
  /** Opens a session that knows one meeting: undefined when it is not in progress. */
  readonly openTableSession: (comer: AtTheDoor) => Promise<string | undefined>
  /** Its cookie, beside the session's: a leader's machine can be the screen of the room too. */
  readonly giveTableCookie: (reply: FastifyReply, kind: AtTheDoor['kind'], token: string) => void
  /** Opens the session of who has come with a link to one promise: undefined when it opens nothing. */
  readonly openHelperSession: (code: string) => Promise<{ readonly token: string; readonly endsAt: Date } | undefined>
  readonly giveHelperCookie: (reply: FastifyReply, token: string, endsAt: Date) => void
  /** For who refers herself without an account. */
  readonly selfDoor: SelfDoor
  /** What who has a code of a sentence reads and answers, alone: nobody is signed in. Undefined when the code opens nothing. */
  readonly byCode: {
    readonly read: (code: string) => Promise<CodedSentence | undefined>
    readonly answer: (code: string, answer: 'yes' | 'no' | 'call') => Promise<CodeAnswered | undefined>
  }
  /** Whom an identity number belongs to here: for break-glass alone. */
  readonly findCitizen: (municipality: MunicipalityId, identityNumber: string) => Promise<PersonId | undefined>
  /** How somebody who begins to work here comes to be known by the staff's sign-in. */
  readonly staffDoor: {
    readonly isKnown: (staff: NewStaff) => Promise<boolean>
    readonly admit: (staff: NewStaff) => Promise<void>
  }
  /** How it stands with what is to be let go: for who looks after the machine. */
  readonly retentionHealth: () => Promise<RetentionHealth>
  /** The session token a request carries, if any; of a table's session when it says that it acts as one. */
  readonly readToken: (request: FastifyRequest) => string | undefined
}
