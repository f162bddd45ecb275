import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startLab } from './server-for-stories.ts'

/** Where a story finds what was laid before the first; nothing, where each has to lay its own. */
export const laidIn = () => process.env['STORIES_LAID_IN']

/**
 * Before the first story: the product starts on nothing, lays Fjordvik, and ends. Every story's server then starts on a copy of what lies
 * there, which is what a second `npm start` finds, and takes a fifth of the time.
 * @public Playwright calls it (playwright.config.ts), and at the end what it gives back.
 */
export default async function layOnce(): Promise<() => void> {
  console.log(`Places are drawn with PLACES_SEED=${process.env['PLACES_SEED'] ?? ''}`)
  const lab = await startLab()
  await lab.end({ keep: true })
  // Where PostgreSQL had to lie elsewhere, every copy would lead to the same data.
  if (!existsSync(join(lab.folder, 'postgres', 'data-is-at.txt'))) process.env['STORIES_LAID_IN'] = lab.folder
  return () => {
    rmSync(lab.folder, { recursive: true, force: true, maxRetries: 10 })
  }
}
