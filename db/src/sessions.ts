import type { MunicipalityId, PersonId } from '@velferdslab/core/ids'
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { asSystem } from './as-system.ts'
import { insertGlassDefaults } from './break-glass.ts'
import type { Pool, Tx } from './connect.ts'
import { identityRow } from './identity.ts'
import { claimInvitation, InvitationTaken } from './invitation.ts'
import type { KeyRing } from './key-ring.ts'
import { insertLinkDefaults } from './link-defaults.ts'
import {
  defaultApprovalRules,
  defaultAreas,
  defaultCheckQuestions,
  defaultChildRules,
  defaultConsentAges,
  defaultReviewRules,
  insertConsentDefaults,
} from './municipality-defaults.ts'
import { layStatutes } from './statute-defaults.ts'
import { defaultRetentionRules } from './retention-defaults.ts'
import { claimSelfReferral } from './self-door.ts'
import { tokenHash } from './token-hash.ts'

export interface SignIn {
  readonly municipality: string
  readonly issuer: 'citizen' | 'staff'
  /** Identity number or staff subject, used once to find the person by its blind index and then dropped (REQ-39). */
  readonly subject: string
  readonly acr: string
  readonly providerSession?: string | undefined
  /** A code from a message, for somebody who is known by name and birth day only. */
  readonly invitation?: string | undefined
  readonly minutes: number
}

/** Opens a session for the person with this identity, or with this invitation; undefined when nobody here has either. */
export function openSession(
  pool: Pool,
  ring: KeyRing,
  input: SignIn,
): Promise<{ token: string; expiresAt: Date } | undefined> {
  return asSystem(pool, 'sign-in', async (tx) => {
    const known = await tx
      .selectFrom('lab.person_identity')
      .select('person_id')
      .where('municipality_id', '=', input.municipality)
      .where('issuer', '=', input.issuer)
      .where('blind_index', 'in', ring.blindIndexes(input.municipality, input.issuer, input.subject))
      .executeTakeFirst()
    const invited =
      input.invitation !== undefined && input.issuer === 'citizen'
        ? await comeByCode(tx, ring, {
            municipality: input.municipality,
            code: input.invitation,
            identityNumber: input.subject,
            known: known?.person_id as PersonId | undefined,
          })
        : undefined
    const person = invited ?? known?.person_id
    if (!person || (input.issuer === 'staff' && (await hasLeft(tx, input.municipality, person)))) return undefined
    const token = randomBytes(32).toString('base64url')
    const expiresAt = new Date(Date.now() + input.minutes * 60_000)
    await tx
      .insertInto('lab.session')
      .values({
        token_hash: tokenHash(token),
        municipality_id: input.municipality,
        person_id: person,
        issuer: input.issuer,
        acr: input.acr,
        provider_session: input.providerSession ?? null,
        expires_at: expiresAt,
        ended_at: null,
      })
      .execute()
    return { token, expiresAt }
  }).catch((error: unknown) => {
    if (error instanceof InvitationTaken) return undefined
    throw error
  })
}

/** By the code of a message, or of the sheet somebody has sent about herself. */
async function comeByCode(tx: Tx, ring: KeyRing, brought: Parameters<typeof claimInvitation>[2]) {
  return (await claimInvitation(tx, ring, brought)) ?? claimSelfReferral(tx, ring, brought)
}

/** Whoever has left and was given no role since is not let in as staff. As somebody of a family here they still are. */
async function hasLeft(tx: Tx, municipality: string, person: string): Promise<boolean> {
  const { rows } = await sql<{ left: boolean }>`
    select exists (select 1 from lab.departure where municipality_id = ${municipality} and person_id = ${person})
      and not exists (select 1 from lab.role_held where municipality_id = ${municipality} and person_id = ${person}
        and valid_from <= now() and (valid_to is null or valid_to > now())) as left`.execute(tx)
  return rows[0]?.left === true
}

/** The longest a session lasts, however much it is used. */
const longestHours = 12

/** Prolongs a live session that is in use; one that has ended stays ended. */
export function prolongSession(pool: Pool, token: string, minutes: number): Promise<void> {
  return asSystem(pool, 'sign-in', async (tx) => {
    await sql`update lab.session
      set expires_at = least(now() + make_interval(mins => ${minutes}), created_at + make_interval(hours => ${longestHours}))
      where token_hash = ${tokenHash(token)} and ended_at is null and expires_at > now()`.execute(tx)
  })
}

