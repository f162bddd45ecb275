import type { TakeOut, TakenOut } from '@velferdslab/core/commands/my-data'
import { send } from './api.ts'

/** Everything about me; apart from api.ts, so that it comes with its page only. */
export const takeOut = (input: TakeOut) => send<TakenOut>('/api/my-data', input)
