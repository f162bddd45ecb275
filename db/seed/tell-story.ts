import { agreementTextVersion } from '@velferdslab/core/agreement'
import { signAgreement } from '@velferdslab/core/agreement-rules'
import { consentAreas } from '@velferdslab/core/areas'
import { writeNote } from '@velferdslab/core/cloth-rules'
import { consentTextVersion } from '@velferdslab/core/consent'
import { giveConsent } from '@velferdslab/core/consent-rules'
import { addDays, addMonths, type CalendarDay } from '@velferdslab/core/dates'
import type { ConsentId, FamilyId, NoteId, PersonId } from '@velferdslab/core/ids'
import { randomUUID } from 'node:crypto'
import { asPerson, type Session } from '../src/as-person.ts'
import { findSigner, insertSignature } from '../src/agreement.ts'
import { findCell, insertNote, sealNote } from '../src/cloth.ts'
import { appendEvents } from '../src/command.ts'
import type { Pool, Tx } from '../src/connect.ts'
import { loadConsentFacts, saveConsents } from '../src/consent.ts'
import { findFamilyKey } from '../src/family-key.ts'
import type { KeyRing } from '../src/key-ring.ts'
import type { SeedFamily } from './seed-family.ts'
import type { Fjordvik } from './fjordvik.ts'

/** What a family and its table say, each as themselves: through the same rules and row security as in life. */
export async function tellStory(
  pool: Pool,
  ring: KeyRing,
  today: CalendarDay,
  town: Fjordvik,
  sessions: Record<string, Session>,
  family: SeedFamily,
): Promise<void> {
  const familyId = town.families[family.key] as FamilyId
  const idOf = (persona: string) => town.persons[persona] as PersonId
  const as = <Result>(persona: string, work: (tx: Tx) => Promise<Result>) =>
    asPerson(pool, sessions[persona] as Session, familyId, work)

  for (const { persona } of family.members) {
    await as(persona, async (tx) => {
      const signer = await findSigner(tx, familyId)
      const id = randomUUID()
      const input = { commandId: randomUUID() as never, textVersion: agreementTextVersion, language: 'nb' as const }
      const decided = signAgreement(signer, input, id)
      // Children do not sign.
      if ('refused' in decided) return
      await insertSignature(tx, familyId, id, input)
      await appendEvents(tx, familyId, decided.done.events, null, 'seed')
    })
  }
  for (const said of family.consents) {
    await as(said.giver, async (tx) => {
      const facts = await loadConsentFacts(tx, familyId, null)
      if (!facts) throw new Error(`${said.giver} cannot say yes here`)
      const input = {
        commandId: randomUUID() as never,
        partyId: town.parties[said.party],
        purpose: 'make_and_follow_plan' as const,
        areas: said.areas === 'all' ? [...consentAreas] : [...said.areas],
        persons: said.persons.map(idOf),
        until: addMonths(today, said.months),
        language: 'nb' as const,
        textVersion: consentTextVersion,
      }
      const decided = giveConsent({ ...facts, standing: [] }, input, new Date(), () => randomUUID() as ConsentId)
      if ('refused' in decided) throw new Error(`${said.giver}: ${decided.refused}`)
      await saveConsents(tx, familyId, decided.done)
      await appendEvents(tx, familyId, decided.done.events, null, 'seed')
    })
  }
  for (const note of family.notes) {
    await as(note.by, async (tx) => {
      const key = await findFamilyKey(tx, ring, familyId)
      const area = note.area ?? 'common'
      const privacy = note.privacy ?? 'table'
      const about = note.about ? { persons: note.about.map(idOf) } : { whole: true as const }
      const cell = await findCell(tx, familyId, { about, area, privacy })
      const id = randomUUID() as NoteId
      if (!key || !cell) throw new Error(`${note.by} cannot write «${note.words.text}»`)
      const { sealed, proof } = sealNote(key, id, note.words)
      const place = { cell: note.cell, area, aboutId: cell.aboutId, privacy }
      const decided = writeNote(cell, { ...place, id, proof })
      if ('refused' in decided) throw new Error(`${note.by}: ${decided.refused} «${note.words.text}»`)
      await insertNote(tx, familyId, {
        ...place,
        id,
        sealed,
        bright: note.bright ?? false,
        due: note.due === undefined ? null : addDays(today, note.due),
        sector: note.sector ?? null,
        ring: note.ring ?? null,
        beside: null,
      })
      await appendEvents(tx, familyId, decided.done.events, null, 'seed')
    })
  }
}
