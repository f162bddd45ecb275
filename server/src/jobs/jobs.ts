import { openPool, type Pool } from '@velferdslab/db/connect'
import {
  closeDueGlass,
  endConsentsByTime,
  endForgottenMeetings,
  reviewTrace,
  noteBirthdays,
  tellDueActs,
} from '@velferdslab/db/jobs'
import { letGo } from '@velferdslab/db/retention-night'
import { Logger, parseCronItems, run, runMigrations } from 'graphile-worker'

/** Where graphile-worker keeps its own tables: a schema of lab_system, apart from ours. */
const schema = 'lab_jobs'

/** Brings the tables of the job queue forward. lab_system may make its schema only while this runs (db/src/jobs.ts opens and closes that). */
export async function migrateJobs(systemUrl: string): Promise<void> {
  await runMigrations({ connectionString: systemUrl, schema, logger: quiet })
}

// The queue's own log names payloads; ours never does.
const quiet = new Logger(() => () => undefined)

export interface Jobs {
  /** Sends what waits to leave the house now. */
  hurryNotices(): void
  stop(): Promise<void>
}

/**
 * Things that happen later. Payloads hold nothing: each job finds by the clock what is due, so that a job lost or run twice changes nothing.
 * A failed job is tried again by the queue, and `failed` is told.
 */
export async function startJobs(
  systemUrl: string,
  system: Pool,
  origin: string,
  sendDueNotices: () => Promise<unknown>,
  remindOfConsents: () => Promise<unknown>,
  signTheChains: () => Promise<void>,
  forgetKey: (owner: string) => void,
  failed: (job: string, error: unknown) => void,
): Promise<Jobs> {
  const pool = openPool(systemUrl, { size: 2, name: 'velferdslab:jobs', pipeline: false })
  const runner = await run({
    pgPool: pool,
    schema,
    logger: quiet,
    noHandleSignals: true,
    concurrency: 1,
    pollInterval: 5_000,
    taskList: {
      'consents-that-end': () => endConsentsByTime(system, origin).then(() => undefined),
      'forgotten-meetings': () => endForgottenMeetings(system).then(() => undefined),
      'tell-acts': () => tellDueActs(system).then(() => undefined),
      'glass-that-ends': () => closeDueGlass(system).then(() => undefined),
      birthdays: () => noteBirthdays(system, origin).then(() => undefined),
      retention: () => letGo(system, forgetKey),
      'review-trace': () => reviewTrace(system).then(() => undefined),
      'consents-that-near-their-end': () => remindOfConsents().then(() => undefined),
      'send-notices': () => sendDueNotices().then(() => undefined),
      'sign-the-chains': () => signTheChains(),
    },
    parsedCronItems: parseCronItems([
      { task: 'consents-that-end', match: '* * * * *', options: { backfillPeriod: 0 } },
      { task: 'forgotten-meetings', match: '*/5 * * * *', options: { backfillPeriod: 0 } },
      { task: 'send-notices', match: '* * * * *', options: { backfillPeriod: 0 } },
      { task: 'tell-acts', match: '* * * * *', options: { backfillPeriod: 0 } },
      { task: 'glass-that-ends', match: '* * * * *', options: { backfillPeriod: 0 } },
      // Just after midnight in Norway, summer and winter, and once more for a night that was missed.
      { task: 'birthdays', match: '3 * * * *', options: { backfillPeriod: 0 } },
      // In the morning, when a message may ring.
      { task: 'consents-that-near-their-end', match: '7 7 * * *', options: { backfillPeriod: 24 * 3600 * 1000 } },
      { task: 'retention', match: '17 3 * * *', options: { backfillPeriod: 24 * 3600 * 1000 } },
      { task: 'review-trace', match: '41 3 * * *', options: { backfillPeriod: 24 * 3600 * 1000 } },
      { task: 'sign-the-chains', match: '47 3 * * *', options: { backfillPeriod: 24 * 3600 * 1000 } },
    ]),
  })
  runner.events.on('job:error', ({ job, error }) => {
    failed(job.task_identifier, error)
  })
  // What ended while nobody was here is written down at once.
  await runner.addJob('consents-that-end', {}, { jobKey: 'consents-that-end:start' })
  await runner.addJob('forgotten-meetings', {}, { jobKey: 'forgotten-meetings:start' })
  await runner.addJob('retention', {}, { jobKey: 'retention:start' })
  await runner.addJob('review-trace', {}, { jobKey: 'review-trace:start' })
  await runner.addJob('tell-acts', {}, { jobKey: 'tell-acts:start' })
  await runner.addJob('glass-that-ends', {}, { jobKey: 'glass-that-ends:start' })
  await runner.addJob('birthdays', {}, { jobKey: 'birthdays:start' })
  return {
    hurryNotices() {
      // Lost, it goes out at the next minute.
      void runner.addJob('send-notices', {}, { jobKey: 'send-notices:now' }).catch(() => undefined)
    },
    async stop() {
      await runner.stop()
      await pool.end()
    },
  }
}
