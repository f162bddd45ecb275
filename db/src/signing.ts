import type { CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId, PersonId, PlanLineId, PlanVersionId, PromiseId } from '@velferdslab/core/ids'
import { drawing, headWords, lineWords, type Drawing, type HeadWords, type LineWords } from '@velferdslab/core/signing'
import { byPlanOrder, inOrder, type Signer } from '@velferdslab/core/signing-rules'
import { sql } from 'kysely'
import { createHash, randomUUID } from 'node:crypto'
import type { Tx } from './connect.ts'
import type { FamilyKey } from './family-key.ts'
import { insertPromises, sealPromise } from './promise.ts'
import { openFile, openWords, sealFile, sealWords, type Place } from './sealed.ts'
import type { DraftVersion } from './signing-draw.ts'

type SigningTable = 'plan_version' | 'plan_line' | 'plan_paper' | 'plan_signature'
function placeOf(key: FamilyKey, table: SigningTable, row: string): Place {
  return { municipality: key.municipality, family: key.family, table, column: 'sealed', row }
}
const ofSigner = (version: PlanVersionId, person: PersonId) => `${version}:${person}`

/** Sets a paper: the head and the lines one signer may read. The server's typesetter; db has none of its own. */
export type SetPaper = (paper: {
  readonly head: HeadWords
  /** The hash over the version, which the paper carries: paper and version know one another. */
  readonly contentSha256: string
  readonly lines: readonly { readonly binding: boolean; readonly words: LineWords }[]
}) => Promise<Uint8Array>

/** A version sealed and hashed, with a paper for each signer: ready to be stored as it is. */
export interface SealedVersion {
  readonly id: PlanVersionId
  readonly number: number
  readonly head: { readonly sealed: Buffer; readonly proof: string }
  readonly contentSha256: string
  readonly lines: readonly {
    readonly id: PlanLineId
    readonly aboutId: string
    readonly area: string
    readonly binding: boolean
    readonly sealed: Buffer
    readonly proof: string
  }[]
  readonly signers: readonly Signer[]
  readonly papers: readonly {
    readonly personId: PersonId
    readonly lineIds: readonly PlanLineId[]
    readonly sealed: Buffer
    readonly sha256: string
  }[]
  readonly promises: readonly Parameters<typeof insertPromises>[2][number][]
}

/** Seals a draft under the family's key. The paper of two who may read the same is set once. */
export async function sealVersion(
  key: FamilyKey,
  id: PlanVersionId,
  draft: DraftVersion,
  setPaper: SetPaper,
): Promise<SealedVersion> {
  const head = sealWords(key.key, placeOf(key, 'plan_version', id), inOrder(draft.head))
  const lines = draft.lines.map((line) => ({
    id: line.id,
    aboutId: line.aboutId,
    area: line.words.area,
    binding: line.binding,
    ...sealWords(key.key, placeOf(key, 'plan_line', line.id), inOrder(line.words)),
  }))
  const contentSha256 = contentOf(head.proof, lines)
  const set = new Map<string, Promise<Uint8Array>>()
  const papers = draft.signers.map(async ({ personId }) => {
    const own = draft.lines.filter((line) => line.readers.has(personId)).sort((a, b) => byPlanOrder(a.words, b.words))
    const lineIds = own.map((line) => line.id)
    const known = set.get(lineIds.join()) ?? setPaper({ head: draft.head, contentSha256, lines: own })
    set.set(lineIds.join(), known)
    return { personId, lineIds, ...sealFile(key.key, placeOf(key, 'plan_paper', ofSigner(id, personId)), await known) }
  })
  return {
    id,
    number: draft.head.number,
    head,
    contentSha256,
    lines,
    signers: draft.signers,
    papers: await Promise.all(papers),
    promises: draft.promises.map((promise) => {
      const promiseId = randomUUID() as PromiseId
      const { sealed } = sealPromise(key, promiseId, promise.words)
      return { ...promise, id: promiseId, versionId: id, decisionId: null, sealed }
    }),
  }
}

/** The hash over a version: the head, then each binding line in the order of their ids. lab.plan_content says the same. */
function contentOf(head: string, lines: readonly { id: string; binding: boolean; proof: string }[]): string {
  const hash = createHash('sha256').update(Buffer.from(head, 'hex'))
  for (const line of [...lines].filter(({ binding }) => binding).sort((a, b) => (a.id < b.id ? -1 : 1)))
    hash.update(Buffer.from(line.proof, 'hex'))
  return hash.digest('hex')
}

