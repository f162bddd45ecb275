import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mutatedModules } from './mutated-modules.mjs'

const root = join(import.meta.dirname, '..', '..')
const leastScore = 85

/** One change that Stryker made and what became of it. */
interface Mutant {
  readonly status: 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'Ignored' | 'CompileError' | 'RuntimeError'
  readonly mutatorName: string
  readonly replacement?: string
  readonly location: { readonly start: { readonly line: number; readonly column: number } }
}
interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>
}
export interface ModuleScore {
  readonly module: string
  readonly changes: number
  readonly noticed: number
  /** Of those noticed, the ones where a test did not come to its end: a loop without one, or a machine that was busy. */
  readonly timedOut: number
  /** Of a hundred. */
  readonly score: number
  readonly survivors: readonly string[]
}

/**
 * Makes one small change after another in the modules that decide (REQ-68), and looks whether a test notices.
 * @param only one module by its name; all of them when it is empty
 */
export function verifyMutation(only: string, say: (line: string) => void): { scores: ModuleScore[]; faults: string[] } {
  const modules = Object.entries(mutatedModules).filter(([name]) => only === '' || name === only)
  if (modules.length === 0) throw new Error(`Which one? ${Object.keys(mutatedModules).join(', ')}`)
  const scores = modules.map(([module, files]) => {
    const score = scoreOf(module, run(files))
    say(
      `${module}: ${score.score} % of ${score.changes} changes noticed, ${score.timedOut} of them by a test without end`,
    )
    for (const survivor of score.survivors) say(`  ${survivor}`)
    return score
  })
  const faults = scores
    .filter((score) => score.score < leastScore)
    .map((score) => `${score.module}: ${score.score} % is below ${leastScore} %`)
  return { scores, faults }
}

function run(files: readonly string[]): Report {
  mkdirSync(join(root, '.data', 'mutation'), { recursive: true })
  execFileSync(
    join(root, 'node_modules', '.bin', 'stryker'),
    ['run', join('tools', 'stryker.config.mjs'), '--mutate', files.join(',')],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  return JSON.parse(readFileSync(join(root, '.data', 'mutation', 'report.json'), 'utf8')) as Report
}

function scoreOf(module: string, report: Report): ModuleScore {
  const all = Object.entries(report.files).flatMap(([file, { mutants }]) =>
    mutants.map((mutant) => ({ file, ...mutant })),
  )
  const judged = all.filter((mutant) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(mutant.status))
  const noticed = judged.filter((mutant) => mutant.status === 'Killed' || mutant.status === 'Timeout')
  const survivors = judged
    .filter((mutant) => !noticed.includes(mutant))
    .map(
      ({ file, location: { start }, mutatorName, replacement = '' }) =>
        `${file}:${start.line}:${start.column} ${mutatorName} → ${replacement.replace(/\s+/g, ' ').slice(0, 80)}`,
    )
  return {
    module,
    changes: judged.length,
    noticed: noticed.length,
    timedOut: noticed.filter((mutant) => mutant.status === 'Timeout').length,
    score: judged.length === 0 ? 0 : Math.round((noticed.length / judged.length) * 1000) / 10,
    survivors,
  }
}
