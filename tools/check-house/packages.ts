import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { linesWith, type Finding, type House, type Rule } from './house.ts'
import { rooms } from './rooms.ts'

/**
 * Licences of what we hand on together with our own work under EUPL-1.2: they ask for no more than that their notice stays, or
 * (MPL-2.0, LGPL) reach no further than their own files; fonts and data have theirs.
 */
const allowed = new Set(
  `MIT MIT-0 ISC 0BSD BSD-2-Clause BSD-3-Clause Apache-2.0 BlueOak-1.0.0 Unlicense CC0-1.0 Python-2.0 Zlib PostgreSQL
   MPL-2.0 LGPL-2.1-or-later LGPL-3.0-or-later EUPL-1.2 OFL-1.1 CC-BY-4.0 Unicode-3.0`.split(/\s+/),
)

interface Locked {
  readonly license?: string
  readonly dev?: boolean
  readonly link?: boolean
  readonly resolved?: string
}

function locked(house: House): [string, Locked][] {
  const lock = JSON.parse(house.read('package-lock.json')) as { packages: Record<string, Locked> }
  return Object.entries(lock.packages)
}

export const licencesFit: Rule = {
  says: 'the licence of every package the product runs on fits EUPL-1.2',
  why: 'A municipality must be able to run, change and pass on the whole. One package with other conditions takes that away.',
  mend: 'Choose another package. If the licence is a kind one that is only missing from the list in this check, add it there.',
  look: (house) =>
    locked(house).flatMap(([path, entry]): Finding[] => {
      if (!path.includes('node_modules/') || entry.dev || entry.link) return []
      const licence = licenceInstalled(path) ?? entry.license ?? 'none'
      return fits(licence) ? [] : [{ where: path.replace(/^.*node_modules\//, ''), what: `has the licence ${licence}` }]
    }),
}

/** As installed; packages for another kind of machine are not, and the lockfile speaks for them. */
function licenceInstalled(path: string): string | undefined {
  const file = join(import.meta.dirname, '..', '..', path, 'package.json')
  if (!existsSync(file)) return undefined
  const { license } = JSON.parse(readFileSync(file, 'utf8')) as { license?: string | { type?: string } }
  return typeof license === 'string' ? license : license?.type
}

/** An SPDX expression: of what is joined by OR one part is enough, of AND every part is needed. Brackets only around the whole. */
export function fits(expression: string): boolean {
  const bare = expression.replaceAll(/[()]/g, '')
  return bare.split(/\s+OR\s+/i).some((choice) => choice.split(/\s+AND\s+/i).every((part) => allowed.has(part.trim())))
}

export const packagesAreOurs: Rule = {
  says: 'package.json of the root and of each room says EUPL-1.2, and versions are exact',
  why: 'What installs today installs tomorrow; and whoever takes one room alone should know on what terms.',
  mend: 'npm install --save-exact; "license": "EUPL-1.2".',
  look: (house) =>
    ['', ...rooms].flatMap((room): Finding[] => {
      const where = room === '' ? 'package.json' : `${room}/package.json`
      const made = JSON.parse(house.read(where)) as { license?: string } & Record<
        string,
        Record<string, string> | undefined
      >
      const loose = ['dependencies', 'devDependencies', 'optionalDependencies']
        .flatMap((kind) => Object.entries(made[kind] ?? {}))
        .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
      return [
        ...(made.license === 'EUPL-1.2' ? [] : [{ where, what: `has the licence ${String(made.license)}` }]),
        ...loose.map(([name, version]) => ({ where, what: `asks for ${name} ${version}` })),
      ]
    }),
}

export const lockfileNamesNoRegistry: Rule = {
  says: 'the lockfile says what, never from where',
  why: 'An address in it binds everybody who installs to one registry, and may be one that only its writer can reach.',
  mend: 'Set omit-lockfile-registry-resolved=true in your own .npmrc, remove the "resolved" lines and install again. Keep .npmrc out of the repository.',
  look: (house) => [
    ...locked(house).flatMap(([path, { resolved = '' }]): Finding[] =>
      resolved.includes(':')
        ? [{ where: 'package-lock.json', what: `${path || 'the root'} is resolved from an address` }]
        : [],
    ),
    ...house.files
      .filter((path) => /(?:^|\/)\.(?:npmrc|yarnrc|yarnrc\.yml)$/.test(path))
      .flatMap((path) =>
        [...linesWith(house, path, /registry|_auth/gi)].map(({ where }) => ({ where, what: 'names a registry' })),
      ),
  ],
}
