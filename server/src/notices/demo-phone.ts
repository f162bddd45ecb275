import type { Notice } from '@velferdslab/db/notice'
import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { html } from '../sign-in/html.ts'
import { sendPage } from '../sign-in/page.ts'
import type { SmsGateway } from './sms-gateway.ts'

/** So many messages the demo's telephone remembers. */
const mostMessages = 100

const path = '/demo-phone'

/**
 * The demo's telephone: a gateway inside the demo server that takes messages over HTTP like a real one, and a page where one reads what came.
 * Production never loads it.
 */
export function mountDemoPhone(app: FastifyInstance): () => SmsGateway {
  const token = randomBytes(16).toString('base64url')
  const messages: (Notice & { id: string; at: Date })[] = []

  app.post(path, { logLevel: 'warn' }, (request, reply) => {
    if (request.headers.authorization !== `Bearer ${token}`) return reply.code(401).send()
    const { id, to, text } = request.body as Notice & { id: string }
    if (!messages.some((message) => message.id === id)) messages.unshift({ id, to, text, at: new Date() })
    messages.splice(mostMessages)
    return reply.code(202).send()
  })
  app.get(path, { logLevel: 'warn' }, (_request, reply) =>
    sendPage(reply, 200, {
      title: 'Telefonen',
      shell: 'family',
      main: html`<div class="notice card">
        <h1>Telefonen</h1>
        <p class="info">
          <strong>Dette er en demo.</strong> Her ligger meldingene som ellers hadde gått til en telefon.
        </p>
        ${messages.length === 0 ? html`<p>Ingen meldinger ennå.</p>` : undefined}
        <ul class="messages">
          ${messages.map(
            ({ to, text, at }) =>
              html`<li>
                <p class="soft">Til ${to}, klokka ${clock(at)}</p>
                <p>${withLinks(text)}</p>
              </li>`,
          )}
        </ul>
      </div>`,
    }),
  )

  return () => {
    const here = app.server.address() as AddressInfo
    const host = here.address === '::' || here.address === '0.0.0.0' ? '127.0.0.1' : here.address
    return { url: `http://${host.includes(':') ? `[${host}]` : host}:${here.port}${path}`, token }
  }
}

/** Addresses can be pressed, as on a telephone. */
function withLinks(text: string) {
  const [before = '', address, after = ''] = text.split(/(https?:\/\/\S+?)(?=[.,]?(?:\s|$))/, 3)
  return address ? html`${before}<a href="${address}">${address}</a>${after}` : html`${text}`
}

function clock(at: Date): string {
  return new Intl.DateTimeFormat('nb', { timeZone: 'Europe/Oslo', hour: '2-digit', minute: '2-digit' })
    .format(at)
    .replace(':', '.')
}
