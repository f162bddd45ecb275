import { idnr } from '@navikt/fnrvalidator'
import { linesWith, textFiles, type Finding, type Rule } from './house.ts'

/** Eleven digits, also written in two groups. */
const elevenDigits = /(?<!\d)(\d{6})[ \u00a0]?(\d{5})(?!\d)/g

export const identityNumbersAreInvented: Rule = {
  says: 'every identity number in the repository is synthetic: month + 80',
  why: 'A valid number without the 80 can be a living person. It would lie in the history of the repository for good (REQ-82).',
  mend: 'Make one with db/seed/synthetic-identity.ts. If a real number was ever committed, the history must be cleaned as well.',
  look: (house) =>
    textFiles(house).flatMap((path) =>
      [...linesWith(house, path, elevenDigits)].flatMap(({ where, match }): Finding[] => {
        // Sums of packages are random letters and digits.
        if (path === 'package-lock.json' && match.input.includes('"integrity"')) return []
        const answer = idnr(`${match[1] ?? ''}${match[2] ?? ''}`)
        if (answer.status !== 'valid' || answer.type === 'tnr' || answer.type === 'dnr-and-tnr') return []
        return [{ where, what: 'holds a number that could be a living person' }]
      }),
    ),
}

/** Folders in which checkouts lie. A path that goes on below one of them is some machine's. */
const homes = ['home', 'Users', 'root', 'work', 'workspace', 'builds']
const machinePath = new RegExp(String.raw`(?<![\w.)}\]*-])/(?:${homes.join('|')})/[\w.-]+|\b[A-Z]:\\\\?Users\\`, 'g')

export const noMachinePaths: Rule = {
  says: 'no path of somebody’s machine',
  why: 'It works on one machine, and tells strangers about it.',
  mend: 'Start from the file itself (import.meta.dirname) or from a setting.',
  look: (house) =>
    textFiles(house).flatMap((path) =>
      [...linesWith(house, path, machinePath)].map(({ where, match }) => ({ where, what: `names ${match[0]}` })),
    ),
}
