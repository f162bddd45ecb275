import { randomUUID } from 'node:crypto'
import type { CalendarDay } from '@velferdslab/core/dates'
import { describe, expect, it, vi } from 'vitest'
import { aCloth, aNote, jonas, notes, somebodyAround, tor } from './a-cloth.ts'
import { printCloth } from './cloth.ts'
import { readPdf } from './read-pdf.ts'

// A busy machine sets a sheet slowly.
vi.setConfig({ testTimeout: 30_000 })

/** The words on paper of the family's cloth with some more notes. */
async function onPaper(...more: typeof notes): Promise<string> {
  const cloth = aCloth({ notes: [...notes, ...more] })
  const printedOn = '2026-12-01' as CalendarDay
  const pdf = await readPdf(await printCloth({ cloth, blank: false, paper: 'a3', language: 'nb', printedOn }))
  return pdf.pages
    .map((page) => page.text)
    .join(' ')
    .replaceAll('\u00a0', ' ')
}

describe('what stands beside a note', () => {
  const at = '2026-11-24T12:00:00Z'
  it('a note that no longer counts is on no paper', async () => {
    const struck = aNote(tor, 'now', 'Feil lapp på papiret', {
      area: 'housing',
      voided: { by: tor.id, at, reason: 'wrong_words' },
    })
    expect(await onPaper(struck)).not.toContain('Feil lapp')
  })
  it('a correction follows its note, and the person around us it is about', async () => {
    const corrections = (text: string) => [{ id: randomUUID() as never, by: jonas.id, text, at, version: 1 }]
    const disputed = aNote(tor, 'now', 'Jonas betaler ikke', {
      area: 'economy',
      corrections: corrections('Jeg betalte i mars.'),
    })
    const around = somebodyAround('Roy', 'onkel', 'family', 3, { corrections: corrections('Roy er fetter.') })
    const text = await onPaper(disputed, around)
    expect(text).toContain('Jonas er ikke enig: Jeg betalte i mars.')
    expect(text).toContain('Roy. Jonas er ikke enig: Roy er fetter.')
  })
})
