import type { Frame } from '@velferdslab/core/cloth'
import { waitBefore } from './backoff.ts'
import { realTimers, type Timers } from './draft-pacing.ts'

/** Close codes of the live stream. */
const signedOut = 4401
const noAccess = 4404
const slowDown = 4429

/** Nothing heard for so long means that the line is dead, whatever the browser believes. */
export const silenceLimit = 35_000
/** After "slow down" at least this long. */
const slowWait = 10_000

export type LinkState = 'connecting' | 'open' | 'lost'

export type LiveOptions = {
  /** The address with the newest cursor in it: a reconnect goes on from there, without a gap. */
  address: () => string
  onFrame: (frame: Frame) => void
  onLink: (state: LinkState) => void
  onEnd: (why: 'signed-out' | 'no-access') => void
  /** The line was refused or cut before it said anything: whether we may still see must be asked another way. */
  onRefused: () => void
  timers?: Timers
  makeSocket?: (address: string) => WebSocket
  random?: () => number
}

export type LiveSocket = {
  /** The network is back, or the page is in front again: do not wait for the next try. */
  hurry: () => void
  close: () => void
}

/** The way out of the server: a socket that comes back by itself, until somebody may no longer see or has signed out. */
export function openLive(options: LiveOptions): LiveSocket {
  const timers = options.timers ?? realTimers
  const makeSocket = options.makeSocket ?? ((address) => new WebSocket(address))
  let socket: WebSocket | null = null
  let silence: unknown = null
  let retry: unknown = null
  let tries = 0
  let ended = false
  let wasReady = false

  const connect = (): void => {
    cancelRetry()
    if (ended) return
    options.onLink('connecting')
    const mine = makeSocket(options.address())
    socket = mine
    wasReady = false
    heard()
    mine.onmessage = (event: MessageEvent) => {
      if (socket !== mine) return
      heard()
      const frame = parseFrame(event.data)
      if (!frame) return
      if (frame.is === 'ready') {
        tries = 0
        wasReady = true
        options.onLink('open')
      }
      options.onFrame(frame)
    }
    mine.onclose = (event: CloseEvent) => {
      if (socket === mine) lost(event.code)
    }
  }

  const lost = (code: number): void => {
    socket = null
    timers.cancel(silence)
    if (ended) return
    if (code === signedOut || code === noAccess) {
      ended = true
      options.onEnd(code === signedOut ? 'signed-out' : 'no-access')
      return
    }
    options.onLink('lost')
    if (!wasReady) options.onRefused()
    tries++
    const wait = waitBefore(tries, options.random)
    retry = timers.after(code === slowDown ? Math.max(wait, slowWait) : wait, connect)
  }

  const heard = (): void => {
    timers.cancel(silence)
    silence = timers.after(silenceLimit, () => {
      const silent = socket
      lost(0)
      silent?.close()
    })
  }

  const cancelRetry = (): void => {
    timers.cancel(retry)
    retry = null
  }

  connect()
  return {
    hurry() {
      if (!socket && retry !== null && !ended) connect()
    },
    close() {
      ended = true
      cancelRetry()
      timers.cancel(silence)
      socket?.close(1000)
      socket = null
    },
  }
}

const known: Record<Frame['is'], true> = {
  note: true,
  gone: true,
  sight: true,
  meeting: true,
  draft: true,
  'draft-left': true,
  here: true,
  plan: true,
  ready: true,
}

/**
 * The server writes every frame through core's schema, so it is not parsed a second time here (api.ts says why). A frame of a kind
 * this page does not know is left alone: an older page must survive a newer server.
 */
export function parseFrame(data: unknown): Frame | null {
  if (typeof data !== 'string') return null
  try {
    const frame: unknown = JSON.parse(data)
    const isKnown =
      typeof frame === 'object' && frame !== null && 'is' in frame && Object.hasOwn(known, String(frame.is))
    return isKnown ? (frame as Frame) : null
  } catch {
    return null
  }
}
