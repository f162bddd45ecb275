import type { Draft, Note } from '@velferdslab/core/cloth'
import type { FamilyId, NoteId, PersonId } from '@velferdslab/core/ids'
import type { findSight } from '@velferdslab/db/cloth'
import type { Pool, Tx } from '@velferdslab/db/connect'
import type { KeyRing } from '@velferdslab/db/key-ring'
import { findMyId, tellNews } from '@velferdslab/db/live'
import { placeOf } from '@velferdslab/db/opening'
import { tokenHash } from '@velferdslab/db/token-hash'
import type { WebSocket } from '@fastify/websocket'
import { askAsReceiver, type Cell } from './ask-as-receiver.ts'
import { catchUp } from './catch-up.ts'
import { closeFor } from './close-codes.ts'
import { openCursor, sealCursor } from './cursor.ts'
import { hearNews, tellDraftLeft } from './from-elsewhere.ts'
import { listen, type News } from './news.ts'
import { begin, deliver, isStuck, send, sendCounted, type Hands, type Receiver, type Room } from './room.ts'
import { atCloth, openRooms, personsAt } from './rooms.ts'
import { askSightAnew } from './sight-anew.ts'
import { openWhoIsHere } from './who-is-here.ts'

/** What somebody opens the stream for, and from where they go on. */
export interface Opened {
  readonly cursor?: string | undefined
  readonly watches: Receiver['watches']
  readonly request: string
}

type Sight = NonNullable<Awaited<ReturnType<typeof findSight>>>

/**
 * Who is at the table, what they may see, what changed. Four doors in: what routes tell after a commit, what other processes tell, the clock,
 * and sockets that come and go. One way out: frames. Who receives what is always the database's own rule; nothing here decides it.
 */
export interface Live {
  /** For a route's own transaction: who I am, and who sits here, so that the audience is found where the write is. */
  whoIsHere(tx: Tx, family: FamilyId): Promise<{ me: PersonId; persons: PersonId[] }>
  cursorAt(person: PersonId, family: FamilyId, sight: Sight): string
  noteChanged(
    family: FamilyId,
    seq: number,
    told: { note: Note; receivers: ReadonlySet<PersonId>; asked: readonly PersonId[] },
  ): void
  noteGone(
    family: FamilyId,
    seq: number,
    told: { noteId: NoteId; gone: ReadonlySet<PersonId>; asked: readonly PersonId[] },
  ): void
  /** A consent, a seat, a table changed: everybody's sight is asked anew, and who lost it is closed. */
  sightChanged(family: FamilyId, seq: number, events: number): void
  /** The same, and the meeting itself: its stage, a pause, who is there. */
  meetingChanged(family: FamilyId, seq: number, events: number): void
  /** @param place where the note lies */
  drafted(family: FamilyId, draft: Draft, place: Cell, receivers: ReadonlySet<PersonId>): void
  leftDraft(family: FamilyId, note: NoteId, writer: PersonId, receivers: ReadonlySet<PersonId>): void
  /** Tells the other processes, when the transaction is durable. */
  announce(
    tx: Tx,
    news: { kind: 'draft' | 'draft-left'; family: FamilyId; subject: NoteId; cell?: Cell; writer?: PersonId },
  ): Promise<unknown>
  /** May this session open the stream of this family? Asked before the handshake is answered. */
  mayJoin(token: string, family: FamilyId): Promise<boolean>
  join(socket: WebSocket, token: string, family: FamilyId, opened: Opened): Promise<void>
  sessionEnded(tokenHash: string): void
  close(): Promise<void>
}

const heartbeatEvery = 15_000
/** How often a page that stays open is written down as open. */
const traceEvery = 5 * 60_000
/** After so many sweeps without the number that the others wait for, it will not come. */
const sweepsUntilStuck = 3

