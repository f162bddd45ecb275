import { randomInt } from 'node:crypto'
import { defineConfig } from '@playwright/test'
import { browserArguments } from './e2e/window.ts'
import { findChromium } from './tools/chromium.mjs'

// Which places are looked at is drawn here, once, so that every process of this run draws the same (e2e/accessible.ts).
process.env['PLACES_SEED'] ??= String(randomInt(1_000_000_000))

/**
 * The stories: the whole product, in a browser. Each file has a server and a freshly seeded town of its own (e2e/story.ts), so two files
 * may run at a time and none has to tidy up after another.
 */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.e2e.ts',
  globalSetup: './e2e/laid-once.ts',
  outputDir: 'e2e/results',
  // Three on two cores: a story waits more than it computes, and the whole of `npm test` has ten minutes.
  workers: 3,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 90_000,
  // What the stories promise in seconds they measure themselves; this is only how long a busy machine is waited for.
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    actionTimeout: 10_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? findChromium() ?? 'chromium',
      args: browserArguments,
    },
  },
})
