import { defineConfig } from 'vitest/config'

/** What `npm run verify -- mutation` asks of each change: the pure tests of the modules in tools/stryker.config.mjs. */
export default defineConfig({
  test: {
    include: ['core/src/**/*.test.ts', 'db/src/*.test.ts'],
    exclude: ['**/node_modules/**', '**/*.pg.test.ts'],
    testTimeout: 20_000,
  },
})
