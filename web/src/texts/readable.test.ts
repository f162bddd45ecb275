import { productTexts } from '@velferdslab/core/text-version'
import { describe, expect, test } from 'vitest'
import { nb, nbLater } from './nb/index.ts'

/** The most that a text for everybody may have (REQ-33). */
const hardest = 35
/** In words. A shorter text says more about its one long word than about how it is to read. */
const longEnough = 25

/** What a grown reader of newspapers meets as LIX 40 to 50, and a child's book as under 30. */
describe('what a family reads is easy to read', () => {
  test('lix counts the words of a sentence, and the share of words over six letters', () => {
    expect(lix('Hun sa ja. Han sa nei.')).toBe(3)
    expect(lix('Kommunen samarbeider.')).toBe(102)
    expect(lix('Du kan lese åtte ord her og tenke.')).toBe(8)
  })
  test.each(subjects())('%s, taken together', async (_subject, load) => {
    expect(lix(sentences(await load()).join(' '))).toBeLessThanOrEqual(hardest)
  })
  test.each(subjects())('%s, each longer text for itself', async (_subject, load) => {
    const long = sentences(await load()).filter((text) => words(text).length >= longEnough)
    expect(long.filter((text) => lix(text) > hardest)).toEqual([])
  })
  // The consent is one sentence on purpose, so that it is one yes. Its parts are chosen one at a time on the page, and read there.
  const signed = Object.entries(productTexts['nb'] ?? {}).filter(([key]) => key !== 'consent_sentence')
  test.each(signed)('%s, which is signed or said yes to', (_key, texts) => {
    expect(lix(texts.join(' '))).toBeLessThanOrEqual(hardest)
  })
})

/** Every subject of bokmål that has whole sentences. */
function subjects(): [string, () => Promise<unknown>][] {
  const first = Object.entries(nb).map(([subject, texts]): [string, () => Promise<unknown>] => [
    subject,
    async () => texts,
  ])
  return [...first, ...Object.entries(nbLater)].filter(
    ([subject]) => !['areas', 'everywhere', 'dates', 'shell'].includes(subject),
  )
}

/** The whole sentences among the texts, with a name where a name comes. */
function sentences(texts: unknown): string[] {
  if (typeof texts === 'object' && texts !== null) return Object.values(texts).flatMap(sentences)
  if (typeof texts !== 'string' || !/[.!?]$/.test(texts)) return []
  return [texts.replaceAll(/\{\{\w+\}\}|<\w+\/>/g, 'Amina').replaceAll(/<[^>]+>/g, '')]
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:[-'][\p{L}\p{N}]+)*/gu) ?? []
}

/** LIX (Björnsson 1968): words per sentence, and per cent of words longer than six letters. */
function lix(text: string): number {
  const all = words(text)
  const ends = text.match(/[.!?:](?=\s|$)/gu)?.length ?? 1
  const long = all.filter((word) => [...word].length > 6)
  return all.length / Math.max(1, ends) + (100 * long.length) / all.length
}
