import { addDays, addMonths, dayInOslo, startOfDayInOslo, type CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId, PartyId, PersonId } from '@velferdslab/core/ids'
import { randomBytes, randomUUID } from 'node:crypto'
import type { Session } from '../src/as-person.ts'
import { insertGlassDefaults } from '../src/break-glass.ts'
import { inTransaction, openPool, type Tx } from '../src/connect.ts'
import type { KeyRing } from '../src/key-ring.ts'
import {
  defaultApprovalRules,
  defaultAreas,
  defaultCheckQuestions,
  defaultChildRules,
  defaultConsentAges,
  insertConsentDefaults,
} from '../src/municipality-defaults.ts'
import { insertLinkDefaults } from '../src/link-defaults.ts'
import { sealWords } from '../src/sealed.ts'
import type { SetPaper } from '../src/signing.ts'
import { identityRow } from '../src/identity.ts'
import { tokenHash } from '../src/token-hash.ts'
import { families } from './fjordvik-families.ts'
import { journeys } from './fjordvik-journeys.ts'
import { employments, parties, people, type PartyKey } from './fjordvik-people.ts'
import { plans } from './fjordvik-plans.ts'
import { signedPlans } from './fjordvik-promises.ts'
import { layServices } from './lay-services.ts'
import { layLaw } from './lay-law.ts'
import { layMandates } from './lay-mandates.ts'
import type { SeedFamily } from './seed-family.ts'
import type { SeedPerson } from './seed-person.ts'
import { syntheticIdentity } from './synthetic-identity.ts'
import { tellJourney } from './tell-journey.ts'
import { putReadingBack, tellReading } from './tell-reading.ts'
import { putMovesBack, tellPhase } from './tell-phase.ts'
import { tellPlan } from './tell-plan.ts'
import { putDecisionsBack } from './tell-promise.ts'
import { putDaysBack, tellSigning } from './tell-signing.ts'
import { tellStory } from './tell-story.ts'
import { tellWhere } from './tell-where.ts'

/** Where everybody and everything of the seed is found again: for tests and for the demo's sign-in page. */
export interface Fjordvik {
  readonly municipality: string
  readonly persons: Readonly<Record<string, PersonId>>
  readonly parties: Readonly<Record<PartyKey, PartyId>>
  readonly families: Readonly<Record<string, FamilyId>>
}

/** What identifies somebody at the demo's identity provider. */
export function identityOf(person: SeedPerson, today: CalendarDay): string | undefined {
  if (person.signsInAs === 'staff') return `${person.persona}@fjordvik.example`
  if (!person.born) return undefined
  // Numbers are told apart within a day of birth. The first is left for those whom the lab has not met yet (newcomers).
  const sameDay = people(today).filter(({ born }) => born === person.born)
  return syntheticIdentity(person.born, 1 + sameDay.findIndex(({ persona }) => persona === person.persona))
}

/**
 * Lays Fjordvik: structure as the owner (before the server listens), then everything people say, consents and notes, as those people
 * themselves through the same rules and row security as in life. Dates are counted from `today`, so that the demo never ages.
 */