/** Stores a version with all its parts; the database refuses any of them later. */
export async function insertVersion(tx: Tx, family: FamilyId, version: SealedVersion): Promise<void> {
  await sql`insert into lab.plan_version (municipality_id, id, family_id, number, made_by, sealed, head_sha256, content_sha256)
    values (lab.current_municipality(), ${version.id}, ${family}, ${version.number}, lab.current_person(), ${version.head.sealed}, ${version.head.proof},
      ${version.contentSha256})`.execute(tx)
  for (const line of version.lines)
    await sql`insert into lab.plan_line (municipality_id, id, family_id, version_id, area, about_id, binding, sealed, sha256)
      values (lab.current_municipality(), ${line.id}, ${family}, ${version.id}, ${line.area}, ${line.aboutId}, ${line.binding}, ${line.sealed}, ${line.proof})`.execute(
      tx,
    )
  for (const signer of version.signers)
    await sql`insert into lab.plan_signer (municipality_id, family_id, version_id, person_id, party_id, signs_as)
      values (lab.current_municipality(), ${family}, ${version.id}, ${signer.personId}, ${signer.as === 'member' ? null : signer.partyId}, ${signer.as})`.execute(
      tx,
    )
  for (const paper of version.papers)
    await sql`insert into lab.plan_paper (municipality_id, family_id, version_id, person_id, line_ids, sealed, sha256)
      values (lab.current_municipality(), ${family}, ${version.id}, ${paper.personId}, ${paper.lineIds}::uuid[], ${paper.sealed}, ${paper.sha256})`.execute(
      tx,
    )
  await insertPromises(tx, family, version.promises)
}

interface VersionRow {
  id: PlanVersionId
  number: number
  made_at: Date
  sealed: Buffer
  head_sha256: string
  content_sha256: string
  in_force_at: Date | null
  voided: 'changed' | 'replaced' | null
  voided_at: Date | null
}

/** A version as the signed-in person may see it, with what the rules ask. */
export interface SeenVersion {
  readonly row: VersionRow
  readonly head: HeadWords
  readonly lines: readonly {
    readonly id: PlanLineId
    readonly binding: boolean
    readonly words: LineWords
    readonly holds: boolean
  }[]
  readonly signers: readonly {
    readonly personId: PersonId
    readonly name: string
    readonly as: Signer['as']
    readonly service: string | null
    readonly signedAt: Date | null
    readonly drawing: Drawing | null
  }[]
  readonly paperSha256: string | null
  /** Persons who must still sign. */
  readonly missing: readonly PersonId[]
}

