import type { FastifyReply } from 'fastify'
import { Html, html } from './html.ts'
import { wordmark } from './wordmark.ts'

export const stylesheetPath = '/sign-in/style.css'

export interface Page {
  /** Neutral: somebody may look over a shoulder, and the title stays in the browser's history. */
  title: string
  shell: 'family' | 'staff'
  /** A script of ours by address; there is none inside the page. */
  script?: string
  main: Html
}

export function renderPage(page: Page): string {
  return (
    '<!doctype html>\n' +
    html`<html lang="nb" data-shell="${page.shell}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${stylesheetPath}" />
        ${page.script ? html`<script src="${page.script}" defer></script>` : undefined}
      </head>
      <body>
        <header class="bar">
          <a class="mark" href="/">${new Html(wordmark)}<span class="hidden">, til forsiden</span></a>
        </header>
        <main>${page.main}</main>
      </body>
    </html>`.text
  )
}

export function pageHeaders(): Record<string, string> {
  return {
    'content-security-policy':
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; form-action 'self'; " +
      "frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  }
}

export function sendPage(reply: FastifyReply, status: number, page: Page): FastifyReply {
  return reply.code(status).headers(pageHeaders()).type('text/html; charset=utf-8').send(renderPage(page))
}
