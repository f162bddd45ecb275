import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The repository as a reader of it sees it: every file that is, or would be, in a commit. */
export interface House {
  /** Paths from the root, with forward slashes. */
  readonly files: readonly string[]
  read(path: string): string
}

/** Something a rule does not accept: where, and what is there. `mend` where this one is mended otherwise than the rule says. */
export interface Finding {
  readonly where: string
  readonly what: string
  readonly mend?: string
}

/** A rule of the house. Whoever breaks it should learn from the message why it is there and what to do instead. */
export interface Rule {
  readonly says: string
  readonly why: string
  readonly mend: string
  readonly look: (house: House) => Finding[]
}

export function openHouse(root: string): House {
  const files = (filesByGit(root) ?? filesByWalking(root)).filter((path) => existsSync(join(root, path))).sort()
  const texts = new Map<string, string>()
  return {
    files,
    read(path) {
      const text = texts.get(path) ?? readFileSync(join(root, path), 'utf8')
      texts.set(path, text)
      return text
    },
  }
}

/** The same house with other files in it: how a rule's own test plants what the rule must find. */
export function withFiles(house: House, planted: Readonly<Record<string, string>>): House {
  return {
    files: [...new Set([...house.files, ...Object.keys(planted)])].sort(),
    read: (path) => planted[path] ?? house.read(path),
  }
}

export function teach(rule: Omit<Rule, 'look'>, findings: readonly Finding[]): string {
  const places = findings.map(
    ({ where, what, mend }) => `  ${where}\n    ${what}${mend ? `\n    Instead: ${mend}` : ''}`,
  )
  return [
    `Rule: ${rule.says}.`,
    `Why:  ${rule.why}`,
    `Do:   ${rule.mend}`,
    `Found in ${places.length}:`,
    ...places,
  ].join('\n')
}

const textEndings =
  /\.(?:ts|tsx|mjs|js|cjs|json|md|sql|css|html|svg|typ|yml|yaml|sh|txt|toml)$|(?:^|\/)(?:LICENSE|Dockerfile|\.[a-z]+(?:rc|ignore)?|run)$/

export function textFiles(house: House): string[] {
  return house.files.filter((path) => textEndings.test(path))
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$|\.e2e\.ts$/.test(path)
}

/** Every match of a pattern, with its line: `path:line`. */
export function* linesWith(
  house: House,
  path: string,
  pattern: RegExp,
): Generator<{ where: string; match: RegExpExecArray }> {
  for (const [index, line] of house.read(path).split('\n').entries()) {
    for (const match of line.matchAll(pattern)) yield { where: `${path}:${index + 1}`, match }
  }
}

/** Also what is new and not yet added: a fault should be found before it is committed. */
function filesByGit(root: string): string[] | undefined {
  try {
    return execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .split('\0')
      .filter((path) => path !== '')
  } catch {
    return undefined
  }
}

/** A copy of the sources without git (a downloaded archive) is checked as well. */
function filesByWalking(root: string): string[] {
  const left = new Set(['node_modules', '.git', '.data', 'dist', 'results'])
  const walk = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) return left.has(entry.name) ? [] : walk(path)
      return entry.isFile() ? [path] : []
    })
  return walk('')
}
