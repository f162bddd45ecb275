import { signInAs } from '../tools/sign-in-as.ts'
import type { Lab } from './server-for-stories.ts'

/** Fjordvik, as far as the stories go there. The same short names as in the seed. */
export type Persona =
  | 'anne'
  | 'geir'
  | 'ingvild'
  | 'eivind'
  | 'berit'
  | 'amina'
  | 'jonas'
  | 'sara'
  | 'magda'
  | 'marius'
  | 'marek'
  | 'solveig'
  | 'tor'
  | 'siri'
  | 'hanne'
  | 'mona'
  | 'pal'
  | 'kari'
  | 'torbjorn'
  | 'emma'
  | 'leila'
  | 'frode'
  | 'ingunn'

/** A phone held upright, and a desk. */
export const phone = { width: 390, height: 844 }
export const desk = { width: 1440, height: 900 }

export interface Look {
  readonly size?: { width: number; height: number }
  readonly colours?: 'light' | 'dark'
  /** What the browser itself speaks. */
  readonly speaks?: string
}

/** A window in Norway where nothing moves by itself, so that a picture and a story are the same every time. */
export function windowAt(lab: Lab, { size = desk, colours = 'light', speaks = 'nb-NO' }: Look) {
  return {
    baseURL: lab.url,
    viewport: size,
    colorScheme: colours,
    locale: speaks,
    timezoneId: 'Europe/Oslo',
    reducedMotion: 'reduce',
  } as const
}

/** The cookie of somebody who has just signed in. __Host- cookies belong to https; on localhost the browser sends them by http too. */
export async function sessionOf(lab: Lab, persona: Persona) {
  const cookie = await signInAs(lab.url, persona)
  const at = cookie.indexOf('=')
  return {
    name: cookie.slice(0, at),
    value: cookie.slice(at + 1),
    url: lab.url.replace('http:', 'https:'),
    httpOnly: true,
    secure: true,
    sameSite: 'Lax' as const,
  }
}

/** How Chromium is begun: as root only without its sandbox, and without calling home. */
export const browserArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-quic',
]