/** Versions of a family in the signed-in person's sight, the newest first; or one of them. */
export async function findVersions(
  tx: Tx,
  family: FamilyId,
  key: FamilyKey,
  only?: PlanVersionId,
): Promise<{ me: PersonId; today: CalendarDay; versions: SeenVersion[] }> {
  const one = only ? sql`and v.id = ${only}` : sql``
  const [who, versions, lines, signers, papers] = await Promise.all([
    sql<{ me: PersonId; today: CalendarDay }>`select lab.current_person() as me, lab.today() as today`.execute(tx),
    sql<VersionRow & { missing: PersonId[] }>`
      select v.id, v.number, v.made_at, v.sealed, v.head_sha256, v.content_sha256, f.at as in_force_at, x.why as voided, x.at as voided_at,
        case when f.at is null and x.at is null then array(select lab.my_plan_missing(v.id)) else '{}' end as missing
      from lab.plan_version v
      left join lab.plan_in_force f on f.version_id = v.id left join lab.plan_void x on x.version_id = v.id
      where v.family_id = ${family} ${one} order by v.made_at desc, v.id`.execute(tx),
    sql<{ id: PlanLineId; version_id: PlanVersionId; binding: boolean; sealed: Buffer; sha256: string }>`
      select v.id, v.version_id, v.binding, v.sealed, v.sha256 from lab.plan_line v
      where v.family_id = ${family} ${only ? sql`and v.version_id = ${only}` : sql``}`.execute(tx),
    sql<{
      version_id: PlanVersionId
      person_id: PersonId
      name: string | null
      signs_as: Signer['as']
      service: string | null
      signed_at: Date | null
      sealed: Buffer | null
    }>`
      select s.version_id, s.person_id, p.name, s.signs_as, y.name as service, g.signed_at, g.sealed
      from lab.plan_signer s left join lab.person p on p.id = s.person_id left join lab.party y on y.id = s.party_id
      left join lab.plan_signature g on g.version_id = s.version_id and g.person_id = s.person_id
      where s.family_id = ${family} order by s.signs_as <> 'member', s.signs_as, p.name collate lab.norwegian`.execute(
      tx,
    ),
    sql<{ version_id: PlanVersionId; sha256: string }>`
      select p.version_id, p.sha256 from lab.plan_paper p where p.family_id = ${family}`.execute(tx),
  ])
  const { me, today } = who.rows[0] as { me: PersonId; today: CalendarDay }
  return {
    me,
    today,
    versions: versions.rows.map(({ missing, ...row }) => {
      const head = openWords(key.key, placeOf(key, 'plan_version', row.id), row.sealed)
      return {
        row,
        missing,
        head: headWords.parse(head.words),
        lines: lines.rows
          .filter((line) => line.version_id === row.id)
          .map((line) => {
            const opened = openWords(key.key, placeOf(key, 'plan_line', line.id), line.sealed)
            return {
              id: line.id,
              binding: line.binding,
              words: lineWords.parse(opened.words),
              holds: opened.proof === line.sha256,
            }
          })
          .sort((a, b) => byPlanOrder(a.words, b.words)),
        signers: signers.rows
          .filter((signer) => signer.version_id === row.id)
          .map((signer) => ({
            personId: signer.person_id,
            name: signer.name ?? '',
            as: signer.signs_as,
            service: signer.service,
            signedAt: signer.signed_at,
            drawing: signer.sealed
              ? drawing.parse(
                  openWords(key.key, placeOf(key, 'plan_signature', ofSigner(row.id, signer.person_id)), signer.sealed)
                    .words,
                )
              : null,
          })),
        paperSha256: papers.rows.find((paper) => paper.version_id === row.id)?.sha256 ?? null,
      }
    }),
  }
}

export function sealDrawing(key: FamilyKey, version: PlanVersionId, person: PersonId, drawn: Drawing): Buffer {
  return sealWords(key.key, placeOf(key, 'plan_signature', ofSigner(version, person)), drawn).sealed
}

/** The signed-in person signs; the database looks for itself whether they may, and what comes in force by it. */
export async function insertSignature(
  tx: Tx,
  family: FamilyId,
  row: { versionId: PlanVersionId; contentSha256: string; paperSha256: string; drawn: Buffer | null },
): Promise<void> {
  await sql`insert into lab.plan_signature (municipality_id, family_id, version_id, person_id, content_sha256, paper_sha256, how, sealed)
    values (lab.current_municipality(), ${family}, ${row.versionId}, lab.current_person(), ${row.contentSha256}, ${row.paperSha256},
      ${row.drawn ? 'drawn' : 'button'}, ${row.drawn})`.execute(tx)
}

/** The signed-in person's paper as it is stored. Undefined for who has none, or may no longer read all of it. @throws SealBroken */
export async function findPaper(
  tx: Tx,
  family: FamilyId,
  key: FamilyKey,
  version: PlanVersionId,
): Promise<{ file: Buffer; number: number; matches: boolean } | undefined> {
  const { rows } = await sql<{ person_id: PersonId; sealed: Buffer; sha256: string; number: number }>`
    select p.person_id, p.sealed, p.sha256, v.number from lab.plan_paper p join lab.plan_version v on v.id = p.version_id
    where p.family_id = ${family} and p.version_id = ${version}`.execute(tx)
  const row = rows[0]
  if (!row) return undefined
  const { file, sha256 } = openFile(key.key, placeOf(key, 'plan_paper', ofSigner(version, row.person_id)), row.sealed)
  return { file, number: row.number, matches: sha256 === row.sha256 }
}

/** The hash over all rows of a version as they stand now, also of lines the signed-in person may not read; null for whoever sees none of it. */
export async function findContentHash(
  tx: Tx,
  version: PlanVersionId,
): Promise<{ now: string | null; signed: string } | undefined> {
  const { rows } = await sql<{ now: string | null; signed: string }>`
    select lab.my_plan_content(${version}) as now, v.content_sha256 as signed from lab.plan_version v where v.id = ${version}`.execute(
    tx,
  )
  return rows[0]
}
