import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { codeOn, meetingOfCode, meetingOfTicket, screenLink, screenOfLink, ticketTo } from './table-code.ts'

const key = randomBytes(32)
const meeting = randomUUID()
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 10, 0, 0) + seconds * 1000)

describe('the code on the large screen', () => {
  it('is worth nothing under another key, for another use, changed, cut or made up', () => {
    const { code } = codeOn(key, meeting, at(0))
    expect(meetingOfCode(randomBytes(32), code, at(1))).toBeUndefined()
    expect(meetingOfTicket(key, code, at(1))).toBeUndefined()
    expect(screenOfLink(key, code, at(1))).toBeUndefined()
    for (let byte = 0; byte < 36; byte++) {
      const bytes = Buffer.from(code, 'base64url')
      bytes[byte] = (bytes[byte] ?? 0) ^ 1
      expect(meetingOfCode(key, bytes.toString('base64url'), at(1))).toBeUndefined()
    }
    for (const wrong of ['', 'x', code.slice(1), `${code}a`, randomBytes(36).toString('base64url')])
      expect(meetingOfCode(key, wrong, at(1))).toBeUndefined()
  })

  it('is another every thirty seconds, and the last one is taken for thirty more', () => {
    const first = codeOn(key, meeting, at(0))
    expect(codeOn(key, meeting, at(29)).code).toBe(first.code)
    expect(codeOn(key, meeting, at(30)).code).not.toBe(first.code)
    expect(first.changesAt).toEqual(at(30))
    expect(meetingOfCode(key, first.code, at(59))).toBe(meeting)
    expect(meetingOfCode(key, first.code, at(60))).toBeUndefined()
  })

  it('gives a ticket for a quarter of an hour, and the screen a link for two minutes', () => {
    const by = randomUUID()
    expect(meetingOfTicket(key, ticketTo(key, meeting, at(0)), at(899))).toBe(meeting)
    expect(meetingOfTicket(key, ticketTo(key, meeting, at(0)), at(900))).toBeUndefined()
    expect(screenOfLink(key, screenLink(key, meeting, by, at(0)), at(119))).toEqual({ meeting, by })
    expect(screenOfLink(key, screenLink(key, meeting, by, at(0)), at(120))).toBeUndefined()
  })
})
