/**
 * What grows while one types goes out at most three times a second, the newest text only, one request at a time: a slow
 * network must never let an older text land on a newer one. Leaving waits for what is under way and is the last to go.
 */
export const draftsPerSecond = 3
/** A little more than a third of a second: a request may be held up on its way and the next one not. */
const gap = 350

export type Timers = {
  now: () => number
  after: (ms: number, run: () => void) => unknown
  cancel: (timer: unknown) => void
}

export const realTimers: Timers = {
  now: () => performance.now(),
  after: (ms, run) => setTimeout(run, ms),
  cancel: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
}

export type DraftPacer<Draft, Left> = {
  grow: (draft: Draft) => void
  leave: (left: Left) => void
  /** Forget what has not gone out: the word itself has. */
  stop: () => void
}

export function paceDrafts<Draft, Left>(
  send: (draft: Draft) => Promise<unknown>,
  sendLeave: (left: Left) => Promise<unknown>,
  timers: Timers = realTimers,
): DraftPacer<Draft, Left> {
  let waiting: { draft: Draft } | null = null
  let leaving: { left: Left }[] = []
  let busy = false
  let timer: unknown = null
  let lastStart = -Infinity

  const pump = (): void => {
    if (busy || timer !== null) return
    if (waiting) {
      const wait = lastStart + gap - timers.now()
      if (wait > 0) {
        timer = timers.after(wait, () => {
          timer = null
          pump()
        })
        return
      }
      const { draft } = waiting
      waiting = null
      lastStart = timers.now()
      run(() => send(draft))
      return
    }
    const next = leaving.shift()
    if (next) run(() => sendLeave(next.left))
  }

  const run = (work: () => Promise<unknown>): void => {
    busy = true
    const done = (): void => {
      busy = false
      pump()
    }
    // A draft that does not arrive is no loss: the word comes by the queue, and the text is kept on the device.
    work().then(done, done)
  }

  return {
    grow(draft) {
      waiting = { draft }
      pump()
    },
    leave(left) {
      // The draft of a note one leaves is of no use to anybody any more.
      waiting = null
      if (timer !== null) timers.cancel(timer)
      timer = null
      leaving.push({ left })
      pump()
    },
    stop() {
      waiting = null
      leaving = []
      if (timer !== null) timers.cancel(timer)
      timer = null
    },
  }
}
