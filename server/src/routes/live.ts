import { familyId, type FamilyId } from '@velferdslab/core/ids'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Lab } from '../lab.ts'
import { leaveDenial } from './denial.ts'
import { sendRefusal } from './route.ts'

interface Asked {
  Params: { familyId: string }
  Querystring: { cursor?: string; watch?: string }
}

/**
 * The one way out: GET /api/families/:familyId/live, a WebSocket that tells what changed (core's `frame`). Origin, session and the right to the
 * family are asked before the handshake is answered; nothing is taken in: commands go over HTTP (REQ-62).
 */
export function addLiveRoute(app: FastifyInstance, lab: Lab, publicOrigin: (request: FastifyRequest) => boolean): void {
  app.get<Asked>(
    '/api/families/:familyId/live',
    {
      websocket: true,
      schema: { hide: true },
      preValidation: async (request, reply) => {
        if (!publicOrigin(request)) return sendRefusal(reply, { refused: 'foreign-origin' })
        const token = lab.readToken(request)
        if (!token) return sendRefusal(reply, { refused: 'not-signed-in' })
        const family = familyId.safeParse(request.params.familyId)
        if (family.success && (await lab.live.mayJoin(token, family.data))) return undefined
        sendRefusal(reply, { refused: 'not-found' })
        leaveDenial(lab, token, request)
        return reply
      },
    },
    (socket, request) => {
      socket.on('message', () => {
        socket.close(1003, 'commands go over HTTP')
      })
      socket.on('error', () => {
        socket.terminate()
      })
      const token = lab.readToken(request) as string
      const { cursor, watch } = request.query
      const opened = { cursor, watches: watch === 'plan' ? 'plan' : 'cloth', request: request.id } as const
      lab.live.join(socket, token, request.params.familyId as FamilyId, opened).catch(() => {
        socket.close(1012, 'come back')
      })
    },
  )
}
