import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { fontFiles } from './fonts.ts'

/**
 * Turns a template and its data into a tagged PDF (PDF/UA-1).
 *
 * In a process of its own, begun when something is to be printed and ended when nothing more comes: setting a full cloth takes
 * longer than the server may stand still, the compiler keeps what it has once allocated for as long as its process lives (a
 * worker thread would not give it back), and its memory holds a family's words, which must not lie about.
 */
export async function press(template: string, data: unknown): Promise<Uint8Array> {
  const answer = await printIn(theProcess(), template, JSON.stringify(data))
  if (answer.pdf) return answer.pdf
  if (answer.missing) throw new MissingGlyph(answer.missing)
  throw new Error(`The print of ${template} failed: ${answer.failed ?? 'no answer'}`)
}

/** No font that comes with the product has this letter. Paper with boxes for letters is worse than none: nothing is printed. */
export class MissingGlyph extends Error {
  /** As Unicode writes them: 'U+1F9FF'. */
  readonly codePoints: string[]

  constructor(letters: number[]) {
    const codePoints = letters.map((letter) => `U+${letter.toString(16).toUpperCase().padStart(4, '0')}`)
    super(`No font for printing has ${codePoints.join(', ')}. Add one that does to server/src/print/fonts.ts.`)
    this.name = 'MissingGlyph'
    this.codePoints = codePoints
  }
}

export type Job = { id: number; template: string; data: string }
type Answer = { id: number; pdf?: Uint8Array; missing?: number[]; failed?: string }
type Waiting = { done: (answer: Answer) => void; timer: NodeJS.Timeout }

/** A press that has had nothing to do for so long is ended, and all its memory with it. */
const idleMs = 20_000
/** A sheet that is not set by then never will be. */
const longestPrintMs = 60_000

let running: ChildProcess | null = null
let idle: NodeJS.Timeout | undefined
let lastId = 0
const waiting = new Map<number, Waiting>()

function theProcess(): ChildProcess {
  clearTimeout(idle)
  if (running?.connected) return running
  if (running) end(running)
  const child = fork(fileURLToPath(new URL('./press-process.mjs', import.meta.url)), fontFiles, {
    // No settings and no keys: the press has no use for them.
    env: {},
    execArgv: [],
    serialization: 'advanced',
  })
  child.on('message', (answer: Answer) => finish(answer))
  child.on('error', () => end(child))
  child.on('exit', () => end(child))
  running = child
  return child
}

function printIn(child: ChildProcess, template: string, data: string): Promise<Answer> {
  const id = (lastId += 1)
  return new Promise((done) => {
    waiting.set(id, { done, timer: setTimeout(() => end(child), longestPrintMs) })
    child.ref()
    child.channel?.ref()
    child.send({ id, template, data } satisfies Job, (error) => {
      if (error) end(child)
    })
  })
}

function finish(answer: Answer): void {
  const job = waiting.get(answer.id)
  waiting.delete(answer.id)
  clearTimeout(job?.timer)
  job?.done(answer)
  if (waiting.size === 0) rest()
}

/** Nothing to print: the press does not keep the server from ending, and goes by itself after a while. */
function rest(): void {
  const child = running
  child?.unref()
  child?.channel?.unref()
  idle = setTimeout(() => child && end(child), idleMs).unref()
}

/** Ends a press, and answers everybody who still waits for it. */
function end(child: ChildProcess): void {
  child.kill('SIGKILL')
  if (child !== running) return
  running = null
  clearTimeout(idle)
  const unfinished = [...waiting.keys()]
  for (const id of unfinished) finish({ id, failed: 'the press stopped' })
}
