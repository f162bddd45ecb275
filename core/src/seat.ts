import { z } from 'zod'
import { calendarDay, instant } from './dates.ts'
import { familyId, partyId, personId, seatId } from './ids.ts'
import { personCard } from './people.ts'

/**
 * Seats at a family's table (docs/domain.md): asked for one by one, answered by everyone who speaks for the family, and taken by who sits there. Until all of
 * it is there a seat gives nothing, and also then it is no consent to read.
 */
export const seatRole = z.enum(['leader', 'member', 'trusted', 'volunteer'])
export type SeatRole = z.infer<typeof seatRole>

/** How far a seat has come. `out`: somebody of the family said not now. `turned-down`: who was asked said no. */
export const seatState = z.enum(['waits-family', 'waits-holder', 'active', 'out', 'turned-down', 'ended'])
export type SeatState = z.infer<typeof seatState>

export const longestSeatWords = 600

/** GET /api/families/:familyId/seats, for the family from sixteen, its leader, and the core team as far as it asks for leaders. */
export const seats = z.object({
  today: calendarDay,
  family: z.object({ id: familyId, name: z.string() }),
  /** What the reader may do here: answer and end, ask for people of services, ask for a leader. */
  speaks: z.boolean(),
  mayAskService: z.boolean(),
  mayAskLeader: z.boolean(),
  /** Grown members taking part and everybody with a seat or asked to one. */
  atTable: z.int(),
  seats: z.array(
    z.object({
      seatId,
      person: personCard,
      partyId,
      service: z.string(),
      role: seatRole,
      state: seatState,
      /** A seat for a time: its last day, or the first of one that begins later. */
      from: calendarDay.nullable(),
      until: calendarDay.nullable(),
      askedAt: instant,
      askedBy: z.string(),
      /** Why, in the words of who asks. */
      why: z.string().nullable(),
      /** What this person may decide here and now, in øre; null without a mandate. */
      mayDecideOre: z.int().nullable(),
      /** Whether a trusted person who was sent a message has signed in. */
      hasCome: z.boolean(),
      /** What the reader has said. */
      mine: z.enum(['yes', 'no']).nullable(),
      /** Others who speak for the family and have not answered. Told to the family alone. */
      waitsFor: z.array(z.string()),
      /** Why another leader is wanted, for the core team. */
      reasons: z.array(z.string()),
    }),
  ),
  /** Who could be asked to a seat, for the leader. */
  candidates: z.array(
    z.object({ personId, name: z.string(), partyId, service: z.string(), mayDecideOre: z.int().nullable() }),
  ),
  /** Who could lead, with how many families each leads already, for the core team. */
  leaders: z.array(
    z.object({ personId, name: z.string(), calledName: z.string(), initials: z.string(), partyId, leads: z.int() }),
  ),
})
export type Seats = z.infer<typeof seats>
export type Seat = Seats['seats'][number]

/** GET /api/seats/asked: what I was asked to, of families I may know nothing else of. */
export const askedSeats = z.object({
  asked: z.array(
    z.object({
      seatId,
      role: seatRole,
      familyName: z.string(),
      askedBy: z.string(),
      /** me: my answer. family: the others’ yes. consent: I lead, and nobody has said yet what I may read. */
      waitsFor: z.enum(['me', 'family', 'consent']),
    }),
  ),
})
export type AskedSeats = z.infer<typeof askedSeats>
