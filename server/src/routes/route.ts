import { refusal, type RefusalReason } from '@velferdslab/core/refusal'
import type { EventKind } from '@velferdslab/core/events'
import type { PageOpened } from '@velferdslab/core/opening'
import type { ReadPurpose } from '@velferdslab/core/purpose'
import type { Session } from '@velferdslab/db/as-person'
import { tableKindOf, type NarrowKind } from '@velferdslab/db/table'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { leaveDenial } from './denial.ts'

/** What a route answers: its body, or the reason why not. */
export interface Refused {
  readonly refused: RefusalReason
  readonly values?: Record<string, string> | undefined
}

export interface Asked<Params, Query, Body> {
  readonly session: Session
  readonly params: Params
  readonly query: Query
  readonly body: Body
}

/**
 * One door of the API: its schemas, the events it can write (or that it only reads), and the plain function behind it.
 * The list of these is the whole API: OpenAPI, the check of the house and the lists of doors are made from it.
 */
export interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly summary: string
  readonly params: z.ZodType
  readonly query: z.ZodType
  readonly body: z.ZodType
  readonly answer: z.ZodType
  readonly events: readonly EventKind[] | 'reads'
  /** The page of a family's life it shows: who is not of the family leaves an opening by it. Null: it shows nothing of a family. */
  readonly opens: PageOpened | null
  /** What it is for; a yes to something else does not count here. Making and following the plan, unless it says otherwise. */
  readonly purpose: ReadPurpose | undefined
  /** Sessions that know one meeting or one promise only come through no other door than those that name them. */
  readonly atTable: readonly NarrowKind[]
  readonly handle: (lab: Lab, asked: Asked<never, never, never>) => Promise<unknown>
}

/** Declares a route; the schemas give the types of what its function is handed and must answer. */
export function route<
  Answer extends z.ZodType,
  Params extends z.ZodType = z.ZodUnknown,
  Query extends z.ZodType = z.ZodUnknown,
  Body extends z.ZodType = z.ZodUnknown,
>(declared: {
  method: 'GET' | 'POST'
  path: string
  summary: string
  params?: Params
  query?: Query
  body?: Body
  answer: Answer
  events: readonly EventKind[] | 'reads'
  opens?: PageOpened
  purpose?: ReadPurpose
  atTable?: readonly NarrowKind[]
  handle: (
    lab: Lab,
    asked: Asked<z.output<Params>, z.output<Query>, z.output<Body>>,
  ) => Promise<z.input<Answer> | Refused>
}): Route {
  return {
    ...declared,
    params: declared.params ?? z.unknown(),
    query: declared.query ?? z.unknown(),
    body: declared.body ?? z.unknown(),
    opens: declared.opens ?? null,
    purpose: declared.purpose,
    atTable: declared.atTable ?? [],
    handle: declared.handle,
  }
}

const statusOf: Partial<Record<RefusalReason, number>> = {
  'not-signed-in': 401,
  'foreign-origin': 403,
  'not-found': 404,
  'too-large': 413,
  'not-valid': 422,
  'print-letter-missing': 422,
  'too-many-requests': 429,
  'server-fault': 500,
  unavailable: 503,
}

export function sendRefusal(
  reply: FastifyReply,
  refused: Refused & { fields?: { path: string; why: string }[] },
): FastifyReply {
  return reply.status(statusOf[refused.refused] ?? 409).send({ ...refused })
}

/** Adds routes to the server. */
export function addRoutes(app: FastifyInstance, lab: Lab, routes: readonly Route[]): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()
  for (const door of routes) {
    typed.route({
      method: door.method,
      url: door.path,
      schema: {
        summary: door.summary,
        ...(door.params instanceof z.ZodUnknown ? {} : { params: door.params }),
        ...(door.query instanceof z.ZodUnknown ? {} : { querystring: door.query }),
        ...(door.body instanceof z.ZodUnknown ? {} : { body: door.body }),
        response: { 200: door.answer, '4xx': refusal, '5xx': refusal },
      },
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        const token = lab.readToken(request)
        if (!token) return sendRefusal(reply, { refused: 'not-signed-in' })
        const table = tableKindOf(token)
        if (table && !door.atTable.includes(table)) return sendRefusal(reply, { refused: 'not-found' })
        // A session at a table lasts as long as its meeting, a helper's as long as its link; it needs nobody to prolong it.
        if (!table) lab.keepAlive(token)
        const { opens: page, purpose } = door
        const opens = page ? { page, purpose, request: request.id } : undefined
        const asked = { session: { token, opens }, params: request.params, query: request.query, body: request.body }
        const answer = await door.handle(lab, asked as Asked<never, never, never>)
        if (!isRefused(answer)) return reply.send(answer)
        sendRefusal(reply, answer)
        if (answer.refused === 'not-found') leaveDenial(lab, token, request)
        return reply
      },
    })
  }
}

function isRefused(answer: unknown): answer is Refused {
  return typeof answer === 'object' && answer !== null && 'refused' in answer
}
