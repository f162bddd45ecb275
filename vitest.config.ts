import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const everywhere = ['**/node_modules/**', '**/dist/**', 'e2e/**', '.data/**']

/** Files share what they import: a quarter of the time went to reading the same modules anew (docs/decisions/0018). Projects do not inherit it. */
const together = { isolate: false } as const

/** The suffix of a test says what it needs: `.test.ts` nothing, `.pg.test.ts` PostgreSQL. Stories (`.e2e.ts`) run in Playwright. */
export default defineConfig({
  test: {
    // Vitest would leave one processor to us; nobody types while it runs.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          ...together,
          name: 'pure',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...everywhere, '**/*.pg.test.ts', '**/*.browser.test.tsx'],
        },
      },
      {
        test: {
          ...together,
          name: 'pg',
          include: ['**/*.pg.test.ts'],
          exclude: everywhere,
          globalSetup: ['db/testing/embedded-for-tests.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
