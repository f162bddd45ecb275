import { codeSeconds } from '@velferdslab/core/table'
import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a signed code is for: one of another use is worth nothing. */
type Use = 'code' | 'ticket' | 'screen'

const macBytes = 16

/** Signs ids until an instant: short enough to stand in a picture on a wall, and nothing in it can be guessed (128 bits, REQ-42). */
function sign(key: Buffer, use: Use, ids: readonly string[], until: number): string {
  const payload = Buffer.concat([...ids.map((id) => Buffer.from(id.replaceAll('-', ''), 'hex')), seconds(until)])
  return Buffer.concat([payload, mac(key, use, payload)]).toString('base64url')
}

/** The ids of a code that is ours, for this use and not too old; undefined for everything else. */
function read(key: Buffer, use: Use, count: number, code: string, now: Date): string[] | undefined {
  const bytes = Buffer.from(code, 'base64url')
  const length = count * 16 + 4
  if (bytes.length !== length + macBytes || bytes.toString('base64url') !== code) return undefined
  const payload = bytes.subarray(0, length)
  if (!timingSafeEqual(bytes.subarray(length), mac(key, use, payload))) return undefined
  if (payload.readUInt32BE(count * 16) * 1000 <= now.getTime()) return undefined
  return Array.from({ length: count }, (_, at) => idOf(payload.subarray(at * 16, at * 16 + 16)))
}

function mac(key: Buffer, use: Use, payload: Buffer): Buffer {
  return createHmac('sha256', key).update(use).update('\u001f').update(payload).digest().subarray(0, macBytes)
}

function seconds(until: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(Math.floor(until / 1000))
  return bytes
}

function idOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The code on the screen: another every half minute, good until the next one has gone too. */
export function codeOn(key: Buffer, meeting: string, now: Date): { code: string; changesAt: Date } {
  const step = codeSeconds * 1000
  const changesAt = (Math.floor(now.getTime() / step) + 1) * step
  return { code: sign(key, 'code', [meeting], changesAt + step), changesAt: new Date(changesAt) }
}
export function meetingOfCode(key: Buffer, code: string, now: Date): string | undefined {
  return read(key, 'code', 1, code, now)?.[0]
}

const ticketMinutes = 15
/** Who has seen the screen gets a quarter of an hour to say who they are, or to sign in. */
export function ticketTo(key: Buffer, meeting: string, now: Date): string {
  return sign(key, 'ticket', [meeting], now.getTime() + ticketMinutes * 60_000)
}
export function meetingOfTicket(key: Buffer, ticket: string, now: Date): string | undefined {
  return read(key, 'ticket', 1, ticket, now)?.[0]
}

const linkMinutes = 2
/** The display link: who puts the screen up, and where; opened on the machine of the room. */
export function screenLink(key: Buffer, meeting: string, by: string, now: Date): string {
  return sign(key, 'screen', [meeting, by], now.getTime() + linkMinutes * 60_000)
}
export function screenOfLink(key: Buffer, link: string, now: Date): { meeting: string; by: string } | undefined {
  const [meeting, by] = read(key, 'screen', 2, link, now) ?? []
  return meeting && by ? { meeting, by } : undefined
}
