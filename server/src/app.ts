import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import websocket from '@fastify/websocket'
import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from 'fastify'
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import type { Lab } from './lab.ts'
import { apiRoutes } from './routes/all.ts'
import { addCodeDoors } from './routes/consent-code.ts'
import { addLiveRoute } from './routes/live.ts'
import { addConsentSheetRoute, addPlanPaperRoute, addPrintRoute } from './routes/print.ts'
import { addSharePaperRoute } from './routes/share-paper.ts'
import { addRoutes, sendRefusal } from './routes/route.ts'
import { addSelfDoor } from './routes/self-referral.ts'
import { addTableDoors } from './routes/table.ts'
import { addTaskDoor } from './routes/task-link.ts'
import { guardOrigin, isOwnOrigin, setHeaders } from './guard.ts'
import { tokenHash } from '@velferdslab/db/token-hash'
import { addWeb } from './web.ts'

/** A note is few words; the largest command is far below this. */
const largestBody = 64 * 1024
/** Per session and minute. Twenty times what a person writing without pause does (three drafts a second). */
const requestsPerMinute = 1200

export interface AppSettings {
  readonly publicUrl: string
  readonly trustProxy: false | string
  readonly logLevel: string
  /** web/dist */
  readonly webFolder: string
}

/**
 * The HTTP server: guards first, then the API, the live stream and the pages. Sign-in is registered by main.ts.
 * The log holds methods, route patterns and status: never an address with ids, a body, a token or a name (REQ-60).
 */
export async function buildApp(lab: Lab, settings: AppSettings): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: largestBody,
    trustProxy: settings.trustProxy,
    genReqId: () => randomUUID(),
    routerOptions: { ignoreTrailingSlash: true },
    logger: {
      level: settings.logLevel,
      serializers: {
        req: (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions.url }),
        res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
        err: (error: FastifyError) => ({ type: error.name, message: '', stack: '', code: error.code }),
      },
    },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  setHeaders(app, settings.publicUrl)
  guardOrigin(app, settings.publicUrl)
  refuseKindly(app)
  await app.register(cookie)
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: '1 minute',
    keyGenerator: (request) => {
      const token = lab.readToken(request)
      return token ? tokenHash(token).toString('base64') : request.ip
    },
    errorResponseBuilder: () => ({ statusCode: 429, refused: 'too-many-requests' }),
    allowList: (request) => !request.url.startsWith('/api/'),
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Velferdslab', version: '0.1.0', description: 'No decision about me without me' },
    },
    // Pages and sign-in are no API.
    transform: (input) =>
      jsonSchemaTransform(
        input.url.startsWith('/api/') ? input : { ...input, schema: { ...input.schema, hide: true } },
      ),
  })
  await app.register(websocket, { options: { maxPayload: 1024 } })
  await app.register((scope, _options, done) => {
    addRoutes(scope, lab, apiRoutes)
    addPrintRoute(scope, lab)
    addTableDoors(scope, lab)
    addTaskDoor(scope, lab)
    addSelfDoor(scope, lab)
    addCodeDoors(scope, lab)
    addPlanPaperRoute(scope, lab)
    addConsentSheetRoute(scope, lab)
    addSharePaperRoute(scope, lab)
    addLiveRoute(scope, lab, (request) => isOwnOrigin(request, settings.publicUrl))
    scope.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
    scope.get('/api/alive', { schema: { hide: true } }, () => ({ alive: true }))
    scope.get('/api/health', { schema: { hide: true } }, async () => ({
      alive: true,
      retention: await lab.retentionHealth(),
    }))
    done()
  })
  await addWeb(app, settings.webFolder)
  return app
}

/** What could not be answered, in our own words: no stack, no internal name, nothing hidden. */
function refuseKindly(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError & { refused?: string }, request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      // An address that is no id is a thing that is not there.
      if (error.validationContext === 'params') return sendRefusal(reply, { refused: 'not-found' })
      const fields = error.validation.map((issue) => ({
        path: issue.instancePath.split('/').filter(Boolean).join('.'),
        why: issue.message ?? issue.keyword,
      }))
      return sendRefusal(reply, { refused: 'not-valid', fields })
    }
    const status = error.statusCode ?? 500
    if (status === 429) return sendRefusal(reply, { refused: 'too-many-requests' })
    if (status === 413) return sendRefusal(reply, { refused: 'too-large' })
    if (status === 404) return sendRefusal(reply, { refused: 'not-found' })
    if (status >= 400 && status < 500) return sendRefusal(reply, { refused: 'not-valid' })
    request.log.error({ err: error }, 'a request failed')
    return sendRefusal(reply, { refused: isDatabaseAway(error) ? 'unavailable' : 'server-fault' })
  })
}

/** Connection refused or lost, shutting down, starting up (SQLSTATE class 08, 57P): worth trying again in a moment. */
function isDatabaseAway(error: { code?: string; message: string }): boolean {
  return (
    /^(08|57P|ECONN|EPIPE)/.test(error.code ?? '') ||
    /Connection terminated|timeout exceeded when trying to connect/.test(error.message)
  )
}
