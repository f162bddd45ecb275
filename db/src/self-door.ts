import { dayInOslo } from '@velferdslab/core/dates'
import { birthDigitsOf } from '@velferdslab/core/identity-number'
import type { PersonId } from '@velferdslab/core/ids'
import type { SelfDoorTold, SelfReferralState, SelfReferralWords } from '@velferdslab/core/self-referral'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { asSystem } from './as-system.ts'
import type { Pool, Tx } from './connect.ts'
import { identityRow } from './identity.ts'
import type { KeyRing } from './key-ring.ts'
import { asReferral, sealSheet, type SheetRow } from './self-referral.ts'
import { findOnlyMunicipality } from './sessions.ts'
import { tokenHash } from './token-hash.ts'

/** The door for who has no account: she lays a sheet, comes back with her code, takes it back. Nobody is signed in. */
export interface SelfDoor {
  /** False when more came within the hour than a municipality gets in a year: then nothing is kept. */
  readonly send: (code: string, words: SelfReferralWords) => Promise<boolean>
  /** Whom one can call instead; nothing where one server serves several municipalities, and it is not known whose door this is. */
  readonly told: () => Promise<SelfDoorTold | undefined>
  readonly look: (code: string) => Promise<SelfReferralState | undefined>
  readonly takeBack: (code: string) => Promise<'done' | 'nothing' | 'begun'>
}

export function openSelfDoor(pool: Pool, ring: KeyRing): SelfDoor {
  return {
    send(code, words) {
      return asSystem(pool, 'come-by-oneself', async (tx) => {
        const towns = await tx.selectFrom('lab.municipality').select('id').limit(2).execute()
        // As at sign-in: where one server serves several, it is not known whose door this is.
        const town = towns.length === 1 ? towns[0] : undefined
        if (!town) return false
        const id = randomUUID()
        const own = ring.newKey(town.id, id)
        const sealed = sealSheet(own.key, town.id, id, words)
        const { rows } = await sql<{ came: 'sent' | 'again' | 'full' }>`
          select lab.send_self_referral(${town.id}, ${id}, ${tokenHash(code)}, ${own.wrapped}, ${sealed}) as came`.execute(
          tx,
        )
        const came = rows[0]?.came ?? 'full'
        // Nothing lies under it.
        if (came !== 'sent') ring.forgetKey(id)
        return came !== 'full'
      })
    },
    async told() {
      const town = await findOnlyMunicipality(pool)
      return town && { municipality: town.name, phone: town.phone }
    },
    look(code) {
      return asSystem(pool, 'come-by-oneself', async (tx) => {
        const { rows } = await sql<{ received_at: Date; answered: boolean; may_take_back: boolean }>`
          select received_at, answered, may_take_back from lab.my_self_referral(${tokenHash(code)})`.execute(tx)
        const row = rows[0]
        return (
          row && {
            today: dayInOslo(new Date()),
            receivedOn: dayInOslo(row.received_at),
            answered: row.answered,
            mayTakeBack: row.may_take_back,
          }
        )
      })
    },
    takeBack(code) {
      return asSystem(pool, 'come-by-oneself', async (tx) => {
        const { rows } = await sql<{ came: 'done' | 'nothing' | 'begun'; key_owner: string | null }>`
          select came, key_owner from lab.take_back_self_referral(${tokenHash(code)})`.execute(tx)
        const { came, key_owner } = rows[0] ?? { came: 'nothing', key_owner: null }
        // The key before the commit: should it fail, what stays opens nowhere, as she wished.
        if (key_owner) ring.forgetKey(key_owner)
        return came
      })
    },
  }
}

/**
 * Somebody who has just proven who she is brings the code of a sheet that nobody has taken in yet: it becomes her family at the door, under her identity.
 *
 * @param known the person who has the identity already, if any
 * @returns the person; undefined when the code opens nothing for this identity (another birth day, taken back, answered, unknown)
 */
export async function claimSelfReferral(
  tx: Tx,
  ring: KeyRing,
  input: { municipality: string; code: string; identityNumber: string; known: PersonId | undefined },
): Promise<PersonId | undefined> {
  const { municipality, identityNumber, known } = input
  const { rows } = await sql<SheetRow>`
    select id, municipality_id, wrapped, sealed from lab.self_referral
    where municipality_id = ${municipality} and code_hash = ${tokenHash(input.code)} and sealed is not null and closed_at is null`.execute(
    tx,
  )
  const row = rows[0]
  if (!row) return undefined
  const it = asReferral(ring, row)
  const [year = '', month = '', day = ''] = it.words.born.split('-')
  if (birthDigitsOf(identityNumber) !== `${day}${month}${year.slice(2)}`) return undefined
  const person = known ?? (randomUUID() as PersonId)
  const opened = await sql<{ home: string | null }>`
    select lab.open_self_referral(${row.id}, ${it.family}, ${person}, ${known !== undefined}, ${it.names}, 'self', ${it.words.language}, ${it.wrapped}, ${it.sealed},
      ${it.sealedContact}, ${it.familyWrapped}, true, null, '') as home`.execute(tx)
  const home = opened.rows[0]?.home
  // She belongs to a family here already, and that is the one.
  if (home !== it.family) ring.forgetKey(it.family)
  if (!home) return undefined
  if (!known)
    await tx
      .insertInto('lab.person_identity')
      .values(identityRow(ring, municipality, person, 'citizen', identityNumber))
      .execute()
  return person
}
