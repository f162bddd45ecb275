import type { Notice } from '@velferdslab/db/notice'
import type { Sent } from '@velferdslab/db/send-notices'

/** Where messages leave the house: an SMS gateway that takes JSON over HTTPS, as the common ones do. */
export interface SmsGateway {
  readonly url: string
  readonly token: string
}

const patienceMs = 10_000

/**
 * One message to the gateway: POST { id, to, text }, with the id as idempotency key too, so that a repeated try is one message. 2xx is taken, 408,
 * 429 and 5xx and silence are tried again, any other answer is a refusal.
 */
export async function sendSms(gateway: SmsGateway, id: string, notice: Notice): Promise<Sent> {
  try {
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${gateway.token}`,
        'content-type': 'application/json',
        'idempotency-key': id,
      },
      body: JSON.stringify({ id, ...notice }),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    })
    await response.body?.cancel()
    if (response.ok) return 'sent'
    return response.status === 408 || response.status === 429 || response.status >= 500 ? 'later' : 'refused'
  } catch {
    return 'later'
  }
}
