import type { Frame } from '@velferdslab/core/cloth'
import { describe, expect, test } from 'vitest'
import type { Timers } from './draft-pacing.ts'
import { openLive, parseFrame, silenceLimit, type LinkState } from './live-socket.ts'

/** A line that can be cut, and a clock that goes when told. */
function aLine() {
  let time = 0
  let next = 1
  const due = new Map<number, { at: number; run: () => void }>()
  const timers: Timers = {
    now: () => time,
    after: (ms, run) => {
      due.set(next, { at: time + ms, run })
      return next++
    },
    cancel: (timer) => void due.delete(timer as number),
  }
  const sockets: { address: string; socket: WebSocket; closed: boolean }[] = []
  const links: LinkState[] = []
  const frames: Frame[] = []
  const ends: string[] = []
  let refused = 0
  let cursor = 'start'
  const live = openLive({
    address: () => `/live?cursor=${cursor}`,
    onFrame: (frame) => {
      frames.push(frame)
      if ('cursor' in frame) cursor = frame.cursor
    },
    onLink: (state) => links.push(state),
    onEnd: (why) => ends.push(why),
    onRefused: () => refused++,
    timers,
    random: () => 1,
    makeSocket: (address) => {
      const socket = { onmessage: null, onclose: null } as unknown as WebSocket
      const entry = { address, socket, closed: false }
      Object.assign(socket, { close: () => (entry.closed = true) })
      sockets.push(entry)
      return socket
    },
  })
  return {
    live,
    sockets,
    links,
    frames,
    ends,
    refused: () => refused,
    hear: (frame: object) => sockets.at(-1)!.socket.onmessage?.({ data: JSON.stringify(frame) } as MessageEvent),
    cut: (code: number) => sockets.at(-1)!.socket.onclose?.({ code } as CloseEvent),
    pass(ms: number) {
      const end = time + ms
      for (;;) {
        const first = [...due].sort(([, a], [, b]) => a.at - b.at)[0]
        if (!first || first[1].at > end) break
        due.delete(first[0])
        time = first[1].at
        first[1].run()
      }
      time = end
    },
  }
}

describe('the line to the table', () => {
  test('a cut line comes back by itself, from the newest cursor', () => {
    const line = aLine()
    line.hear({ is: 'ready', n: 4, cursor: 'four' })
    line.cut(1006)
    line.pass(500)
    expect(line.sockets.map((one) => one.address)).toEqual(['/live?cursor=start', '/live?cursor=four'])
    expect(line.links).toEqual(['connecting', 'open', 'lost', 'connecting'])
  })

  test('signed out and no longer entitled are ends, not accidents', () => {
    for (const [code, why] of [
      [4401, 'signed-out'],
      [4404, 'no-access'],
    ] as const) {
      const line = aLine()
      line.cut(code)
      line.pass(600_000)
      expect(line.ends).toEqual([why])
      expect(line.sockets).toHaveLength(1)
    }
  })

  test('a line that is refused before it says anything is told of: the browser hides why', () => {
    const line = aLine()
    line.cut(1006)
    expect(line.refused()).toBe(1)
    line.pass(500)
    line.hear({ is: 'ready', n: 0, cursor: 'a' })
    line.cut(1006)
    expect(line.refused()).toBe(1)
  })

  test('told to slow down, it waits ten seconds', () => {
    const line = aLine()
    line.cut(4429)
    line.pass(9_000)
    expect(line.sockets).toHaveLength(1)
    line.pass(2_000)
    expect(line.sockets).toHaveLength(2)
  })

  test('a line that has gone silent is left for a new one, and what the old one says late is not heard', () => {
    const line = aLine()
    line.hear({ is: 'ready', n: 0, cursor: 'a' })
    line.pass(silenceLimit - 1)
    line.hear({ is: 'here', persons: [] })
    line.pass(silenceLimit - 1)
    expect(line.sockets).toHaveLength(1)
    line.pass(1_000)
    expect(line.sockets).toHaveLength(2)
    expect(line.sockets[0]!.closed).toBe(true)
    line.sockets[0]!.socket.onmessage?.({ data: '{"is":"here","persons":[]}' } as MessageEvent)
    expect(line.frames).toHaveLength(2)
  })

  test('when the network is back it does not wait for the next try', () => {
    const line = aLine()
    for (let i = 0; i < 6; i++) {
      line.cut(1006)
      line.pass(20_000)
    }
    line.cut(1006)
    const before = line.sockets.length
    line.live.hurry()
    expect(line.sockets).toHaveLength(before + 1)
    line.live.hurry()
    expect(line.sockets).toHaveLength(before + 1)
  })

  test('a frame of an unknown kind, or broken, is left alone', () => {
    expect(parseFrame('{"is":"something-new"}')).toBeNull()
    expect(parseFrame('not json')).toBeNull()
    expect(parseFrame('{"is":"toString"}')).toBeNull()
    expect(parseFrame('{"is":"here","persons":[]}')).toEqual({ is: 'here', persons: [] })
  })
})
