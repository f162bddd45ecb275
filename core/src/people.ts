import { z } from 'zod'
import { familyId, municipalityId, partyId, personId } from './ids.ts'
import { ownWordNow } from './own-words.ts'

/** The shape and colour a person writes with at one family's table, 1 to 8. Never colour alone (REQ-92). */
export const writerMark = z.int().min(1).max(8)

/** A person as others at the table see them: a name, initials and a mark. Never a birth date or an identity number. */
export const personCard = z.object({
  id: personId,
  name: z.string(),
  /** What the person is called: "Amina". */
  calledName: z.string(),
  initials: z.string(),
  mark: writerMark,
})
export type PersonCard = z.infer<typeof personCard>

export const roles = [
  'caseworker',
  'investment_leader',
  'core_team',
  'manager',
  'councillor',
  'economist',
  'support',
  'administrator',
  'privacy_officer',
  'key_administrator',
  'privacy_officer',
  'break_glass',
] as const
export const role = z.enum(roles)
export type Role = z.infer<typeof role>

export const relations = ['mother', 'father', 'child', 'grandmother', 'grandfather', 'partner', 'self'] as const
export const relation = z.enum(relations)
export type Relation = z.infer<typeof relation>

/** GET /api/me: who is signed in, and which shells are theirs. */
export const me = z.object({
  person: z.object({ id: personId, name: z.string(), calledName: z.string(), initials: z.string() }),
  municipality: z.object({ id: municipalityId, name: z.string(), phone: z.string() }),
  roles: z.array(role),
  /** Families this person is a member of or answers for somebody in: the family shell, `/my`. */
  families: z.array(z.object({ id: familyId, name: z.string() })),
  /** Services this person works for. */
  parties: z.array(z.object({ id: partyId, name: z.string() })),
  /** Somebody who trusts this person has asked them to a table, where they work for nobody. */
  hasSeat: z.boolean(),
  /** What the municipality calls things itself: words of the lab, and life areas; null where it says what the product says. */
  ownWords: z
    .object({
      words: z.array(ownWordNow),
      areas: z.array(z.object({ code: z.string(), nb: z.string().nullable(), en: z.string().nullable() })),
    })
    .nullable(),
  /** The session ends by itself at this instant. */
  sessionEnds: z.iso.datetime(),
})
export type Me = z.infer<typeof me>
