import { randomUUID } from 'node:crypto'

/** Bodies of the doors of who comes with a code or a link. */
export const codeBodies: Readonly<Record<string, () => unknown>> = {
  '/api/families/:familyId/consents/:consentId/code': () => ({ commandId: randomUUID(), codeId: randomUUID() }),
  '/api/task/declare': () => ({ commandId: randomUUID(), promise: true }),
  '/api/task/answer': () => ({ commandId: randomUUID(), answer: 'done' }),
  '/api/help/read': () => ({ code: '0AB1-2CD3-4EF56' }),
  '/api/help/answer': () => ({ commandId: randomUUID(), code: '0AB1-2CD3-4EF56', answer: 'yes' }),
}
