import type { FastifyReply } from 'fastify'
import { sendRefusal } from './route.ts'

/**
 * Answers with a paper that is set now. @param set rejects with `codePoints` where letters are missing in every font: they must not become empty
 * boxes on paper that people go by, and are refused by name
 */
export async function sendPaper(reply: FastifyReply, fileName: string, set: () => Promise<Uint8Array>) {
  let paper: Uint8Array
  try {
    paper = await set()
  } catch (error) {
    if (!(error instanceof Error && 'codePoints' in error)) throw error
    const letters = (error.codePoints as string[]).join(', ')
    return sendRefusal(reply, { refused: 'print-letter-missing', values: { letters } })
  }
  return reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${fileName}"`)
    .send(Buffer.from(paper))
}
