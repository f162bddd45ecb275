import type { CalendarDay } from '@velferdslab/core/dates'

/** Somebody of Fjordvik. All are invented. A persona is the short name one signs in with in the demo. */
export interface SeedPerson {
  readonly persona: string
  readonly name: string
  readonly calledName: string
  readonly initials: string
  /** Citizens have a birth day and a synthetic identity number; staff sign in with the municipality's own issuer. */
  readonly born?: CalendarDay
  readonly signsInAs: 'citizen' | 'staff' | null
  /** One line for the demo's sign-in page. */
  readonly about: string
}

/** Somebody of a family, or whom it brings. Who does not sign in has no identity number here either. */
export function citizen(
  persona: string,
  name: string,
  initials: string,
  born: CalendarDay,
  about: string,
  signsIn = true,
): SeedPerson {
  return { persona, name, calledName: calledName(name), initials, born, signsInAs: signsIn ? 'citizen' : null, about }
}

/** Somebody who works here. */
export function staff(persona: string, name: string, initials: string, about: string): SeedPerson {
  return { persona, name, calledName: calledName(name), initials, signsInAs: 'staff', about }
}

function calledName(name: string): string {
  return name.split(' ')[0] ?? name
}
