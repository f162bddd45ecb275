/** Settings of Stryker for `npm run verify -- mutation`: which modules are changed, one small change at a time, and which tests have to notice. */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'tools/mutation.vitest.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner'],
  // What people read is not what decides: a changed message is not a changed rule.
  mutator: { excludedMutations: ['StringLiteral'] },
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  // One at a time: two that share a processor end by the clock, and look noticed where nothing was.
  concurrency: 1,
  timeoutMS: 15_000,
  timeoutFactor: 2,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: '.data/mutation/report.json' },
  tempDirName: '.data/mutation/sandbox',
  ignorePatterns: ['/.data', '/web', '/e2e', '/docs', '/server', '/bench', '**/dist'],
  allowConsoleColors: false,
  checkers: [],
}
