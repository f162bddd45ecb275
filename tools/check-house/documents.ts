import { posix } from 'node:path'
import { isTest, linesWith, textFiles, type Finding, type Rule } from './house.ts'

/** A document spoken of by name: docs/domain.md, settings.md. Not the ending alone, and not part of an address. */
const named = /(?<![\w/.:*-])((?:[\w.-]+\/)*[a-z][a-z0-9-]*\.md)\b/gi

export const documentsExist: Rule = {
  says: 'a document that is spoken of is here',
  why: 'A reader who follows a pointer to nothing stops following pointers.',
  mend: 'Point at the document that says it now (docs/architecture.md, docs/domain.md, docs/decisions/), or say it in place.',
  look: (house) =>
    textFiles(house)
      .filter((path) => path !== 'package-lock.json' && !isTest(path))
      .flatMap((path) =>
        [...linesWith(house, path, named)].flatMap(({ where, match }): Finding[] => {
          const name = match[1] ?? ''
          const isHere = house.files.some((file) => file === name || file.endsWith(`/${name}`))
          return isHere || isRelativeTo(house.files, path, name) ? [] : [{ where, what: `speaks of ${name}` }]
        }),
      ),
}

const link = /\]\((?!https?:|mailto:|#)([^)\s]+?)(?:#[^)]*)?\)/g

export const linksLead: Rule = {
  says: 'links and pictures in documents lead somewhere',
  why: 'The first thing a newcomer does is to follow one.',
  mend: 'Write the path from the document itself. Pictures lie in docs/screens.',
  look: (house) =>
    house.files
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) =>
        [...linesWith(house, path, link)].flatMap(({ where, match }): Finding[] => {
          const target = match[1] ?? ''
          return isRelativeTo(house.files, path, target)
            ? []
            : [{ where, what: `leads to ${target}, which is not here` }]
        }),
      ),
}

function isRelativeTo(files: readonly string[], from: string, target: string): boolean {
  const path = posix.normalize(posix.join(posix.dirname(from), target)).replace(/\/$/, '')
  return files.some((file) => file === path || file.startsWith(`${path}/`))
}
