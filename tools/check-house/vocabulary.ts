import { eventKinds } from '@velferdslab/core/events'
import { isTest, linesWith, type Finding, type Rule } from './house.ts'

const vocabulary = 'core/src/events.ts'
const subjects = [...new Set(Object.keys(eventKinds).map((kind) => kind.split('.')[0] ?? ''))]
/** 'consent.given' in a program, 'note.%' in a query. */
const spoken = new RegExp(String.raw`['"\x60]((?:${subjects.join('|')})\.(?:[a-z_-]+|%))['"\x60]`, 'g')

export const eventsAreInTheVocabulary: Rule = {
  says: 'what is written in the chain stands in core/src/events.ts, and what stands there is written by somebody',
  why: 'Timeline, audit and reports are read from events. A kind without a meaning cannot be read; a meaning without a writer is a promise not kept.',
  mend: 'Add the kind with its meaning to core/src/events.ts, correct the spelling, or take away what nothing writes any more.',
  look(house) {
    const said = house.files
      .filter(
        (path) =>
          /^(?:core|db|server)\/(?:src|seed|migrations)\/.+\.(?:ts|sql)$/.test(path) &&
          path !== vocabulary &&
          !isTest(path),
      )
      .flatMap((path) =>
        [...linesWith(house, path, spoken)].map(({ where, match }) => ({ where, word: match[1] ?? '' })),
      )
    const unknown = said.filter(({ word }) => !(word in eventKinds) && !word.endsWith('.%'))
    const unsaid = Object.keys(eventKinds).filter((kind) => !said.some(({ word }) => word === kind))
    return [
      ...unknown.map(({ where, word }): Finding => ({ where, what: `says '${word}', which has no meaning` })),
      ...unsaid.map((kind): Finding => ({ where: vocabulary, what: `'${kind}' is written by nobody` })),
    ]
  },
}
