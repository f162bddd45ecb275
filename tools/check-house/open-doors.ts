import { randomBytes } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { buildApp } from '../../server/src/app.ts'
import type { Lab } from '../../server/src/lab.ts'
import { signIn } from '../../server/src/sign-in/sign-in.ts'
import { nameOf } from './doors.ts'

type App = Awaited<ReturnType<typeof buildApp>>

const publicUrl = 'http://localhost:3000'
const someProvider = { issuer: 'https://login.example', clientId: 'velferdslab', clientSecret: 'none' }

/**
 * Builds the server as main.ts does, without a database and without listening, and tells which doors it has: what was really
 * registered, wherever in the code, and what OpenAPI says of it.
 */
export async function openDoors(): Promise<{ open: string[]; described: Map<string, string | undefined> }> {
  const open = new Set<string>()
  // The server makes its own Fastify; this is how one hears of it before the first route is added.
  const hear = (message: unknown) => {
    ;(message as { fastify: App }).fastify.addHook('onRoute', ({ method, url }) => {
      for (const each of [method].flat())
        if (each !== 'HEAD' && url !== '/*') open.add(nameOf({ method: each, path: url }))
    })
  }
  subscribe('fastify.initialization', hear)
  try {
    // No route is called, so nothing asks the lab for anything.
    const app = await buildApp({} as Lab, { publicUrl, trustProxy: false, logLevel: 'silent', webFolder: 'not-built' })
    const nothing = () => Promise.resolve(undefined)
    await app.register(signIn, {
      settings: {
        mode: 'demo',
        publicUrl,
        municipality: { name: '', phone: '' },
        citizenAcr: 'any',
        citizen: someProvider,
        staff: someProvider,
      },
      sessions: { open: nothing, end: nothing, endByProviderSession: nothing },
      onSessionEnded: () => undefined,
      sessionsKey: randomBytes(32),
    })
    await app.ready()
    const { paths = {} } = app.swagger()
    await app.close()
    const described = new Map<string, string | undefined>()
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, told] of Object.entries(methods as Record<string, { summary?: string }>)) {
        described.set(
          nameOf({ method: method.toUpperCase(), path: path.replaceAll(/\{(\w+)\}/g, ':$1') }),
          told.summary,
        )
      }
    }
    return { open: [...open], described }
  } finally {
    unsubscribe('fastify.initialization', hear)
  }
}
