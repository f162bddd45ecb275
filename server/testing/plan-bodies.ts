import { randomUUID } from 'node:crypto'
import type { TestServer } from './lab-for-tests.ts'

/** Of the bodies of commands, those about the plan: what is to be done, decided, signed, promised and paid. */
export function planBodies(server: TestServer): Readonly<Record<string, () => unknown>> {
  return {
    '/api/families/:familyId/shares': () => ({
      commandId: randomUUID(),
      shareId: randomUUID(),
      from: server.party('nav'),
      to: server.party('lab'),
      ground: { by: 'consent', id: randomUUID() },
      things: [{ kind: 'note', id: randomUUID() }],
      necessity: 'Laben må vite om fraværet i dag.',
    }),
    '/api/families/:familyId/signing': () => ({ commandId: randomUUID(), versionId: randomUUID() }),
    '/api/families/:familyId/signing/:versionId/sign': () => ({
      commandId: randomUUID(),
      contentSha256: 'a'.repeat(64),
      paperSha256: 'a'.repeat(64),
    }),
    '/api/families/:familyId/promises/:promiseId/answer': () => ({ commandId: randomUUID(), answer: 'done' }),
    '/api/families/:familyId/goals': () => ({
      commandId: randomUUID(),
      goalId: randomUUID(),
      noteId: randomUUID(),
      term: 'short',
      area: 'economy',
      about: { whole: true },
      words: { text: 'x' },
    }),
    '/api/families/:familyId/measures': () => ({
      commandId: randomUUID(),
      measureId: randomUUID(),
      goalId: randomUUID(),
      area: 'economy',
      about: { whole: true },
      words: { text: 'x' },
      doer: { is: 'member', personId: server.person('jonas') },
      due: '2027-01-01',
    }),
    '/api/families/:familyId/measures/:measureId/stop': () => ({ commandId: randomUUID(), on: '2027-01-01' }),
    '/api/families/:familyId/decisions': () => ({
      commandId: randomUUID(),
      decisionId: randomUUID(),
      measureId: randomUUID(),
      partyId: server.party('nav'),
      area: 'economy',
      persons: [server.person('jonas')],
      kind: 'agreement',
      amountOre: 100,
      words: { what: 'x' },
    }),
    '/api/families/:familyId/decisions/:decisionId/change': () => ({
      commandId: randomUUID(),
      baseVersion: 1,
      kind: 'agreement',
      amountOre: 100,
      words: { what: 'x' },
    }),
    '/api/families/:familyId/decisions/:decisionId/answer': () => ({
      commandId: randomUUID(),
      version: 1,
      answer: 'yes',
    }),
    '/api/families/:familyId/decisions/:decisionId/confirm': () => ({
      commandId: randomUUID(),
      answerIds: [randomUUID()],
    }),
    '/api/families/:familyId/decisions/:decisionId/hear-child': () => ({
      commandId: randomUUID(),
      version: 1,
      childId: server.person('sara'),
      view: 'said',
    }),
    '/api/families/:familyId/decisions/:decisionId/ask': () => ({
      commandId: randomUUID(),
      version: 1,
      personId: server.person('hanne'),
      by: '2099-01-01',
    }),
    '/api/families/:familyId/decisions/:decisionId/decide': () => ({ commandId: randomUUID(), version: 1 }),
    '/api/families/:familyId/decisions/:decisionId/reply': () => ({
      commandId: randomUUID(),
      version: 1,
      answer: 'no',
    }),
    '/api/families/:familyId/entries/meeting': () => ({
      commandId: randomUUID(),
      onDay: '2026-11-20',
      minutes: 90,
      present: [{ partyId: server.party('nav'), item: 'hour_default' }],
    }),
    '/api/families/:familyId/entries/cost': () => ({
      commandId: randomUUID(),
      measureId: randomUUID(),
      onDay: '2026-11-20',
      ore: 100,
    }),
    '/api/families/:familyId/entries/:entryId/reverse': () => ({ commandId: randomUUID() }),
    '/api/families/:familyId/outside-decisions': () => ({
      commandId: randomUUID(),
      decisionId: randomUUID(),
      partyId: server.party('child-welfare'),
      area: 'upbringing',
      persons: [server.person('noor')],
      on: '2026-11-01',
      words: { what: 'x', ground: 'Barnevernsloven § 4-2' },
    }),
  }
}
