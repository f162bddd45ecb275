import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import type { PlanVersion, Signing } from '@velferdslab/core/signing'
import { findDifferences, isWorthSigning, putUpPlan } from '@velferdslab/core/signing-rules'
import type { Tx } from './connect.ts'
import { findFamily } from './family.ts'
import type { FamilyKey } from './family-key.ts'
import { drawVersion } from './signing-draw.ts'
import { findVersions, type SeenVersion } from './signing.ts'

/** The signed-in person's own part in a version. */
export function mineOf(version: SeenVersion, me: PersonId): PlanVersion['mine'] {
  const signer = version.signers.find(({ personId }) => personId === me)
  return {
    isSigner: signer !== undefined,
    hasSigned: (signer?.signedAt ?? null) !== null,
    paperSha256: version.paperSha256,
  }
}

/** Signing as the signed-in person may see it; undefined for whoever may not open the family. */
export async function findSigning(tx: Tx, family: FamilyId, key: FamilyKey): Promise<Signing | undefined> {
  const [row, { me, today, versions }, draft] = await Promise.all([
    findFamily(tx, family),
    findVersions(tx, family, key),
    drawVersion(tx, family, key, null),
  ])
  if (!row || !draft) return undefined
  const inForce = versions.filter((version) => version.row.in_force_at)
  const newest = versions[0]
  const open = newest && !newest.row.in_force_at && !newest.row.voided ? newest : undefined
  const current = inForce[0]
  const before = (version: SeenVersion) =>
    inForce.find((other) => other !== version && other.row.number < version.row.number)
  const now = draft.lines.map((line) => line.words)
  return {
    family: { id: row.id, name: row.name, onePerson: draft.head.onePerson },
    today,
    mayPutUp: 'done' in putUpPlan(draft.who, draft.lines),
    hasPlan: isWorthSigning(draft.lines),
    inForce: current ? viewOf(current, me, before(current)) : null,
    open: open ? viewOf(open, me, before(open)) : null,
    voided:
      newest?.row.voided && newest.row.voided_at
        ? { number: newest.row.number, why: newest.row.voided, at: newest.row.voided_at.toISOString() }
        : null,
    differs: current ? findDifferences(wordsOf(current), now) : [],
  }
}

const wordsOf = (version: SeenVersion) => version.lines.map((line) => line.words)

function viewOf(version: SeenVersion, me: PersonId, before: SeenVersion | undefined): PlanVersion {
  const { row, head, lines, signers } = version
  return {
    id: row.id,
    number: row.number,
    madeAt: row.made_at.toISOString(),
    contentSha256: row.content_sha256,
    head,
    lines: lines.map(({ id, binding, words }) => ({ id, binding, words })),
    signatures: signers.map((signer) => ({
      name: signer.name,
      as: signer.as,
      service: signer.service,
      signedAt: signer.signedAt?.toISOString() ?? null,
      drawing: signer.drawing,
      isMe: signer.personId === me,
    })),
    inForceAt: row.in_force_at?.toISOString() ?? null,
    mine: mineOf(version, me),
    since: before ? findDifferences(wordsOf(before), wordsOf(version)) : null,
  }
}
