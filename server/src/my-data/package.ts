import { dayInOslo } from '@velferdslab/core/dates'
import type { Language } from '@velferdslab/core/language'
import type { MyData } from '@velferdslab/core/my-data'
import type { Paper } from '@velferdslab/db/my-data'
import { strToU8, zipSync, type Zippable } from 'fflate'
import type { OwnWords } from '../print/own-words.ts'
import { press, MissingGlyph } from '../print/press.ts'
import { said } from '../print/said.ts'
import { pageOf } from './page.ts'
import { readableOf, type Readable } from './readable.ts'
import { myDataTexts } from './texts.ts'

/**
 * The package: the same content to read on a screen, to print, and for a machine; and one's own signed papers beside. No name of anybody stands in a
 * file's name (REQ-44).
 */
export async function packMyData(
  data: MyData,
  papers: readonly Paper[],
  language: Language,
  own: OwnWords,
): Promise<Uint8Array> {
  const readable = readableOf(data, language, own)
  const files: Zippable = {
    'my-data.html': strToU8(pageOf(readable)),
    'my-data.json': strToU8(JSON.stringify(data, null, 2)),
  }
  const paper = await onPaper(readable, data)
  if (paper) files['my-data.pdf'] = paper
  for (const { file, bytes } of papers) files[file] = bytes
  // One moment for all files: the time on this machine's clock is nobody's business.
  return zipSync(files, { mtime: new Date(data.madeAt), level: 6 })
}

/** Set by the same press as the plan. With a letter no font has there is no paper, and the page and the data are whole. */
async function onPaper(readable: Readable, data: MyData): Promise<Uint8Array | undefined> {
  const { texts } = myDataTexts[readable.language]
  const sheet = {
    paper: 'a4',
    language: readable.language,
    madeOn: dayInOslo(new Date(data.madeAt)).split('-').map(Number),
    words: { title: readable.title, page: texts.page, version: readable.madeOn },
    heading: said(readable.title),
    facts: [],
    content: readable.lead.join(' '),
    sections: readable.parts.flatMap((part) =>
      part.sections.map((section) => ({
        title: `${part.title}: ${section.title}`,
        note: section.note,
        empty: section.note ? '' : readable.nothing,
        parts:
          section.items.length === 0
            ? []
            : [
                {
                  title: null,
                  facts: [],
                  items: section.items.map(({ text, facts }) => ({ text: said(text), facts: facts.map(said) })),
                },
              ],
      })),
    ),
  }
  try {
    return await press('signed-plan.typ', sheet)
  } catch (error) {
    if (error instanceof MissingGlyph) return undefined
    throw error
  }
}