export async function seedFjordvik(input: {
  ownerUrl: string
  appUrl: string
  ring: KeyRing
  today?: CalendarDay
  slug?: string
  /** The server's typesetter. Without it no plan is signed: nobody signs without a paper. */
  setPaper?: SetPaper
  /** Everybody and their cloth, before anything is planned: for tests of how a plan begins. */
  withoutPlans?: true
}): Promise<Fjordvik> {
  const [signed, putForward] = input.withoutPlans ? [{}, {}] : [signedPlans, plans]
  const today = input.today ?? dayInOslo(new Date())
  const ownerPool = openPool(input.ownerUrl, { size: 1, name: 'velferdslab:seed' })
  const appPool = openPool(input.appUrl, { size: 1, name: 'velferdslab:seed' })
  try {
    const { fjordvik, sessions } = await inTransaction(
      ownerPool,
      () => [],
      (tx) => layStructure(tx, input.ring, today, input.slug ?? 'fjordvik'),
    )
    for (const family of families) await tellStory(appPool, input.ring, today, fjordvik, sessions, family)
    for (const [key, told] of Object.entries(journeys))
      await tellJourney(appPool, input.ring, today, fjordvik.families[key] as FamilyId, sessions, told)
    for (const family of families)
      await tellPhase(appPool, input.ring, fjordvik.families[family.key] as FamilyId, sessions, family.moves ?? [])
    for (const family of families) await tellWhere(appPool, input.ring, today, fjordvik, sessions, family)
    const telling = { pool: appPool, ring: input.ring, today, town: fjordvik, sessions }
    for (const [key, told] of Object.entries(signed))
      await tellSigning({ ...telling, family: fjordvik.families[key] as FamilyId, told }, input.setPaper)
    // What has been put forward since stands beside the plan that is in force.
    for (const [key, plan] of Object.entries(putForward))
      await tellPlan(appPool, input.ring, today, fjordvik, sessions, {
        family: fjordvik.families[key] as FamilyId,
        plan,
      })
    await tellReading(appPool, sessions, fjordvik.families)
    await inTransaction(
      ownerPool,
      () => [],
      async (tx) => {
        await putReadingBack(tx, fjordvik, today)
        for (const [key, told] of Object.entries(signed))
          await putDaysBack(tx, fjordvik.families[key] as FamilyId, told, today)
        for (const family of families)
          await putMovesBack(tx, fjordvik.families[family.key] as FamilyId, family.moves ?? [], today)
        for (const key of Object.keys(putForward)) await putDecisionsBack(tx, fjordvik.families[key] as FamilyId, today)
        await tx.deleteFrom('lab.session').where('acr', '=', seedAcr).execute()
      },
    )
    return fjordvik
  } finally {
    await Promise.all([ownerPool.end(), appPool.end()])
  }
}

const seedAcr = 'seed'

async function layStructure(tx: Tx, ring: KeyRing, today: CalendarDay, slug: string) {
  const municipality = randomUUID()
  const everybody = people(today)
  const persons = Object.fromEntries(everybody.map((person) => [person.persona, randomUUID() as PersonId]))
  const partyIds = Object.fromEntries(parties.map((party) => [party.key, randomUUID() as PartyId])) as Record<
    PartyKey,
    PartyId
  >
  const familyIds = Object.fromEntries(families.map((family) => [family.key, randomUUID() as FamilyId]))
  const id = (persona: string) => persons[persona] as PersonId
  const longAgo = startOfDayInOslo(addDays(today, -600))

  await tx
    .insertInto('lab.municipality')
    .values({ id: municipality, name: 'Fjordvik kommune', slug, phone: '55 00 00 00' })
    .execute()
  await tx.insertInto('lab.area').values(defaultAreas(municipality)).execute()
  await tx.insertInto('lab.consent_age').values(defaultConsentAges(municipality)).execute()
  await tx.insertInto('lab.child_rule').values(defaultChildRules(municipality)).execute()
  await tx.insertInto('lab.check_question').values(defaultCheckQuestions(municipality)).execute()
  await insertConsentDefaults(tx, municipality, randomUUID)
  await insertLinkDefaults(tx, municipality)
  await insertGlassDefaults(tx, municipality)
  await tx.insertInto('lab.approval_rule').values(defaultApprovalRules(municipality)).execute()
  await layServices(tx, municipality, partyIds)
  await tx
    .insertInto('lab.person')
    .values(
      everybody.map((person) => ({
        municipality_id: municipality,
        id: id(person.persona),
        name: person.name,
        called_name: person.calledName,
        initials: person.initials,
      })),
    )
    .execute()
  await tx
    .insertInto('lab.birth')
    .values(
      everybody.flatMap((person) =>
        person.born ? [{ municipality_id: municipality, person_id: id(person.persona), born: person.born }] : [],
      ),
    )
    .execute()
  await tx
    .insertInto('lab.person_identity')
    .values(
      everybody.flatMap((person) => {
        const subject = person.signsInAs && identityOf(person, today)
        return subject ? [identityRow(ring, municipality, id(person.persona), person.signsInAs, subject)] : []
      }),
    )
    .execute()
  await tx
    .insertInto('lab.role_held')
    .values(
      employments.map((held) => ({
        municipality_id: municipality,
        id: randomUUID(),
        person_id: id(held.persona),
        role: held.role,
        party_id: held.party && partyIds[held.party],
        valid_from: longAgo,
        valid_to: null,
      })),
    )
    .execute()
  await tx
    .insertInto('lab.chain_head')
    .values({ municipality_id: municipality, chain_id: municipality, family_id: null })
    .execute()

  for (const family of families)
    await layFamily(tx, ring, {
      municipality,
      today,
      longAgo,
      id,
      partyIds,
      family,
      familyId: familyIds[family.key] as FamilyId,
    })
  await layMandates(tx, { municipality, today, id, partyIds, familyIds })
  await layLaw(tx, { municipality, id, partyIds, longAgo })

  const sessions: Record<string, Session> = {}
  for (const person of everybody) {
    const token = randomBytes(32).toString('base64url')
    sessions[person.persona] = { token }
    await tx
      .insertInto('lab.session')
      .values({
        token_hash: tokenHash(token),
        municipality_id: municipality,
        person_id: id(person.persona),
        issuer: 'staff',
        acr: seedAcr,
        provider_session: null,
        expires_at: new Date(Date.now() + 10 * 60_000),
        ended_at: null,
      })
      .execute()
  }
  return { fjordvik: { municipality, persons, parties: partyIds, families: familyIds } satisfies Fjordvik, sessions }
}

