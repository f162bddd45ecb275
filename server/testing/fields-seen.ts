import { apiRoutes } from '../src/routes/all.ts'
import type { TestServer } from './lab-for-tests.ts'

/** Who asks: the same family met from every side (REQ-54). Short names of Fjordvik, and what they are to Hansen-Ali. */
export const readers: Readonly<Record<string, string>> = {
  amina: 'mother',
  jonas: 'other parent',
  sara: 'child',
  solveig: 'leader',
  tor: 'service with consent',
  kari: 'school',
  torbjorn: 'trusted person',
  berit: 'core team',
  siri: 'service without consent',
  geir: 'manager',
  eivind: 'economist',
  ingvild: 'privacy officer',
  magda: 'another family',
  frode: 'administrator',
}

/** The fields of each door that reads, as each reader is answered them: `notes[].words.text` -> who. Doors that ask for a further id are left out. */
export async function fieldsSeen(server: TestServer, family: string): Promise<Map<string, Map<string, string[]>>> {
  const seen = new Map<string, Map<string, string[]>>()
  for (const { method, path } of apiRoutes) {
    if (method !== 'GET' || /:(?!familyId)\w+/.test(path)) continue
    const fields = new Map<string, string[]>()
    for (const [persona, role] of Object.entries(readers)) {
      const answer = await server.call(persona, 'GET', path.replace(':familyId', family))
      if (answer.status !== 200) continue
      for (const field of new Set(fieldsOf(answer.json()))) fields.set(field, [...(fields.get(field) ?? []), role])
    }
    seen.set(path, fields)
  }
  return seen
}

/** Where something stands in an answer. What is null or empty tells nothing, and is no field. */
function fieldsOf(value: unknown, at = ''): string[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.flatMap((each) => fieldsOf(each, `${at}[]`))
  if (typeof value !== 'object') return [at]
  return Object.entries(value).flatMap(([key, each]) => {
    const name = /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(key) ? '{id}' : key
    return fieldsOf(each, at ? `${at}.${name}` : name)
  })
}

/** The page docs/fields.md: under each door, fields with the same readers together. */
export function fieldsPage(seen: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>): string {
  const doors = [...seen].map(([path, fields]) => {
    const groups = new Map<string, string[]>()
    for (const [field, who] of fields) {
      const all = who.length === Object.keys(readers).length ? 'everybody who is signed in' : who.join(', ')
      groups.set(all, [...(groups.get(all) ?? []), field])
    }
    const lines = [...groups].sort().map(
      ([who, names]) =>
        `- **${who}**: ${names
          .sort()
          .map((name) => `\`${name}\``)
          .join(', ')}`,
    )
    return [`## GET ${path}`, '', ...(lines.length > 0 ? lines : ['- nobody of these'])].join('\n')
  })
  return [
    '# Which fields each role is answered',
    '',
    'Asked of a Fjordvik as it is seeded, about the family Hansen-Ali, by `server/src/routes/fields.pg.test.ts`; the same test compares. A field',
    'that is null or empty for somebody is not theirs. A field that comes to a role is a decision: look at it here before',
    '`npx vitest run server/src/routes/fields -u` writes it (REQ-54).',
    '',
    doors.join('\n\n'),
    '',
  ].join('\n')
}
