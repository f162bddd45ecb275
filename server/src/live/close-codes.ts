import type { WebSocket } from '@fastify/websocket'

/** Close codes the browser knows: signed out, no access any more, too slow to read, and "come back at once with your cursor". */
export const closeCodes = { signedOut: 4401, noAccess: 4404, slowDown: 4429, comeBack: 1012 } as const

const words: Readonly<Record<keyof typeof closeCodes, string>> = {
  signedOut: 'signed out',
  noAccess: 'no access',
  slowDown: 'slow down',
  comeBack: 'come back',
}

/** Lets a page go, and says why: the browser knows by the code what to do next. */
export function closeFor(why: keyof typeof closeCodes, { socket }: { readonly socket: WebSocket }): void {
  socket.close(closeCodes[why], words[why])
}
