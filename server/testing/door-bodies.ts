import { randomUUID } from 'node:crypto'
import type { TestServer } from './lab-for-tests.ts'

/** Somebody who answers for Sara, written down: by who leads, or at the door. */
export const aResponsibility = (server: TestServer) => ({
  commandId: randomUUID(),
  responsibilityId: randomUUID(),
  personId: server.person('sara'),
  holderId: randomUUID(),
  holderName: 'Vera Verge',
  kind: 'guardian',
  areas: ['economy'],
  source: 'state_administrator',
  documentOn: '2026-01-01',
  until: null,
})

/** Bodies that fit the doors of the core team's door, as in command-bodies.ts. */
export const doorBodies = (server: TestServer) => ({
  '/api/questions': () => ({ commandId: randomUUID(), questionId: randomUUID(), partyId: null, text: 'x' }),
  '/api/questions/:questionId/answer': () => ({ commandId: randomUUID(), answer: 'x' }),
  '/api/self-referrals/:selfReferralId/take-in': () => ({ commandId: randomUUID(), relation: 'mother' }),
  '/api/self-referrals/:selfReferralId/close': () => ({ commandId: randomUUID(), how: 'talked' }),
  '/api/families/:familyId/door/responsibilities': () => aResponsibility(server),
  '/api/families/:familyId/door/responsibilities/:responsibilityId/end': () => ({ commandId: randomUUID() }),
})
