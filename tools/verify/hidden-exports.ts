import { createHash } from 'node:crypto'
import { takenOut } from '@velferdslab/core/commands/my-data'
import { signing } from '@velferdslab/core/signing'
import type { TestServer } from '../../server/testing/lab-for-tests.ts'
import { unpack } from '../../server/testing/unpack.ts'
import { readPdf } from '../../server/src/print/read-pdf.ts'
import type { Dice } from '../access/dice.ts'
import type { Mask } from './hidden-mask.ts'

/**
 * What leaves the house in a file: the cloth on paper, empty too; the papers of each version of the plan; a consent to fill in by hand; and the package
 * of everything about oneself, file by file. Taking one's data out is remembered in the family, so everybody's comes after all has been read.
 */
export async function gatherExports(
  server: TestServer,
  who: string,
  mask: Mask,
  dice: Dice,
): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  const home = `/api/families/${server.family('hansen-ali')}`
  const paper = async (name: string, path: string) => {
    const { status, text } = await server.call(who, 'GET', path)
    seen.set(`paper ${name}`, mask(`${status} ${text}`))
  }
  await paper('empty cloth', `${home}/cloth.pdf?paper=a4&blank=1`)
  await paper('cloth in English', `${home}/cloth.pdf?paper=a4&language=en`)
  for (const party of ['nav', 'school', 'child-welfare', 'health-clinic'] as const)
    await paper(`consent to ${party}`, `${home}/consents/sheet.pdf?party=${server.party(party)}`)
  const page = await server.call(who, 'GET', `${home}/signing`)
  // Whoever is refused has no version to ask for; that they are refused is compared as an answer.
  const found = page.status === 200 ? signing.parse(page.json()) : undefined
  for (const [at, id] of [
    ...new Set(JSON.stringify(found ?? {}).match(/(?<="versionId":"|"id":")[0-9a-f-]{36}/g) ?? []),
  ].entries())
    await paper(`plan ${at}`, `${home}/signing/${id}/plan.pdf`)
  const taken = await server.call(who, 'POST', '/api/my-data', { commandId: dice.uuid(), language: 'nb' })
  if (taken.status !== 200) {
    seen.set('export', mask(`${taken.status} ${taken.text}`))
    return seen
  }
  const { file, fileName } = takenOut.parse(taken.json())
  seen.set('export its name', fileName)
  for (const [name, bytes] of Object.entries(unpack(file)))
    seen.set(`export ${name}`, mask(await readable(name, bytes)))
  return seen
}

/** A text as it is; a PDF by all that is said in it, and its size; anything else by its hash. */
async function readable(name: string, bytes: Uint8Array): Promise<string> {
  if (/\.(json|html|txt|csv|md)$/.test(name)) return Buffer.from(bytes).toString('utf8')
  if (!name.endsWith('.pdf')) return createHash('sha256').update(bytes).digest('hex')
  const { title, language, pages } = await readPdf(bytes)
  return JSON.stringify({ title, language, pages: pages.map(({ width, height, text }) => ({ width, height, text })) })
}
