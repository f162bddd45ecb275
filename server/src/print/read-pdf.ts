import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFPageProxy } from 'pdfjs-dist'

// For tests: reads a PDF the way a screen reader does, by its tags.

/** A tag, with all the words that stand in it, in reading order. */
export type Tag = { role: string; alt: string | undefined; text: string; children: Tag[] }
export type ReadPdf = {
  title: unknown
  /** 1 for PDF/UA-1. */
  uaPart: unknown
  language: unknown
  author: unknown
  /** The whole metadata packet, as it stands in the file. */
  metadata: string
  tagged: boolean
  pages: { width: number; height: number; tags: Tag; text: string }[]
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false })
  const document = await task.promise
  const { info, metadata } = await document.getMetadata()
  const said = info as Record<string, unknown>
  const pages: ReadPdf['pages'] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const tags = await tagsOf(page)
    pages.push({ width: Math.round(width), height: Math.round(height), tags, text: tags.text })
  }
  const marks = await document.getMarkInfo()
  await task.destroy()
  return {
    title: said['Title'],
    author: said['Author'],
    language: said['Language'],
    uaPart: metadata.get('pdfuaid:part') as unknown,
    metadata: String(metadata.getRaw()),
    tagged: marks?.Marked === true,
    pages,
  }
}

type Branch = { role?: string; alt?: string; type?: string; id?: string; children?: Branch[] }

async function tagsOf(page: PDFPageProxy): Promise<Tag> {
  const words = await wordsByMark(page)
  const tree = (await page.getStructTree()) as unknown as Branch | null
  return tagOf(tree ?? {}, words)
}

function tagOf(branch: Branch, words: Map<string, string>): Tag {
  const children = (branch.children ?? []).map((child) => tagOf(child, words))
  const own = branch.type === 'content' ? (words.get(branch.id ?? '') ?? '') : ''
  const text = [own, ...children.map((child) => child.text)].filter((part) => part !== '').join(' ')
  return { role: branch.role ?? '', alt: branch.alt, text: tidy(text), children }
}

/** The words on a page by the mark their tag refers to; those without one are for the eye only. */
async function wordsByMark(page: PDFPageProxy): Promise<Map<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const words = new Map<string, string>()
  const open: string[] = []
  for (const item of items) {
    const mark = open.at(-1) ?? ''
    if ('str' in item) words.set(mark, `${words.get(mark) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`)
    else if (item.type === 'endMarkedContent') open.pop()
    // A span inside a mark belongs to it.
    else open.push((item as { id?: string }).id ?? mark)
  }
  words.delete('')
  return words
}

/** One space where lines broke; the joiners and break points that only steer the typesetter are gone. */
const tidy = (text: string) =>
  text
    .replace(/[\u200b\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** All tags of a role, in reading order. */
export function tagsNamed(role: string, tag: Tag): Tag[] {
  return [...(tag.role === role ? [tag] : []), ...tag.children.flatMap((child) => tagsNamed(role, child))]
}

export function everyTag(pdf: ReadPdf, role: string): Tag[] {
  return pdf.pages.flatMap((page) => tagsNamed(role, page.tags))
}
