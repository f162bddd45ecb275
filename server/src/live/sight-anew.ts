import type { AskAsReceiver } from './ask-as-receiver.ts'
import { closeFor } from './close-codes.ts'
import { send, sendCounted, type Receiver, type Room } from './room.ts'

/** Asks the database what each person here may see now. Who sees nothing is closed; who sees otherwise fetches the cloth again. */
export async function askSightAnew(room: Room, ask: AskAsReceiver, cursorKey: Buffer): Promise<void> {
  const tokens = [...new Set([...room.receivers].map((receiver) => receiver.token))]
  await Promise.all(
    tokens.map(async (token) => {
      const receivers = [...room.receivers].filter((receiver) => receiver.token === token)
      const watched = receivers.some((receiver) => receiver.watches === 'plan')
      const asked = await ask.sight({ token, family: room.family }, watched).catch(() => 'unknown' as const)
      for (const receiver of receivers) {
        if (asked === 'unknown') closeFor('comeBack', receiver)
        else if (!asked.me) closeFor('signedOut', receiver)
        else if (!asked.sight) closeFor('noAccess', receiver)
        else takeUp(receiver, { ...asked, sight: asked.sight }, cursorKey)
      }
    }),
  )
}

type Asked = Awaited<ReturnType<AskAsReceiver['sight']>>

function takeUp(receiver: Receiver, asked: Asked & { sight: NonNullable<Asked['sight']> }, cursorKey: Buffer): void {
  const { sight, knows, quiet, planMark } = asked
  receiver.nextEnd = sight.nextEnd
  receiver.knows = knows
  receiver.quiet = quiet
  if (receiver.watches === 'plan' && planMark !== receiver.planMark) {
    receiver.planMark = planMark
    send(receiver, { is: 'plan' })
  }
  if (sight.mark === receiver.mark) return
  receiver.mark = sight.mark
  receiver.sights += 1
  // The cloth that is fetched now holds everything up to here: what was addressed under an older sight must not come after it.
  receiver.seq = Math.max(receiver.seq, sight.seq)
  sendCounted(receiver, cursorKey, { is: 'sight' })
}
