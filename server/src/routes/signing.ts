import {
  putUpAnswer,
  putUpPlan,
  signAnswer,
  signPlan,
  type PutUpPlan,
  type SignPlan,
} from '@velferdslab/core/commands/signing'
import { familyId, planVersionId, type FamilyId, type PlanVersionId } from '@velferdslab/core/ids'
import { signing, signingCheck } from '@velferdslab/core/signing'
import * as rules from '@velferdslab/core/signing-rules'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import { findFamilyKey } from '@velferdslab/db/family-key'
import { SealBroken } from '@velferdslab/db/sealed'
import * as db from '@velferdslab/db/signing'
import { drawVersion } from '@velferdslab/db/signing-draw'
import { findSigning, mineOf } from '@velferdslab/db/signing-view'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { runCommand } from './command.ts'
import { route, type Refused } from './route.ts'

const ofFamily = z.object({ familyId })
const ofVersion = z.object({ familyId, versionId: planVersionId })

/** Signing the plan: put a version up, read it, sign it, see that it still matches (docs/decisions/0016). Its paper: print.ts. */
export const signingRoutes = [
  route({
    method: 'GET',
    path: '/api/families/:familyId/signing',
    summary:
      'The version in force and the one put up, as far as one may read them, with who has signed and what differs',
    params: ofFamily,
    answer: signing,
    events: 'reads',
    opens: 'signing',
    handle: (lab, { session, params }) =>
      asPerson(lab.people, session, params.familyId, async (tx) => {
        const key = await findFamilyKey(tx, lab.ring, params.familyId)
        return (key && (await findSigning(tx, params.familyId, key))) ?? { refused: 'not-found' as const }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/signing',
    summary: 'Put the plan up for signing as it stands, with a paper for each signer',
    params: ofFamily,
    body: putUpPlan,
    answer: putUpAnswer,
    events: ['plan.put_up'],
    handle: (lab, { session, params, body }) => putUp(lab, session, params.familyId, body),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/signing/:versionId/sign',
    summary: 'Sign a version for oneself, under exactly the content and paper that was read',
    params: ofVersion,
    body: signPlan,
    answer: signAnswer,
    events: ['plan.signed', 'plan.in_force'],
    handle: (lab, { session, params, body }) => sign(lab, session, params.familyId, params.versionId, body),
  }),
  route({
    method: 'GET',
    path: '/api/families/:familyId/signing/:versionId/check',
    summary: 'Whether what is stored of a version still matches its hashes',
    params: ofVersion,
    answer: signingCheck,
    events: 'reads',
    opens: 'signing',
    handle: (lab, { session, params }) => check(lab, session, params.familyId, params.versionId),
  }),
]

/**
 * The papers are set before the family is locked: setting takes longer than others should wait. Under the lock the plan is drawn up once more;
 * when it has changed meanwhile, nothing is put up.
 */
async function putUp(
  lab: Lab,
  session: Session,
  family: FamilyId,
  body: PutUpPlan,
): Promise<z.input<typeof putUpAnswer> | Refused> {
  const draw = async (tx: Parameters<typeof drawVersion>[0]) => {
    const key = await findFamilyKey(tx, lab.ring, family)
    const draft = key && (await drawVersion(tx, family, key, body.evaluateOn))
    return key && draft && { key, draft }
  }
  const drawn = await asPerson(lab.people, session, family, draw)
  if (!drawn) return { refused: 'not-found' }
  const early = rules.putUpPlan(drawn.draft.who, drawn.draft.lines)
  if ('refused' in early) return early
  const { printPlan } = await import('../print/plan.ts')
  const sealed = await db.sealVersion(drawn.key, body.versionId, drawn.draft, printPlan).catch(lettersMissing)
  if ('refused' in sealed) return sealed
  return runCommand(lab, session, family, { id: body.commandId, name: 'plan.put_up' }, draw, (now) => {
    if (!now) return { refused: 'not-found' }
    if (now.draft.fingerprint !== drawn.draft.fingerprint) return { refused: 'signing-plan-changed' }
    return {
      answer: { done: true as const, versionId: body.versionId },
      events: [
        {
          kind: 'plan.put_up',
          subject: body.versionId,
          cell: null,
          data: { number: sealed.number, content: sealed.contentSha256 },
        },
      ],
      save: (tx) => [db.insertVersion(tx, family, sealed)],
      tell: (seq) => lab.live.sightChanged(family, seq, 1),
    }
  })
}

/** A missing letter must not become an empty box on paper that people sign. */
function lettersMissing(error: unknown): Refused {
  if (error instanceof Error && 'codePoints' in error)
    return { refused: 'print-letter-missing', values: { letters: (error.codePoints as string[]).join(', ') } }
  throw error
}

function sign(
  lab: Lab,
  session: Session,
  family: FamilyId,
  versionId: PlanVersionId,
  body: SignPlan,
): Promise<z.input<typeof signAnswer> | Refused> {
  return runCommand(
    lab,
    session,
    family,
    { id: body.commandId, name: 'plan.signed' },
    async (tx) => {
      const key = await findFamilyKey(tx, lab.ring, family)
      return key && { key, ...(await db.findVersions(tx, family, key, versionId)) }
    },
    (seen) => {
      const version = seen?.versions[0]
      if (!seen || !version) return { refused: 'not-found' }
      const { row, missing } = version
      const decided = rules.signPlan(
        {
          contentSha256: row.content_sha256,
          mine: mineOf(version, seen.me),
          inForceAt: row.in_force_at?.toISOString() ?? null,
          isVoid: row.voided !== null,
          missing,
        },
        body,
        seen.me,
      )
      if ('refused' in decided) return decided
      const { inForce } = decided.done
      const drawn = body.drawing && db.sealDrawing(seen.key, versionId, seen.me, body.drawing)
      const { contentSha256, paperSha256 } = body
      const event = { subject: versionId, cell: null }
      return {
        answer: { done: true as const, inForce },
        events: [
          {
            ...event,
            kind: 'plan.signed',
            data: { content: contentSha256, paper: paperSha256, how: drawn ? 'drawn' : 'button' },
          },
          ...(inForce ? [{ ...event, kind: 'plan.in_force' as const, data: { number: row.number } }] : []),
        ],
        save: (tx) => [db.insertSignature(tx, family, { versionId, contentSha256, paperSha256, drawn })],
        tell: (seq) => lab.live.sightChanged(family, seq, inForce ? 2 : 1),
      }
    },
  )
}

/** Opened and hashed anew, all of it: a seal that does not open, or bytes with another hash, is a broken one. */
function check(
  lab: Lab,
  session: Session,
  family: FamilyId,
  version: PlanVersionId,
): Promise<z.input<typeof signingCheck> | Refused> {
  return asPerson(lab.people, session, family, async (tx) => {
    const [key, content] = await Promise.all([findFamilyKey(tx, lab.ring, family), db.findContentHash(tx, version)])
    if (!key || !content) return { refused: 'not-found' }
    const lines = await unlessBroken(
      async () => (await db.findVersions(tx, family, key, version)).versions[0]?.lines ?? [],
    )
    const paper = await unlessBroken(async () => (await db.findPaper(tx, family, key, version)) ?? null)
    return {
      content: lines !== 'broken' && lines.every((line) => line.holds) && content.now === content.signed,
      paper: paper === 'broken' ? false : paper && paper.matches,
    }
  })
}

async function unlessBroken<Result>(open: () => Promise<Result>): Promise<Result | 'broken'> {
  try {
    return await open()
  } catch (error) {
    if (error instanceof SealBroken) return 'broken'
    throw error
  }
}
