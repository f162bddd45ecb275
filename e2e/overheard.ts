import { expect, type BrowserContext, type Page } from '@playwright/test'

/** Everything that reaches somebody's browser: every answer and every frame, as it was sent. */
export interface Overheard {
  readonly record: (context: BrowserContext) => void
  /** What was searched is told with what was found, so that a deaf recorder cannot pass for silence. */
  expectNever(words: readonly string[], but: { heard: string }): Promise<void>
}

export function overhear(): Overheard {
  const heard: { from: string; text: string }[] = []
  const pending: Promise<void>[] = []
  const watchPage = (page: Page): void => {
    page.on('websocket', (socket) => {
      const from = new URL(socket.url()).pathname
      socket.on('framereceived', ({ payload }) => heard.push({ from: `frame of ${from}`, text: payload.toString() }))
    })
  }
  return {
    record(context) {
      context.on('page', watchPage)
      context.on('response', (response) => {
        const from = `answer of ${new URL(response.url()).pathname}`
        const body = response.text().then(
          (text) => void heard.push({ from, text }),
          // A redirect, or an answer the page went away from, has no body to read.
          () => undefined,
        )
        pending.push(body)
      })
    },
    async expectNever(words, but) {
      // A frame already on its way when the last thing was seen.
      await new Promise((resolve) => setTimeout(resolve, 500))
      await Promise.all(pending)
      for (const kind of ['answer', 'frame'])
        expect(
          heard.some(({ from }) => from.startsWith(kind)),
          `any ${kind} at all`,
        ).toBe(true)
      expect(
        heard.some(({ text }) => text.includes(but.heard)),
        `«${but.heard}» was heard`,
      ).toBe(true)
      for (const hidden of words) {
        expect(
          heard.filter(({ text }) => text.includes(hidden)).map(({ from }) => from),
          `«${hidden}»`,
        ).toEqual([])
      }
    },
  }
}
