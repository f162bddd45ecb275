import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { existsSync } from 'node:fs'
import { sendRefusal } from './routes/route.ts'

/** The pages: files with a hash in their name are kept by browsers; the page itself is asked for each time, so that an upgrade is seen at once. */
export async function addWeb(app: FastifyInstance, folder: string): Promise<void> {
  if (existsSync(folder)) {
    await app.register(fastifyStatic, {
      root: folder,
      index: false,
      cacheControl: false,
      setHeaders(reply, path) {
        reply.header(
          'cache-control',
          /-[\w-]{8,}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        )
      },
    })
    // The static files answer a folder with "forbidden": the front page is said apart.
    app.get('/', { schema: { hide: true } }, (_request, reply) =>
      reply.header('cache-control', 'no-cache').type('text/html').sendFile('index.html'),
    )
  }
  app.setNotFoundHandler((request, reply) => {
    const page =
      request.method === 'GET' && !request.url.startsWith('/api/') && !/\.\w+$/.test(request.url.split('?')[0] ?? '')
    if (!page || !existsSync(folder)) return sendRefusal(reply, { refused: 'not-found' })
    return reply.header('cache-control', 'no-cache').type('text/html').sendFile('index.html')
  })
}
