import type { BrowserContext } from '@playwright/test'
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where what a lab leaves is kept to be looked through (tools/verify/leaks.ts); nothing, where a story is only a story. */
export const keptIn = () => process.env['STORIES_KEPT_IN']

/** Writes down every address the windows of a context ask for, sockets too. */
export function keepAddresses(context: BrowserContext): void {
  const folder = keptIn()
  if (folder === undefined) return
  const keep = (url: string) => {
    if (!url.startsWith('data:') && !url.startsWith('blob:')) appendFileSync(join(folder, '.urls'), `${url}\n`)
  }
  context.on('request', (request) => keep(request.url()))
  context.on('page', (page) => page.on('websocket', (socket) => keep(socket.url())))
}

/** What an ended lab leaves: its data, what its server said, and the addresses asked for until now. One worker at a time. */
export function keepLab(data: string, said: readonly string[]): void {
  const folder = keptIn()
  if (folder === undefined) return
  const kept = mkdtempSync(join(folder, 'lab-'))
  chmodSync(kept, 0o755)
  renameSync(data, join(kept, 'data'))
  mkdirSync(data)
  writeFileSync(join(kept, 'log'), said.join(''))
  try {
    renameSync(join(folder, '.urls'), join(kept, 'urls'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
