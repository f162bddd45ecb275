// `npm test`: every test of every room, then the stories in a browser. The last line sums both up.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { ensureBuilt } from './ensure-built.mjs'

const root = join(import.meta.dirname, '..')
const results = mkdtempSync(join(tmpdir(), 'velferdslab-results-'))
process.chdir(root)

/** @typedef {{ passed: number, failed: number }} Sum */

/** @returns {Sum} */
function runTests() {
  const file = join(results, 'vitest.json')
  const status = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  const counted = read(file)
  return sum(status, counted?.numPassedTests, counted?.numFailedTests)
}

/** @returns {Sum} */
function runStories() {
  const file = join(results, 'playwright.json')
  try {
    const chromium = ensureChromium()
    ensureBuilt()
    const status = run('playwright', ['test', '--reporter=list,json'], {
      CHROMIUM: chromium,
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    })
    const counted = read(file)?.stats
    return sum(status, counted && counted.expected + counted.flaky, counted?.unexpected)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1 }
  }
}

/** A runner that ends badly without a failed test (a file that does not load, a lost browser) counts as one failure. */
/** @param {number} status @param {number} passed @param {number} failed @returns {Sum} */
function sum(status, passed = 0, failed = 0) {
  return { passed, failed: status === 0 ? failed : Math.max(failed, 1) }
}

/** @param {string} program @param {string[]} words @param {Record<string, string>} [environment] */
function run(program, words, environment = {}) {
  const command = join(root, 'node_modules', '.bin', program)
  return (
    spawnSync(command, words, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...environment } })
      .status ?? 1
  )
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

const tests = runTests()
const stories = runStories()
rmSync(results, { recursive: true, force: true })
const failed = tests.failed + stories.failed
console.log(`${tests.passed + stories.passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
