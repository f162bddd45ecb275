import { parseArgs } from 'node:util'
import { signInAs } from './sign-in-as.ts'

/**
 * npm run demo:session -- PERSONA [--url http://127.0.0.1:3000]
 * Prints the session cookie of a persona of the demo, and nothing else, for curl and the like.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string', default: 'http://127.0.0.1:3000' } },
})
const [persona] = positionals
if (persona === undefined) {
  console.error('Whom? npm run demo:session -- PERSONA [--url http://127.0.0.1:3000]')
  process.exit(2)
}
try {
  console.log(await signInAs(values.url, persona))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
