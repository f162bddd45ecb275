import type { Notice } from '@velferdslab/db/notice'
import type { Sent } from '@velferdslab/db/send-notices'
import type { FastifyInstance } from 'fastify'
import type { Settings } from '../settings.ts'
import { sendSms } from './sms-gateway.ts'

/**
 * How messages leave this installation: by its gateway, in a demo without one by the demo's own telephone, and in production without one not at
 * all: the core team sees that it must call.
 */
export async function openGateway(
  app: FastifyInstance,
  settings: Settings,
): Promise<(id: string, notice: Notice) => Promise<Sent>> {
  const { smsGateway } = settings
  if (smsGateway) return (id, notice) => sendSms(smsGateway, id, notice)
  if (settings.mode === 'production') return () => Promise.resolve('refused')
  const { mountDemoPhone } = await import('./demo-phone.ts')
  const gatewayOf = mountDemoPhone(app)
  return (id, notice) => sendSms(gatewayOf(), id, notice)
}
