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
import { openCursor, sealCursor } from './cursor.ts'
import { listen, type News } from './news.ts'
import {
  begin,
  deliver,
  emptyRoom,
  give,
  isStuck,
  send,
  sendCounted,
  type Delivery,
  type Hands,
  type Receiver,
  type Room,
} from './room.ts'

/** What somebody opens the stream for, and from where they go on. */
export interface Opened {
  readonly cursor?: string | undefined
  readonly watches: Receiver['watches']
  readonly request: string
}

/** Close codes the browser knows: signed out, no access any more, and "come back at once with your cursor". */
export const closeCodes = { signedOut: 4401, noAccess: 4404, slowDown: 4429, comeBack: 1012 } as const

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
const waitForPredecessor = 300
/** How often a page that stays open is written down as open. */
const traceEvery = 5 * 60_000
/** After so many sweeps without the number that the others wait for, it will not come. */
const sweepsUntilStuck = 3

export function openLive(options: { people: Pool; listenUrl: string; ring: KeyRing; origin: string }): Live {
  const { people, ring, origin } = options
  const ask = askAsReceiver(people, ring)
  const cursorKey = ring.derive('live-cursor')
  const rooms = new Map<FamilyId, Room>()
  /** Who sits at the table in other processes, as they last said. */
  const elsewhere = new Map<string, { persons: PersonId[]; until: number }>()

  const everybody = () => [...rooms.values()].flatMap((room) => [...room.receivers])
  const atCloth = (family: FamilyId) =>
    [...(rooms.get(family)?.receivers ?? [])].filter((receiver) => receiver.watches === 'cloth')
  /** Who sits at the cloth. Whoever reads the plan is not said to be there; nor is who comes by an act alone. */
  const saidToBeIn = (family: FamilyId) => [
    ...new Set(atCloth(family).flatMap((receiver) => (receiver.quiet ? [] : [receiver.person]))),
  ]
  /** Of whom it is asked what they may see. */
  const personsIn = (family: FamilyId) => [...new Set(atCloth(family).map((receiver) => receiver.person))]

  const listening = listen(options.listenUrl, hear, () => {
    for (const receiver of everybody()) receiver.socket.close(closeCodes.comeBack, 'come back')
  })
  const sweep = setInterval(() => {
    const now = new Date()
    for (const room of rooms.values()) {
      if ([...room.receivers].some((receiver) => receiver.nextEnd <= now)) void askSightAnew(room)
      if (isStuck(room, sweepsUntilStuck)) startAnew(room)
      for (const receiver of room.receivers)
        if (receiver.covers !== null && now.getTime() - receiver.coveredAt > traceEvery) void trace(receiver)
    }
  }, 1000)
  const heartbeat = setInterval(() => {
    for (const room of rooms.values()) tellWhoIsHere(room, true)
  }, heartbeatEvery)

  const hands: Hands = {
    key: cursorKey,
    askSightAnew: (room) => void askSightAnew(room),
    readAnew(receiver) {
      receiver.held = []
      catchUp(receiver, receiver.seq).catch(() => {
        receiver.socket.close(closeCodes.comeBack, 'come back')
      })
    },
  }

  /** What the receiver has open is written down. Where that fails, they have nothing open any more. */
  async function trace(receiver: Receiver): Promise<void> {
    receiver.coveredAt = Date.now()
    try {
      receiver.covers = await ask.trace(receiver)
    } catch {
      receiver.socket.close(closeCodes.comeBack, 'come back')
    }
  }

  /** What is being written where the receiver has read nothing yet is written down first. */
  async function sendDraft(receiver: Receiver, draft: Draft, place: string): Promise<void> {
    const isCovered = () => receiver.covers === null || receiver.covers.has(place)
    const { sights } = receiver
    if (!isCovered()) await trace(receiver)
    if (isCovered() && receiver.sights === sights) send(receiver, { is: 'draft', draft })
  }

  function tellRoom(room: Room, delivery: Delivery): void {
    deliver(room, delivery, hands)
  }

  /** News has been lost: everybody comes back with their cursor, into a room that knows where the chain is. */
  function startAnew(room: Room): void {
    rooms.delete(room.family)
    for (const receiver of room.receivers) receiver.socket.close(closeCodes.comeBack, 'come back')
  }

  function leave(room: Room): void {
    if (room.receivers.size === 0 && room.coming === 0 && rooms.get(room.family) === room) rooms.delete(room.family)
  }

  /** Asks the database what each person here may see now. Who sees nothing is closed; who sees otherwise fetches the cloth again. */
  async function askSightAnew(room: Room): Promise<void> {
    const tokens = [...new Set([...room.receivers].map((receiver) => receiver.token))]
    await Promise.all(
      tokens.map(async (token) => {
        const receivers = [...room.receivers].filter((receiver) => receiver.token === token)
        const watched = receivers.some((receiver) => receiver.watches === 'plan')
        const asked = await ask.sight({ token, family: room.family }, watched).catch(() => 'unknown' as const)
        for (const receiver of receivers) {
          if (asked === 'unknown') receiver.socket.close(closeCodes.comeBack, 'come back')
          else if (!asked.me) receiver.socket.close(closeCodes.signedOut, 'signed out')
          else if (!asked.sight) receiver.socket.close(closeCodes.noAccess, 'no access')
          else {
            receiver.nextEnd = asked.sight.nextEnd
            receiver.knows = asked.knows
            receiver.quiet = asked.quiet
            if (receiver.watches === 'plan' && asked.planMark !== receiver.planMark) {
              receiver.planMark = asked.planMark
              send(receiver, { is: 'plan' })
            }
            if (asked.sight.mark === receiver.mark) continue
            receiver.mark = asked.sight.mark
            receiver.sights += 1
            // The cloth that is fetched now holds everything up to here: what was addressed under an older sight must not come after it.
            receiver.seq = Math.max(receiver.seq, asked.sight.seq)
            sendCounted(receiver, cursorKey, { is: 'sight' })
          }
        }
      }),
    )
    tellWhoIsHere(room)
  }

  /** Said when it is another than before, and with each heartbeat: that somebody unseen comes or goes changes nothing, not even when. */
  function tellWhoIsHere(room: Room, again = false): void {
    const now = Date.now()
    const others = [...elsewhere].flatMap(([place, at]) =>
      place.endsWith(room.family) && at.until > now ? at.persons : [],
    )
    const here = [...new Set([...saidToBeIn(room.family), ...others])]
    for (const receiver of atCloth(room.family)) {
      const persons = here.filter((person) => receiver.knows.has(person))
      const told = persons.join()
      if (!again && told === receiver.toldHere) continue
      receiver.toldHere = told
      send(receiver, { is: 'here', persons })
    }
    void people
      .query(`select pg_notify('lab_news', $1)`, [
        JSON.stringify({ kind: 'here', family: room.family, origin, persons: saidToBeIn(room.family) }),
      ])
      .catch(() => undefined)
  }

  /** News from the database. Our own was told directly after the commit; it comes here too, for the case that it was not. */
  function hear(heard: News): void {
    if (heard.kind === 'session.ended' && heard.session) closeSession(heard.session)
    const room = heard.family && rooms.get(heard.family as FamilyId)
    if (!room) return
    if (heard.kind === 'here') {
      if (heard.origin === origin) return
      elsewhere.set(`${heard.origin ?? ''} ${room.family}`, {
        persons: (heard.persons ?? []) as PersonId[],
        until: Date.now() + 2 * heartbeatEvery,
      })
      return
    }
    if (heard.origin !== origin) void fetchNews(room, heard)
    else if (heard.seq !== undefined) setTimeout(() => void tellLate(room, heard), waitForPredecessor)
  }

  async function tellLate(room: Room, heard: News): Promise<void> {
    if (heard.seq === undefined || room.waiting.has(heard.seq)) return
    if (room.told === undefined || heard.seq > room.told) await fetchNews(room, heard)
  }

  /** Something another process did (or we did and did not tell): read it as somebody here who may see it. */
  async function fetchNews(room: Room, heard: News): Promise<void> {
    const { kind, seq, subject, cell } = heard
    try {
      if (kind === 'draft' && subject) await fetchDraft(room, subject as NoteId)
      else if (kind === 'draft-left' && subject && cell && heard.writer) {
        leftDraft(
          room.family,
          subject as NoteId,
          heard.writer as PersonId,
          await ask.audience(onePerPerson(room), cell, personsIn(room.family)),
        )
      } else if (seq !== undefined && kind.startsWith('note.') && subject && cell) {
        const asked = personsIn(room.family)
        const told = await ask.note(onePerPerson(room), subject as NoteId, asked)
        const leaves = kind === 'note.left' || kind === 'note.erased'
        const saw = leaves ? await ask.audience(onePerPerson(room), cell, asked) : new Set<PersonId>()
        const gone = new Set([...saw].filter((person) => !told?.receivers.has(person)))
        tellRoom(room, told && !leaves ? { seq, ...told, asked } : { seq, noteId: subject as NoteId, gone, asked })
      } else if (seq !== undefined) {
        tellRoom(room, { seq, sight: true, meeting: kind.startsWith('meeting.') })
      }
    } catch {
      for (const receiver of room.receivers) receiver.socket.close(closeCodes.comeBack, 'come back')
    }
  }

  async function fetchDraft(room: Room, note: NoteId): Promise<void> {
    for (const receiver of onePerPerson(room)) {
      const draft = await ask.draft(receiver, note)
      if (draft)
        for (const same of atCloth(room.family)) if (same.person === receiver.person) send(same, { is: 'draft', draft })
    }
  }

  function onePerPerson(room: Room): Receiver[] {
    return [...new Map([...room.receivers].map((receiver) => [receiver.person, receiver])).values()]
  }

  function leftDraft(family: FamilyId, note: NoteId, writer: PersonId, receivers: ReadonlySet<PersonId>): void {
    for (const receiver of atCloth(family)) {
      if (receiver.person !== writer && receivers.has(receiver.person))
        send(receiver, { is: 'draft-left', noteId: note, writer })
    }
  }

  function changed(family: FamilyId, seq: number, events: number, meeting: boolean): void {
    const room = rooms.get(family)
    if (!room) return
    for (let at = seq - events + 1; at <= seq; at++) tellRoom(room, { seq: at, sight: true, meeting })
  }

  function closeSession(hash: string): void {
    for (const receiver of everybody())
      if (receiver.tokenHash === hash) receiver.socket.close(closeCodes.signedOut, 'signed out')
  }

  async function join(socket: WebSocket, token: string, family: FamilyId, opened: Opened): Promise<void> {
    // The room is there before anything is asked: what happens meanwhile waits in it.
    await listening.hearing()
    const room = rooms.get(family) ?? emptyRoom(family)
    rooms.set(family, room)
    room.coming += 1
    try {
      await comeIn(room, socket, token, opened)
    } finally {
      room.coming -= 1
      leave(room)
    }
  }

  async function comeIn(room: Room, socket: WebSocket, token: string, opened: Opened): Promise<void> {
    const { family } = room
    const { watches, request, cursor: cursorText } = opened
    const { sight, knows, me, planMark, quiet } = await ask.sight({ token, family }, watches === 'plan')
    if (!me || !sight) {
      socket.close(me ? closeCodes.noAccess : closeCodes.signedOut, 'no access')
      return
    }
    if (socket.readyState !== socket.OPEN) return
    if (rooms.get(family) !== room) {
      socket.close(closeCodes.comeBack, 'come back')
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
      leave(room)
      if (room.receivers.size > 0) tellWhoIsHere(room)
    })
    await catchUp(receiver, cursor !== undefined && cursor.mark === sight.mark ? cursor.seq : undefined)
    sendCounted(receiver, cursorKey, { is: 'ready' })
    tellWhoIsHere(room)
  }

  /**
   * Hands over what happened since the cursor; without one that still fits, everything is fetched again. What happens meanwhile is held
   * and follows in its order.
   */
  async function catchUp(receiver: Receiver, after: number | undefined): Promise<void> {
    const { sights } = receiver
    const caughtUp = await ask.newsSince(receiver, after)
    // They have been told meanwhile that they see otherwise: what was read under the older sight must not come after that.
    if (receiver.sights !== sights) return catchUp(receiver, receiver.seq)
    if (!caughtUp.sight) {
      receiver.socket.close(closeCodes.noAccess, 'no access')
      return
    }
    const { sight } = caughtUp
    receiver.covers = caughtUp.covers
    receiver.coveredAt = Date.now()
    if (after === undefined || sight.mark !== receiver.mark) {
      receiver.mark = sight.mark
      receiver.seq = Math.max(receiver.seq, sight.seq)
      sendCounted(receiver, cursorKey, { is: 'sight' })
    }
    for (const { noteId, seq } of caughtUp.changed) {
      // The cursor moves with each frame: whoever is cut off in the middle gets the rest when they come back.
      receiver.seq = Math.max(receiver.seq, seq)
      const note = caughtUp.notes.find((seen) => seen.id === noteId)
      sendCounted(receiver, cursorKey, note ? { is: 'note', note } : { is: 'gone', noteId })
    }
    receiver.seq = Math.max(receiver.seq, sight.seq)
    const held = receiver.held ?? []
    receiver.held = undefined
    for (const delivery of held) give(receiver, delivery, hands)
  }

  return {
    async whoIsHere(tx, family) {
      const me = await findMyId(tx)
      return { me: me as PersonId, persons: personsIn(family) }
    },
    cursorAt: (person, family, sight) =>
      sealCursor(cursorKey, { person, family, seq: sight.seq, n: 0, mark: sight.mark }),
    noteChanged(family, seq, told) {
      const room = rooms.get(family)
      if (room) tellRoom(room, { seq, ...told })
    },
    noteGone(family, seq, told) {
      const room = rooms.get(family)
      if (room) tellRoom(room, { seq, ...told })
    },
    sightChanged: (family, seq, events) => {
      changed(family, seq, events, false)
    },
    meetingChanged: (family, seq, events) => {
      changed(family, seq, events, true)
    },
    drafted(family, draft, place, receivers) {
      for (const receiver of atCloth(family)) {
        if (receiver.person !== draft.writer && receivers.has(receiver.person))
          void sendDraft(receiver, draft, placeOf(place))
      }
    },
    leftDraft,
    announce: (tx, heard) => tellNews(tx, { ...heard, origin }),
    async mayJoin(token, family) {
      return (await ask.sight({ token, family })).sight !== undefined
    },
    join,
    sessionEnded: closeSession,
    async close() {
      clearInterval(sweep)
      clearInterval(heartbeat)
      for (const receiver of everybody()) receiver.socket.close(closeCodes.comeBack, 'come back')
      await listening.close()
    },
  }
}
