/** Whom this page acts as, when it is not whoever has signed in: a guest at one table, the large screen of a room, or who has a link to one promise. */
export type Acting = 'guest' | 'screen' | 'helper'

let acting: Acting | null = null

/** Set when a page is gone to: a guest's page never acts by a session of somebody else on the same phone. */
export function actAs(who: Acting | null): void {
  acting = who
}

export function actingHeaders(): Record<string, string> {
  return acting ? { 'x-lab-as': acting } : {}
}

/** A socket can carry no header. */
export function actingQuery(): string {
  return acting ? `&as=${acting}` : ''
}
