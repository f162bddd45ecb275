import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { prepareSearch, searchFolder } from './search-folder.ts'

const pattern = (text: string, bytes = Buffer.from(text)) => ({ name: text, bytes })

test('finds a pattern at the beginning, in the middle and at the very end', () => {
  const search = prepareSearch([pattern('Jeg ønsker ro'), pattern('tolv bytes nå'), pattern('er ikke her i dag')])
  expect([...search(Buffer.from('Jeg ønsker ro \0\0 og så tolv bytes nå'))]).toEqual(['Jeg ønsker ro', 'tolv bytes nå'])
})

test('finds patterns that begin alike, and bytes that are no text', () => {
  const bytes = Buffer.from([0xff, 0xfe, 0xfd, 0xfc, 1, 2, 3, 4])
  const search = prepareSearch([pattern('samme start'), pattern('samme slutt'), pattern('høye bytes', bytes)])
  expect([...search(Buffer.concat([bytes, Buffer.from('..samme slutt')]))]).toEqual(['høye bytes', 'samme slutt'])
})

test('finds nothing in files shorter than a pattern', () => {
  expect(prepareSearch([pattern('lang nok for dette')])(Buffer.from('kort')).size).toBe(0)
})

test('looks into every folder, and says in which file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'velferdslab-search-'))
  try {
    mkdirSync(join(folder, 'pg_wal', 'deep'), { recursive: true })
    writeFileSync(join(folder, 'pg_wal', 'deep', '0001'), Buffer.from('Ærlige ord', 'utf16le'))
    const { hits, bytes } = searchFolder(folder, [pattern('Ærlige ord', Buffer.from('Ærlige ord', 'utf16le'))])
    expect(hits.get('Ærlige ord')).toBe(join(folder, 'pg_wal', 'deep', '0001'))
    expect(bytes).toBe(20)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a pattern that would be found by chance is refused', () => {
  expect(() => prepareSearch([pattern('kort')])).toThrow('by chance')
})
