import { posix } from 'node:path'
import { linesWith, isTest, type Finding, type Rule } from './house.ts'

const drawers = /^(?:utils?|utilities|helpers?|common|misc|shared|lib|stuff|general)$/

export const noDrawerFiles: Rule = {
  says: 'no drawers: utils, helpers, common, misc, shared, lib',
  why: 'Whoever looks for consent finds consent. Nobody looks for helpers; everything ends up there and nothing is found again.',
  mend: 'Name the file after what is in it, and put it beside those who use it. If it holds two things, make two files.',
  look: (house) =>
    house.files.flatMap((path): Finding[] => {
      const parts = path.split('/').map((part) => part.replace(/\..*$/, ''))
      return !parts.some((part) => drawers.test(part)) ? [] : [{ where: path, what: 'is called like a drawer' }]
    }),
}

const longest = 350

/** Longer, each for a reason. */
const mayBeLong: Readonly<Record<string, string>> = {
  'db/migrations/0006_sight.sql': 'the same rule for the database: stated once, in one place, to be read as one',
}

export const filesAreSmall: Rule = {
  says: `no file is longer than ${longest} lines`,
  why: 'A file tells one thing. What does not fit in the head of a reader is not read, and what is not read is not kept right.',
  mend: 'Part it by subject, not by kind. If it truly is one thing, put it on the list in this check with the reason.',
  look: (house) =>
    house.files.flatMap((path): Finding[] => {
      if (!/\.(?:ts|tsx|mjs|sql|css|typ)$/.test(path)) return []
      const lines = house.read(path).trimEnd().split('\n').length
      if (path in mayBeLong)
        return lines > longest ? [] : [{ where: path, what: 'is on the list of long files, and is not long any more' }]
      return lines > longest ? [{ where: path, what: `has ${lines} lines` }] : []
    }),
}

export const filesAreKebabCase: Rule = {
  says: 'file names are in kebab-case; migrations are a number and a noun (0004_consent.sql)',
  why: 'One way to write a name means that one search finds it, on every machine and file system.',
  mend: 'Rename it with git mv.',
  look: (house) =>
    house.files.flatMap((path): Finding[] => {
      if (!/^(?:core|db|server|web|tools|bench|e2e)\/.+\.(?:ts|tsx|mjs|sql|css|typ)$/.test(path)) return []
      const name = posix.basename(path)
      const good = path.startsWith('db/migrations/')
        ? /^\d{4}_[a-z][a-z_]*\.sql$/
        : /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)+$/
      return good.test(name) ? [] : [{ where: path, what: `is called ${name}` }]
    }),
}

export const subjectsHaveOneName: Rule = {
  says: 'a subject has the same name in every room',
  why: "git ls-files '*consent*' should show the whole of a feature: the model, the queries, the doors and the pages.",
  mend: 'Call the files in core/src, db/src and server/src/routes by the same noun, from docs/domain.md.',
  look: (house) =>
    house.files.flatMap((path): Finding[] => {
      const subject = /^server\/src\/routes\/([a-z-]+)\.ts$/.exec(path)?.[1]
      const text = subject === undefined ? '' : house.read(path)
      // all.ts only gathers them.
      if (subject === undefined || subject === 'all' || !/export const \w+Routes\b/.test(text)) return []
      const wanted = [`core/src/${subject}.ts`, `db/src/${subject}.ts`]
      if (text.includes(`method: 'POST'`)) wanted.push(`core/src/commands/${subject}.ts`)
      return wanted
        .filter((other) => !house.files.includes(other))
        .map((other) => ({ where: path, what: `has no ${other} beside it` }))
    }),
}

/** Where the program may speak to the terminal it was started from. */
const maySpeak: Readonly<Record<string, string>> = {
  'server/src/main.ts': 'why the server could not start: a sentence from us, before there is a log',
  'server/src/tell-ready.ts': 'where the lab is, and the invented people of the demo',
  'db/src/embedded/place.ts': 'where the embedded database has put its data',
  'db/src/embedded/start.ts': 'why the embedded database could not be started again',
}

export const onlyTheLogSpeaks: Rule = {
  says: 'server and db write to no console',
  why: 'The log of the server holds methods, route patterns and status, never words, names or ids in addresses (REQ-60). A console line knows no such limits.',
  mend: 'Use the log of the request or of the app, with codes. What a person at the terminal must read goes on the list in this check.',
  look: (house) =>
    house.files
      .filter((path) => /^(?:server|db)\/(?:src|seed)\/.+\.ts$/.test(path) && !isTest(path) && !(path in maySpeak))
      .flatMap((path) => [...linesWith(house, path, /\bconsole\.(\w+)\(/g)])
      .map(({ where, match }) => ({ where, what: `calls console.${match[1] ?? ''}` })),
}
