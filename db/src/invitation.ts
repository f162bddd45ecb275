import { birthDigitsOf } from '@velferdslab/core/identity-number'
import type { PersonId } from '@velferdslab/core/ids'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import type { KeyRing } from './key-ring.ts'
import { identityRow } from './identity.ts'
import { tokenHash } from './token-hash.ts'

/**
 * Somebody who has just proven who they are brings a code. When it is theirs, the person who was only named gets this identity, or gives way to
 * the one who is here under it already.
 *
 * @param known the person who has the identity already, if any
 * @returns the person; undefined when the code opens nothing for this identity (used, past, born another day, somebody else's)
 */
export async function claimInvitation(
  tx: Tx,
  ring: KeyRing,
  input: { municipality: string; code: string; identityNumber: string; known: PersonId | undefined },
): Promise<PersonId | undefined> {
  const { municipality, identityNumber, known } = input
  const born = birthDigitsOf(identityNumber)
  if (!born) return undefined
  const { rows } = await sql<{ person: PersonId | null }>`
    select lab.claim_invitation(${municipality}, ${tokenHash(input.code)}, ${known ?? null}::uuid, ${born}) as person`.execute(
    tx,
  )
  const person = rows[0]?.person ?? undefined
  if (!person || person === known) return person
  const taken = await tx
    .selectFrom('lab.person_identity')
    .select('person_id')
    .where('municipality_id', '=', municipality)
    .where('person_id', '=', person)
    .where('issuer', '=', 'citizen')
    .executeTakeFirst()
  // A second identity for one person is never made: the code was somebody else's.
  if (taken) throw new InvitationTaken()
  await tx
    .insertInto('lab.person_identity')
    .values(identityRow(ring, municipality, person, 'citizen', identityNumber))
    .execute()
  return person
}

/** The invited person has an identity already, and it is another one. What the claim had changed is undone with the transaction. */
export class InvitationTaken extends Error {}