async function layFamily(
  tx: Tx,
  ring: KeyRing,
  input: {
    municipality: string
    today: CalendarDay
    longAgo: Date
    id: (persona: string) => PersonId
    partyIds: Record<PartyKey, PartyId>
    family: SeedFamily
    familyId: FamilyId
  },
): Promise<void> {
  const { municipality, today, longAgo, id, partyIds, family, familyId } = input
  await tx
    .insertInto('lab.family')
    .values({
      municipality_id: municipality,
      id: familyId,
      name: family.name,
      phase: family.phase,
      target_group: family.group,
      cloth_started_on: addDays(today, family.clothStarted),
      areas: [...family.areas],
    })
    .execute()
  const leader = family.seats.find(({ role }) => role === 'leader')
  if (!leader) throw new Error(`${family.name} has no leader`)
  const { key, wrapped } = ring.newKey(municipality, familyId)
  await tx
    .insertInto('lab.family_key')
    .values({ municipality_id: municipality, family_id: familyId, wrapped })
    .execute()
  await tx
    .insertInto('lab.chain_head')
    .values({ municipality_id: municipality, chain_id: familyId, family_id: familyId })
    .execute()
  await tx
    .insertInto('lab.member')
    .values(
      family.members.map((member, position) => ({
        municipality_id: municipality,
        family_id: familyId,
        person_id: id(member.persona),
        relation: member.relation,
        takes_part: member.takesPart ?? true,
        mark: member.mark,
        position,
        valid_from: longAgo,
        valid_to: null,
      })),
    )
    .execute()
  const held = family.parents.flatMap(({ child, holders }) =>
    holders.map((holder) => ({
      municipality_id: municipality,
      id: randomUUID(),
      person_id: id(child),
      holder_id: id(holder),
      kind: 'parental' as const,
      areas: null,
      source: 'Folkeregisteret (demo)',
      valid_from: longAgo,
      valid_to: null,
    })),
  )
  if (held.length > 0) await tx.insertInto('lab.responsibility').values(held).execute()
  await tx
    .insertInto('lab.seat')
    .values(
      family.seats.map((seat) => ({
        municipality_id: municipality,
        id: randomUUID(),
        family_id: familyId,
        person_id: id(seat.persona),
        party_id: partyIds[seat.party],
        role: seat.role,
        mark: seat.mark,
        asked_at: longAgo,
        asked_by: id(leader.persona),
        approved_at: longAgo,
        approved_by: id(seat.approvedBy),
        declared_at: seat.role === 'trusted' ? longAgo : null,
        valid_from: longAgo,
        valid_to: null,
        ended_at: null,
      })),
    )
    .execute()
  for (const wish of family.wishes) {
    const wishId = randomUUID()
    const place = { municipality, family: familyId, table: 'consent_wish', column: 'sealed_reason', row: wishId }
    await tx
      .insertInto('lab.consent_wish')
      .values({
        municipality_id: municipality,
        id: wishId,
        family_id: familyId,
        party_id: partyIds[wish.party],
        wished_by: id(wish.by),
        areas: [...wish.areas],
        persons: wish.persons.map(id),
        until: addMonths(today, wish.months),
        sealed_reason: sealWords(key, place, wish.reason).sealed,
      })
      .execute()
  }
}
