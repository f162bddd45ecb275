import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settingsDoc, settingsPage } from './write-settings-doc.ts'

test('docs/operate/settings.md says what server/src/settings.ts reads; npx tsx tools/write-settings-doc.ts writes it anew', () => {
  expect(readFileSync(settingsDoc, 'utf8')).toBe(settingsPage())
})