/** Ends sessions everywhere. Every process that holds a socket of theirs hears it and closes it. */
export function endSessions(
  pool: Pool,
  which: { token: string } | { issuer: 'citizen' | 'staff'; providerSession: string },
): Promise<void> {
  return asSystem(pool, 'sign-in', async (tx) => {
    const ended = await tx
      .updateTable('lab.session')
      .set({ ended_at: sql<Date>`now()` })
      .where('ended_at', 'is', null)
      .$if('token' in which, (query) => query.where('token_hash', '=', tokenHash((which as { token: string }).token)))
      .$if('providerSession' in which, (query) =>
        query
          .where('issuer', '=', (which as { issuer: 'citizen' | 'staff' }).issuer)
          .where('provider_session', '=', (which as { providerSession: string }).providerSession),
      )
      .returning('token_hash')
      .execute()
    for (const { token_hash } of ended) {
      await sql`select pg_notify('lab_news', ${JSON.stringify({ kind: 'session.ended', session: token_hash.toString('hex') })})`.execute(
        tx,
      )
    }
  })
}

/** The municipality a sign-in belongs to when the server serves one; undefined when it has none or several. */
export async function findOnlyMunicipality(
  pool: Pool,
): Promise<{ id: MunicipalityId; name: string; phone: string } | undefined> {
  const rows = await asSystem(pool, 'sign-in', (tx) =>
    tx.selectFrom('lab.municipality').select(['id', 'name', 'phone']).limit(2).execute(),
  )
  const only = rows.length === 1 ? rows[0] : undefined
  return only && { ...only, id: only.id as MunicipalityId }
}

/** Makes the first municipality with its lists (areas, ages in law) and its administrator, for an empty real installation. */
export function makeFirstAdmin(
  pool: Pool,
  ring: KeyRing,
  input: { slug: string; name: string; phone: string; adminName: string; subject: string },
  id: () => string,
): Promise<{ municipality: MunicipalityId; person: PersonId }> {
  return asSystem(pool, 'first-admin', async (tx) => {
    const municipality = id()
    const person = id()
    const words = input.adminName.trim().split(/\s+/)
    await tx
      .insertInto('lab.municipality')
      .values({ id: municipality, name: input.name, slug: input.slug, phone: input.phone })
      .execute()
    await tx.insertInto('lab.area').values(defaultAreas(municipality)).execute()
    await tx.insertInto('lab.consent_age').values(defaultConsentAges(municipality)).execute()
    await tx.insertInto('lab.child_rule').values(defaultChildRules(municipality)).execute()
    await tx.insertInto('lab.review_rule').values(defaultReviewRules(municipality)).execute()
    await tx.insertInto('lab.retention_rule').values(defaultRetentionRules(municipality)).execute()
    await tx.insertInto('lab.check_question').values(defaultCheckQuestions(municipality)).execute()
    await tx.insertInto('lab.approval_rule').values(defaultApprovalRules(municipality)).execute()
    await layStatutes(tx, municipality)
    await insertConsentDefaults(tx, municipality, id)
    await insertLinkDefaults(tx, municipality)
    await insertGlassDefaults(tx, municipality)
    await tx
      .insertInto('lab.chain_head')
      .values({ municipality_id: municipality, chain_id: municipality, family_id: null })
      .execute()
    await tx
      .insertInto('lab.person')
      .values({
        municipality_id: municipality,
        id: person,
        name: input.adminName.trim(),
        called_name: words[0] ?? '',
        initials: words
          .slice(0, 2)
          .map((word) => [...word][0] ?? '')
          .join('')
          .toUpperCase(),
      })
      .execute()
    await tx
      .insertInto('lab.person_identity')
      .values(identityRow(ring, municipality, person, 'staff', input.subject))
      .execute()
    await tx
      .insertInto('lab.role_held')
      .values({
        municipality_id: municipality,
        id: id(),
        person_id: person,
        role: 'administrator',
        party_id: null,
        valid_from: new Date(),
        valid_to: null,
      })
      .execute()
    return { municipality: municipality as MunicipalityId, person: person as PersonId }
  })
}
