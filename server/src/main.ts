import { remindOfConsents } from '@velferdslab/db/consent-reminders'
import { signHeads } from '@velferdslab/db/chain-root'
import { findHealth } from '@velferdslab/db/retention-night'
import { sendNotices } from '@velferdslab/db/send-notices'
import { openPool } from '@velferdslab/db/connect'
import { openKeyRing } from '@velferdslab/db/key-ring'
import { endSessions, findOnlyMunicipality, openSession } from '@velferdslab/db/sessions'
import { findCitizen } from '@velferdslab/db/citizen-identity'
import { admitStaff, isKnownStaff } from '@velferdslab/db/staff-identity'
import { openSelfDoor } from '@velferdslab/db/self-door'
import { answerByCode, readByCode } from '@velferdslab/db/confirm-by-code'
import { openHelperSession } from '@velferdslab/db/helper-session'
import { openTableSession } from '@velferdslab/db/table-session'
import { tokenHash } from '@velferdslab/db/token-hash'
import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApp } from './app.ts'
import { openDatabase, prepareDatabase, refusePowerfulRoles } from './database.ts'
import { demoPeople } from './demo.ts'
import { openKeepAlive } from './keep-alive.ts'
import { startJobs } from './jobs/jobs.ts'
import type { Lab } from './lab.ts'
import { openLive } from './live/live.ts'
import { clearWayIn, leaveWayIn } from './reach-database.ts'
import { readSettings, type Settings } from './settings.ts'
import { readActingToken, setHelperCookie, setTableCookie } from './sign-in/cookies.ts'
import { signIn } from './sign-in/sign-in.ts'
import { laterMessage } from './notices/first-message.ts'
import { openHealth } from './health.ts'
import { openGateway } from './notices/gateway.ts'
import { tellReady } from './tell-ready.ts'

/** server/src in development, server/dist when built: both two steps below the root. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Starts everything in order and stops it in the opposite one. Any failure on the way ends with one sentence and exit code 1. */
export async function start(settings: Settings): Promise<{ address: string; stop(): Promise<void> }> {
  const dbFolder = join(root, 'db')
  const ring = openKeyRing(settings.keyFolder, settings.masterKey, settings.masterKeyAlso)
  const database = await openDatabase(settings, dbFolder)
  const { seeded } = await prepareDatabase(database.urls, settings, ring, dbFolder)
  await refusePowerfulRoles(database.urls)
  leaveWayIn(settings, database.urls)

  const people = openPool(database.urls.app, { size: 10, name: 'velferdslab:people' })
  const system = openPool(database.urls.system, { size: 2, name: 'velferdslab:system' })
  const origin = randomUUID()
  const municipality = await findOnlyMunicipality(system)
  const live = openLive({ people, listenUrl: database.urls.app, ring, origin })
  const address = { mode: settings.mode, publicUrl: settings.publicUrl }
  let hurryNotices = (): void => undefined
  const lab: Lab = {
    people,
    ring,
    live,
    origin,
    now: () => new Date(),
    keepAlive: openKeepAlive(system, settings.sessionMinutes),
    hurryNotices: () => {
      hurryNotices()
    },
    publicUrl: settings.publicUrl,
    openTableSession: (comer) => openTableSession(system, comer),
    giveTableCookie: (reply, kind, token) => {
      setTableCookie(reply, address, kind, token)
    },
    openHelperSession: (code) => openHelperSession(system, code),
    giveHelperCookie: (reply, token, endsAt) => {
      setHelperCookie(reply, address, token, endsAt)
    },
    selfDoor: openSelfDoor(system, ring),
    byCode: {
      read: (code) => readByCode(system, code),
      answer: (code, answer) => answerByCode(system, code, answer, origin),
    },
    findCitizen: (municipality, number) => findCitizen(system, ring, municipality, number),
    staffDoor: {
      isKnown: (staff) => isKnownStaff(system, ring, staff),
      admit: (staff) => admitStaff(system, ring, staff),
    },
    readToken: (request) => readActingToken(request, address),
    retentionHealth: openHealth(() => findHealth(system)),
  }

  const app = await buildApp(lab, { ...settings, webFolder: join(root, 'web', 'dist') })
  await app.register(signIn, {
    settings: {
      ...address,
      municipality: { name: municipality?.name ?? 'kommunen', phone: municipality?.phone ?? '' },
      citizenAcr: settings.citizenAcr,
      signInPage: '/',
      ...(settings.citizenSignIn ? { citizen: settings.citizenSignIn } : {}),
      ...(settings.staffSignIn ? { staff: settings.staffSignIn } : {}),
    },
    sessions: {
      async open(input) {
        const town = municipality ?? (await findOnlyMunicipality(system))
        return town && openSession(system, ring, { ...input, municipality: town.id, minutes: settings.sessionMinutes })
      },
      end: (token) => endSessions(system, { token }),
      endByProviderSession: (issuer, providerSession) => endSessions(system, { issuer, providerSession }),
    },
    ...(settings.mode === 'demo' ? { demoPeople: demoPeople(system, ring) } : {}),
    onSessionEnded: (token) => {
      live.sessionEnded(tokenHash(token).toString('hex'))
    },
    sessionsKey: ring.derive('sign-in'),
  })
  const gateway = await openGateway(app, settings)
  const jobs = await startJobs(
    database.urls.system,
    system,
    origin,
    () => sendNotices(system, ring, (id, notice) => gateway(id, notice)),
    () =>
      remindOfConsents(system, ring, origin, (language, town) =>
        laterMessage(language, { municipality: town.name, address: settings.publicUrl }),
      ),
    () => signHeads(system, ring.signer(), settings.rootFolder, new Date()),
    (owner) => {
      ring.forgetKey(owner)
    },
    (job, error) => {
      app.log.error(
        { job, why: (error as { code?: string }).code ?? (error as Error).name },
        'a job failed; it is tried again',
      )
    },
  )
  hurryNotices = () => {
    jobs.hurryNotices()
  }
  await app.listen({ host: settings.host, port: settings.port })
  tellReady(settings, { seeded, hasMunicipality: municipality !== undefined })

  return {
    address: settings.publicUrl,
    async stop() {
      await live.close()
      await app.close()
      await jobs.stop()
      await Promise.all([people.end(), system.end()])
      clearWayIn(settings)
      await database.stop()
    },
  }
}

async function main(): Promise<void> {
  const running = await start(readSettings(process.env))
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      running.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
