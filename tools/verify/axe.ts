import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from '../chromium.mjs'
import { ensureBuilt } from '../ensure-built.mjs'

const root = join(import.meta.dirname, '..', '..')

export interface AxeResult {
  readonly places: number
  /** How often axe was asked: a place, a width, a light, a language. */
  readonly looks: number
  readonly faults: readonly string[]
}

interface Suite {
  readonly suites?: readonly Suite[]
  readonly specs: readonly {
    readonly title: string
    readonly ok: boolean
    readonly tests: readonly { readonly annotations: readonly { readonly type: string }[] }[]
  }[]
}

/** Every place of the product in light and in dark, at 390 and 1440 px, in bokmål and in English; `npm test` draws among these. */
export function verifyAxe(): AxeResult {
  const folder = mkdtempSync(join(tmpdir(), 'velferdslab-axe-'))
  const told = join(folder, 'told.json')
  try {
    const chromium = ensureChromium()
    ensureBuilt()
    spawnSync(join(root, 'node_modules', '.bin', 'playwright'), ['test', 'e2e/accessible-', '--reporter=list,json'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, CHROMIUM: chromium, EVERY_LOOK: 'yes', PLAYWRIGHT_JSON_OUTPUT_NAME: told },
    })
    const specs = specsIn(JSON.parse(readFileSync(told, 'utf8')) as { suites: readonly Suite[] })
    const looks = specs.flatMap(({ tests }) => tests).flatMap(({ annotations }) => annotations)
    return {
      places: specs.length,
      looks: looks.filter(({ type }) => type === 'look').length,
      faults: specs.filter(({ ok }) => !ok).map(({ title }) => title),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function specsIn({ suites }: { suites?: readonly Suite[] }): Suite['specs'] {
  return (suites ?? []).flatMap((suite) => [...suite.specs, ...specsIn(suite)])
}