export function openLive(options: { people: Pool; listenUrl: string; ring: KeyRing; origin: string }): Live {
  const { people, ring, origin } = options
  const ask = askAsReceiver(people, ring)
  const cursorKey = ring.derive('live-cursor')
  const rooms = openRooms()
  const whoIsHere = openWhoIsHere(rooms, people, origin, 2 * heartbeatEvery)

  const listening = listen(options.listenUrl, hear, () => {
    for (const receiver of rooms.everybody()) closeFor('comeBack', receiver)
  })
  const sweep = setInterval(() => {
    const now = new Date()
    for (const room of rooms.all()) {
      if ([...room.receivers].some((receiver) => receiver.nextEnd <= now)) void seeAnew(room)
      if (isStuck(room, sweepsUntilStuck)) rooms.startAnew(room)
      for (const receiver of room.receivers)
        if (receiver.covers !== null && now.getTime() - receiver.coveredAt > traceEvery) void trace(receiver)
    }
  }, 1000)
  const heartbeat = setInterval(() => {
    for (const room of rooms.all()) whoIsHere.tell(room.family, true)
  }, heartbeatEvery)

  const hands: Hands = {
    key: cursorKey,
    askSightAnew: (room) => void seeAnew(room),
    readAnew(receiver) {
      receiver.held = []
      catchUp(receiver, receiver.seq, ask, hands).catch(() => {
        closeFor('comeBack', receiver)
      })
    },
  }

  async function seeAnew(room: Room): Promise<void> {
    await askSightAnew(room, ask, cursorKey)
    whoIsHere.tell(room.family)
  }

  /** What the receiver has open is written down. Where that fails, they have nothing open any more. */
  async function trace(receiver: Receiver): Promise<void> {
    receiver.coveredAt = Date.now()
    try {
      receiver.covers = await ask.trace(receiver)
    } catch {
      closeFor('comeBack', receiver)
    }
  }

  /** What is being written where the receiver has read nothing yet is written down first. */
  async function sendDraft(receiver: Receiver, draft: Draft, place: string): Promise<void> {
    const isCovered = () => receiver.covers === null || receiver.covers.has(place)
    const { sights } = receiver
    if (!isCovered()) await trace(receiver)
    if (isCovered() && receiver.sights === sights) send(receiver, { is: 'draft', draft })
  }

  function hear(heard: News): void {
    if (heard.kind === 'session.ended' && heard.session) closeSession(heard.session)
    const room = heard.family && rooms.of(heard.family as FamilyId)
    if (!room) return
    if (heard.kind === 'here') whoIsHere.hear(room.family, heard)
    else hearNews(room, heard, heard.origin === origin, ask, hands)
  }

  function changed(family: FamilyId, seq: number, events: number, meeting: boolean): void {
    const room = rooms.of(family)
    if (!room) return
    for (let at = seq - events + 1; at <= seq; at++) deliver(room, { seq: at, sight: true, meeting }, hands)
  }

  function closeSession(hash: string): void {
    for (const receiver of rooms.everybody()) if (receiver.tokenHash === hash) closeFor('signedOut', receiver)
  }

  async function join(socket: WebSocket, token: string, family: FamilyId, opened: Opened): Promise<void> {
    // The room is there before anything is asked: what happens meanwhile waits in it.
    await listening.hearing()
    const room = rooms.comeTo(family)
    try {
      await comeIn(room, socket, token, opened)
    } finally {
      room.coming -= 1
      rooms.leave(room)
    }
  }

  async function comeIn(room: Room, socket: WebSocket, token: string, opened: Opened): Promise<void> {
    const { family } = room
    const { watches, request, cursor: cursorText } = opened
    const { sight, knows, me, planMark, quiet } = await ask.sight({ token, family }, watches === 'plan')
    if (!me || !sight) {
      closeFor(me ? 'noAccess' : 'signedOut', { socket })
      return
    }
    if (socket.readyState !== socket.OPEN) return
    if (!rooms.isOpen(room)) {
      closeFor('comeBack', { socket })
      return
    }
    begin(room, sight.seq, hands)
    const cursor = cursorText ? openCursor(cursorKey, cursorText, me, family) : undefined
    const receiver: Receiver = {
      socket,
      token,
      tokenHash: tokenHash(token).toString('hex'),
      person: me,
      family,
      n: cursor?.n ?? 0,
      seq: cursor?.seq ?? sight.seq,
      mark: sight.mark,
      nextEnd: sight.nextEnd,
      watches,
      request,
      covers: new Set(),
      coveredAt: Date.now(),
      sights: 0,
      planMark,
      knows,
      quiet,
      toldHere: undefined,
      held: [],
    }
    room.receivers.add(receiver)
    socket.on('close', () => {
      room.receivers.delete(receiver)
      rooms.leave(room)
      if (room.receivers.size > 0) whoIsHere.tell(room.family)
    })
    const after = cursor !== undefined && cursor.mark === sight.mark ? cursor.seq : undefined
    await catchUp(receiver, after, ask, hands)
    sendCounted(receiver, cursorKey, { is: 'ready' })
    whoIsHere.tell(room.family)
  }

  return {
    async whoIsHere(tx, family) {
      const me = await findMyId(tx)
      return { me: me as PersonId, persons: personsAt(rooms.of(family)) }
    },
    cursorAt: (person, family, sight) =>
      sealCursor(cursorKey, { person, family, seq: sight.seq, n: 0, mark: sight.mark }),
    noteChanged(family, seq, told) {
      const room = rooms.of(family)
      if (room) deliver(room, { seq, ...told }, hands)
    },
    noteGone(family, seq, told) {
      const room = rooms.of(family)
      if (room) deliver(room, { seq, ...told }, hands)
    },
    sightChanged: (family, seq, events) => {
      changed(family, seq, events, false)
    },
    meetingChanged: (family, seq, events) => {
      changed(family, seq, events, true)
    },
    drafted(family, draft, place, receivers) {
      for (const receiver of atCloth(rooms.of(family))) {
        if (receiver.person !== draft.writer && receivers.has(receiver.person))
          void sendDraft(receiver, draft, placeOf(place))
      }
    },
    leftDraft(family, note, writer, receivers) {
      tellDraftLeft(rooms.of(family), note, writer, receivers)
    },
    announce: (tx, heard) => tellNews(tx, { ...heard, origin }),
    async mayJoin(token, family) {
      return (await ask.sight({ token, family })).sight !== undefined
    },
    join,
    sessionEnded: closeSession,
    async close() {
      clearInterval(sweep)
      clearInterval(heartbeat)
      for (const receiver of rooms.everybody()) closeFor('comeBack', receiver)
      await listening.close()
    },
  }
}
