import { areas } from './areas.ts'
import { everywhere } from './everywhere.ts'
import { dates } from './dates.ts'
import { errors } from './errors.ts'
import { home } from './home.ts'
import { refusals } from './refusals.ts'
import { session } from './session.ts'
import { shell } from './shell.ts'
import { signIn } from './sign-in.ts'
import { stop } from './stop.ts'

/** English, British and plain: what the first page needs. Each file is held to bokmål's by `like`. */
export const en = { areas, everywhere, dates, errors, home, refusals, session, shell, signIn, stop } as const
