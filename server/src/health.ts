import type { RetentionHealth } from '@velferdslab/core/retention'

/** Asked by anybody and as often as they like, the database is asked once a minute. */
const askedAgainAfterMs = 60_000

/** How it stands with what is to be let go, as one word. A database that does not answer is a failure like any other. */
export function openHealth(find: () => Promise<RetentionHealth>): () => Promise<RetentionHealth> {
  let asked: { at: number; answer: Promise<RetentionHealth> } | undefined
  return () => {
    if (!asked || Date.now() - asked.at > askedAgainAfterMs)
      asked = { at: Date.now(), answer: find().catch(() => 'failed' as const) }
    return asked.answer
  }
}
