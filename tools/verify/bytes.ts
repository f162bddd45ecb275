import type { NoteAnswer } from '@velferdslab/core/commands/cloth'
import type { FamilyId } from '@velferdslab/core/ids'
import { openPool, type Pool } from '@velferdslab/db/connect'
import { startEmbedded } from '@velferdslab/db/embedded/start'
import { findPlace } from '@velferdslab/db/embedded/place'
import { openKeyRing, type KeyRing } from '@velferdslab/db/key-ring'
import { openWords, SealBroken } from '@velferdslab/db/sealed'
import { families } from '@velferdslab/db/seed/fjordvik-families'
import { plans } from '@velferdslab/db/seed/fjordvik-plans'
import { execFile, execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { drawTable, type Table, type WritingPlace } from '../../bench/cloth-world.ts'
import { layTables } from '../../bench/lay-tables.ts'
import { openOwnLab, type OwnLab } from '../../bench/own-lab.ts'
import { signInVisitor } from '../../bench/visitor.ts'
import { diceOf, type Dice } from '../access/dice.ts'
import { searchFolder } from './search-folder.ts'

export const bytesNumbers = { sentences: 200 }
const people = 6
const root = join(import.meta.dirname, '..', '..')

export interface BytesResult {
  readonly sentences: number
  readonly found: number
  readonly faults: readonly string[]
}

interface Written {
  readonly table: Table
  readonly noteId: string
  readonly text: string
  readonly how: 'note' | 'change' | 'draft'
}

/**
 * Words are sealed: what people write stands nowhere in clear, neither in the tables nor in the write-ahead log nor in a log file; and once a
 * family is erased, a copy of the database taken before does not open its words either.
 */
export async function verifyBytes(options: {
  sentences: number
  seed: number
  source: boolean
  say?: (line: string) => void
}): Promise<BytesResult> {
  const { sentences, seed, say = () => undefined } = options
  const now = new Date()
  const tables = [0, 1].map((number) => drawTable(seed, number, people, now)) as [Table, Table]
  const lab = await openOwnLab({ source: options.source, lay: (urls, ring) => layTables(urls, ring, tables, now) })
  const faults: string[] = []
  let found = 0
  try {
    await lab.start()
    const written = await writeSentences(lab, tables, sentences, diceOf(seed, 0))
    await checkpoint(lab)
    say(
      `${written.length} sentences written: ${(['note', 'change', 'draft'] as const).map((how) => `${written.filter((one) => one.how === how).length} ${how}s`).join(', ')}`,
    )

    // What the demo brings is sealed in the same way: wishes about consent, goals, measures, decisions and why a phase changed among it.
    const ofDemo = [
      ...families.flatMap((family) => [
        ...family.notes.map((note) => note.words.text),
        ...family.wishes.map((wish) => wish.reason),
        ...wordsIn(family.moves),
      ]),
      ...wordsIn(plans),
    ]
    const secret = [...written.map((one) => one.text), ...ofDemo.filter((text) => Buffer.byteLength(text) >= 24)]
    const { hits, bytes } = searchFolder(lab.dataFolder, secret.flatMap(patternsOf))
    found = hits.size
    for (const [pattern, file] of [...hits].slice(0, 10))
      faults.push(`in clear: '${pattern}' in ${file.slice(lab.dataFolder.length)}`)
    say(`${Math.round(bytes / 1e6)} MB searched for ${secret.length} sentences, ${found} found`)

    // Were the search blind, it would find nothing as well: a name, which is kept in clear, must be found.
    const control = tables[0].sitters[0]?.name ?? ''
    if (!searchFolder(lab.dataFolder, [{ name: control, bytes: Buffer.from(control) }]).hits.has(control)) {
      faults.push(`the search does not find the name '${control}', which is kept in clear`)
    }
    faults.push(...(await verifyErasure(lab, tables, written, say)))
  } catch (error) {
    faults.push((error as Error).message)
  } finally {
    await lab.end()
  }
  for (const fault of faults) say(fault)
  return { sentences, found, faults }
}

/** Every text of some length in a part of the seed, whatever it is called there. */
function wordsIn(part: unknown): string[] {
  if (typeof part === 'string') return part.includes(' ') ? [part] : []
  return part !== null && typeof part === 'object' ? Object.values(part).flatMap(wordsIn) : []
}

/** Sentences as people write them, with the letters that differ between encodings, and random enough to stand nowhere else. */
function drawSentence(dice: Dice): string {
  const letters = 'abcdefghijklmnoprstuvyæøå'
  const word = () => Array.from({ length: 5 + dice.below(5) }, () => letters[dice.below(letters.length)]).join('')
  return `Jeg ønsker ${word()} ${word()} og ${word()} på ${word()}`
}

/** The whole sentence, and twelve bytes out of its own words, each as PostgreSQL or a log could hold them. */
function patternsOf(text: string): { name: string; bytes: Buffer }[] {
  const slice = Buffer.from(text.slice(-14)).subarray(-12)
  const bytes = [Buffer.from(text), slice, Buffer.from(text, 'utf16le'), Buffer.from(text.slice(-12), 'utf16le')]
  const swapped = bytes.slice(2).map((each) => Buffer.from(each).swap16())
  const hex = [Buffer.from(slice.toString('hex')), Buffer.from(Buffer.from(text).toString('base64').slice(0, -4))]
  return [...bytes, ...swapped, ...hex].map((each) => ({ name: text, bytes: each }))
}

async function writeSentences(lab: OwnLab, tables: readonly Table[], count: number, dice: Dice): Promise<Written[]> {
  const written: Written[] = []
  for (const table of tables) {
    const sitter = table.sitters[0] as Table['sitters'][number]
    const visitor = await signInVisitor(lab.url, sitter.persona, 'citizen')
    const places = table.places.get(sitter.id) as WritingPlace[]
    const post = async (path: string, body: unknown) => {
      const answer = await visitor.post<NoteAnswer>(`/api/families/${table.family}${path}`, body)
      if (answer.status !== 200) throw new Error(`${path} was refused (${answer.status})`)
    }
    for (let number = 0; number < count / tables.length; number++) {
      const { cell, area, about, privacy, sector, ring } = dice.pick(places)
      const noteId = randomUUID()
      const text = drawSentence(dice)
      const how = number % 5 === 3 ? 'change' : number % 5 === 4 ? 'draft' : 'note'
      const content = (words: string) => ({ commandId: randomUUID(), words: { text: words }, sector, ring })
      if (how === 'draft') await post('/drafts', { noteId, cell, area, about, privacy, text })
      else await post('/notes', { ...content(how === 'note' ? text : 'Før'), noteId, cell, area, about, privacy })
      if (how === 'change') await post(`/notes/${noteId}/change`, { ...content(text), baseVersion: 1 })
      written.push({ table, noteId, text, how })
    }
    visitor.leave()
  }
  return written
}

/** Everything in memory goes to the files. */
async function checkpoint(lab: OwnLab): Promise<void> {
  const superuser = lab.openAsSuperuser()
  await superuser.query('checkpoint')
  await superuser.end()
}

/** A copy of the database from before, the keys from after: the erased family is silent there, the other speaks. */
async function verifyErasure(
  lab: OwnLab,
  [erased, kept]: readonly [Table, Table],
  written: readonly Written[],
  say: (line: string) => void,
): Promise<string[]> {
  const faults: string[] = []
  const copy = mkdtempSync(join(tmpdir(), 'velferdslab-copy-'))
  chmodSync(copy, 0o755)
  try {
    await lab.stopServer()
    execFileSync('cp', ['-a', findPlace(lab.postgresFolder).folder, join(copy, 'postgres')])
    if ((await openedInCopy(copy, openKeyRing(lab.keyFolder), erased, written)) === 0)
      faults.push('the words did not open before the family was erased')
    const erase = () =>
      promisify(execFile)(
        process.execPath,
        ['--import', 'tsx', join(root, 'tools', 'erase-family.ts'), erased.family, '--yes'],
        {
          cwd: root,
          env: { PATH: process.env['PATH'], DATA_FOLDER: lab.dataFolder },
        },
      )
    await holdOver(lab, erased, true)
    const refused = await erase().then(
      () => '',
      (error: unknown) => (error as { stderr: string }).stderr,
    )
    if (!refused.includes('holdt igjen'))
      faults.push(`a family that is held was erased, or not said why: ${refused.slice(0, 200)}`)
    await holdOver(lab, erased, false)
    await erase()
    const ring = openKeyRing(lab.keyFolder)
    const ofErased = await openedInCopy(copy, ring, erased, written)
    const ofKept = await openedInCopy(copy, ring, kept, written)
    say(
      `in the copy from before the erasure, with the keys from after: ${ofErased} words of the erased family open, ${ofKept} of the other`,
    )
    if (ofErased > 0) faults.push('words of the erased family open in a copy')
    const expected = written.filter((one) => one.table === kept && one.how !== 'draft').length
    if (ofKept !== expected) faults.push(`of the other family ${ofKept} of ${expected} words open in the copy`)
  } finally {
    rmSync(copy, { recursive: true, force: true, maxRetries: 10 })
  }
  return faults
}

/** Places a hold over a family, as the privacy officer would, or lifts it. */
async function holdOver(lab: OwnLab, { family }: Table, placed: boolean): Promise<void> {
  await lab.start()
  const superuser = lab.openAsSuperuser()
  await superuser.query(
    placed
      ? `insert into lab.legal_hold (municipality_id, id, family_id, because, told, placed_by)
         select municipality_id, gen_random_uuid(), id, 'lawsuit', true, (select p.id from lab.person p where p.municipality_id = f.municipality_id limit 1)
         from lab.family f where id = $1`
      : `update lab.legal_hold set lifted_at = now(), lifted_by = placed_by where family_id = $1`,
    [family],
  )
  await superuser.end()
  await lab.stopServer()
}

/** How many notes of a family open in the copy. */
async function openedInCopy(copy: string, ring: KeyRing, table: Table, written: readonly Written[]): Promise<number> {
  const embedded = await startEmbedded({ folder: join(copy, 'postgres') })
  const url = new URL(embedded.superuserUrl)
  url.pathname = '/velferdslab'
  const superuser = openPool(url.toString(), { size: 1, name: 'verify:bytes' })
  try {
    return await countOpened(
      superuser,
      ring,
      table.family,
      written.filter((one) => one.table === table),
    )
  } finally {
    await superuser.end()
    await embedded.stop()
  }
}

async function countOpened(
  superuser: Pool,
  ring: KeyRing,
  family: FamilyId,
  written: readonly Written[],
): Promise<number> {
  const keys = await superuser.query<{ municipality_id: string; wrapped: Buffer }>(
    `select municipality_id, wrapped from lab.family_key where family_id = $1`,
    [family],
  )
  const notes = await superuser.query<{ id: string; sealed: Buffer }>(
    `select id, sealed from lab.note where family_id = $1 and sealed is not null`,
    [family],
  )
  const [row] = keys.rows
  if (!row || notes.rows.length === 0) throw new Error('the copy does not hold the family')
  try {
    const key = ring.openKey(row.municipality_id, family, row.wrapped)
    return notes.rows.filter((note) => {
      const place = { municipality: row.municipality_id, family, table: 'note', column: 'sealed', row: note.id }
      const { text } = openWords(key, place, note.sealed).words as { text: string }
      return written.some((one) => one.noteId === note.id && one.text === text)
    }).length
  } catch (error) {
    if (error instanceof SealBroken) return 0
    throw error
  }
}
