// `npm start`: all that a fresh clone needs, and at once when nothing has changed. Node built-ins only until installed.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'

const root = join(import.meta.dirname, '..')
process.chdir(root)
try {
  ensureInstalled()
  ensureBuilt()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

// In this very process: signals, terminal and exit code are the server's own, and no second Node waits in memory.
process.setSourceMapsEnabled(true)
const main = join(root, 'server', 'dist', 'main.js')
process.argv[1] = main
await import(pathToFileURL(main).href)
