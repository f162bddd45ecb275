import { randomUUID } from 'node:crypto'

/** Bodies of the doors where a yes is confirmed with a code. */
export const codeBodies: Readonly<Record<string, () => unknown>> = {
  '/api/families/:familyId/consents/:consentId/code': () => ({ commandId: randomUUID(), codeId: randomUUID() }),
  '/api/help/read': () => ({ code: '0AB1-2CD3-4EF56' }),
  '/api/help/answer': () => ({ commandId: randomUUID(), code: '0AB1-2CD3-4EF56', answer: 'yes' }),
}
