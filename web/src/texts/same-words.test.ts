import { expect, test } from 'vitest'
import { like } from './same-words.ts'

interface Nb {
  hello: 'Hei, {{name}}'
  days_one: '{{count}} dag'
  sentence: 'Jeg sier ja til <b>{{service}}</b> om <areas/>.'
  rings: { near: 'nærmest' }
}
const words = {
  hello: 'Hello, {{name}}',
  days_one: '{{count}} day',
  sentence: 'About <areas/>, I say yes to <b>{{service}}</b>.',
  rings: { near: 'nearest' },
} as const
const english = like<Nb>()

// Each of these fails the type check; were it ever to pass, the type check would say that the expected error is missing.
test('a language with other keys or other holes than bokmål is refused by the type check', () => {
  const { hello: _missing, ...withoutHello } = words
  // @ts-expect-error a text is missing
  english(withoutHello)
  // @ts-expect-error a text too many
  english({ ...words, goodbye: 'Bye' })
  // @ts-expect-error a text too many, deeper down
  english({ ...words, rings: { near: 'nearest', far: 'far' } })
  // @ts-expect-error the hole has another name
  english({ ...words, hello: 'Hello, {{person}}' })
  // @ts-expect-error a hole is missing
  english({ ...words, days_one: 'one day' })
  // @ts-expect-error a hole too many
  english({ ...words, hello: 'Hello, {{name}} and {{others}}' })
  // @ts-expect-error a tag is missing
  english({ ...words, sentence: 'I say yes to <b>{{service}}</b>.' })
  // @ts-expect-error one text where there are several
  english({ ...words, rings: 'nearest' })
})

test('what has the same keys and holes is taken as it stands', () => {
  expect(english(words)).toBe(words)
})
