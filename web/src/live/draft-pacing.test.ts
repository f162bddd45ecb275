import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftsPerSecond, paceDrafts, type Timers } from './draft-pacing.ts'

/** A clock that only goes when told, with the requests of the network as timers too. */
function aClock(): Timers & { runUntil: (time: number) => Promise<void> } {
  let time = 0
  let next = 1
  const due = new Map<number, { at: number; run: () => void }>()
  return {
    now: () => time,
    after: (ms, run) => {
      due.set(next, { at: time + ms, run })
      return next++
    },
    cancel: (timer) => void due.delete(timer as number),
    async runUntil(end) {
      for (;;) {
        await Promise.resolve()
        await Promise.resolve()
        const first = [...due].sort(([, a], [, b]) => a.at - b.at)[0]
        if (!first || first[1].at > end) break
        due.delete(first[0])
        time = first[1].at
        first[1].run()
      }
      time = end
      await Promise.resolve()
    },
  }
}

test('however one types and however slow the network is: at most three a second, in order, the newest last, leaving after all', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 40 }),
      fc.array(fc.integer({ min: 0, max: 1500 }), { minLength: 1, maxLength: 10 }),
      fc.boolean(),
      async (pauses, answers, leaves) => {
        const clock = aClock()
        const sent: { at: number; text: number }[] = []
        const left: number[] = []
        let underWay = 0
        const request = (): Promise<void> => {
          expect(++underWay).toBe(1)
          const ms = answers[sent.length % answers.length]!
          return new Promise((done, fail) =>
            clock.after(ms, () => {
              underWay--
              if (ms % 7 === 0) fail(new Error('lost'))
              else done()
            }),
          )
        }
        const pacer = paceDrafts<number, string>(
          (text) => {
            sent.push({ at: clock.now(), text })
            return request()
          },
          () => {
            left.push(clock.now())
            return request()
          },
          clock,
        )
        let time = 0
        for (const [i, pause] of pauses.entries()) {
          time += pause
          await clock.runUntil(time)
          pacer.grow(i)
        }
        if (!leaves) {
          await clock.runUntil(time + 10_000)
          expect(sent.at(-1)!.text).toBe(pauses.length - 1)
        } else {
          pacer.leave('left')
          await clock.runUntil(time + 10_000)
          expect(left).toHaveLength(1)
          expect(sent.every((one) => one.at <= left[0]!)).toBe(true)
        }
        expect(sent.map((one) => one.text)).toEqual([...sent.map((one) => one.text)].sort((a, b) => a - b))
        for (const one of sent) {
          expect(sent.filter((other) => other.at >= one.at && other.at < one.at + 1000).length).toBeLessThanOrEqual(
            draftsPerSecond,
          )
        }
      },
    ),
  )
})
