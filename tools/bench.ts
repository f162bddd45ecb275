import { parseArgs } from 'node:util'
import { benchCloth, clothNumbers } from '../bench/cloth.ts'
import { benchOpenFamily, openFamilyNumbers } from '../bench/open-family.ts'
import { asOptions, wholeNumbers } from '../bench/options.ts'
import { benchWithdraw, withdrawNumbers } from '../bench/withdraw.ts'

/**
 * Measurements against a whole lab of their own: `npm run bench -- NAME`. The last line is one JSON object; the exit code says whether it held.
 *
 *   npm run bench -- cloth --meetings 20 --people 6 --every 2000 --seconds 20 [--seed N]
 *   npm run bench -- withdraw --withdrawals 200 --meetings 20 --people 6 --every 2000 [--seed N]
 *   npm run bench -- open-family --families 100000 [--openings 300] [--seed N]
 *
 * --source runs the sources instead of the build: quicker while one works on the server.
 */
const benches = ['cloth', 'withdraw', 'open-family']

async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...asOptions(clothNumbers),
      ...asOptions(withdrawNumbers),
      ...asOptions(openFamilyNumbers),
      source: { type: 'boolean', default: false },
    },
  })
  const [name] = positionals
  const { source, ...numbers } = values
  if (name === 'withdraw') return benchWithdraw(wholeNumbers(numbers, withdrawNumbers), { source })
  if (name === 'open-family') return benchOpenFamily(wholeNumbers(numbers, openFamilyNumbers))
  if (name !== 'cloth') throw new Error(`Which one? npm run bench -- NAME, where NAME is ${benches.join(' or ')}`)
  return benchCloth(wholeNumbers(numbers, clothNumbers), { source })
}

main().then(
  (held) => process.exit(held ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
