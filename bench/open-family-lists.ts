import type { FamilyId } from '@velferdslab/core/ids'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import type { Pool, Tx } from '@velferdslab/db/connect'
import { findCoreTeamHome } from '@velferdslab/db/core-team'
import { findFamilyHome, findMyFamilies } from '@velferdslab/db/family'
import type { KeyRing } from '@velferdslab/db/key-ring'
import { findMe } from '@velferdslab/db/people'
import { quantile } from './quantile.ts'

/** Milliseconds at the 95th of a hundred: what the first page of each takes in the database. */
export type Lists = Record<'leader_ms' | 'core_team_ms' | 'member_ms' | 'citizen_ms', number>

interface Somebody {
  readonly session: Session
}
const coreTeamTimes = 9

/** The homes of those who work with families and of those at home, as the server reads them. */
export async function measureLists(
  pool: Pool,
  ring: KeyRing,
  who: {
    readonly leaders: readonly Somebody[]
    readonly members: readonly Somebody[]
    readonly coreTeam: Somebody
    readonly citizens: readonly (Somebody & { readonly family: FamilyId })[]
  },
): Promise<Lists> {
  const families = (session: Session) => async () => {
    const list = await asPerson(pool, session, null, async (tx) => {
      const [, mine] = await Promise.all([findMe(tx), findMyFamilies(tx)])
      return mine
    })
    if (list.families.length === 0) throw new Error('a seat has families')
  }
  const coreTeam = () =>
    asPerson(pool, who.coreTeam.session, null, async (tx) => {
      await findMe(tx)
      const home = await findCoreTeamHome(tx, ring)
      if (home.leaders.length === 0) throw new Error('somebody leads')
    })
  const home = (session: Session, family: FamilyId) => async () => {
    const read = <Result>(narrow: FamilyId | null, work: (tx: Tx) => Promise<Result>) =>
      asPerson(pool, session, narrow, work)
    const me = await read(null, findMe)
    if (me?.families.length !== 1) throw new Error('who is at home has one family')
    await read(family, (tx) => findFamilyHome(tx, family))
  }
  return {
    leader_ms: await at95(who.leaders.map(({ session }) => families(session))),
    core_team_ms: await at95(Array.from({ length: coreTeamTimes }, () => coreTeam)),
    member_ms: await at95(who.members.map(({ session }) => families(session))),
    citizen_ms: await at95(who.citizens.map(({ session, family }) => home(session, family))),
  }
}

/** Each once to make the plans, uncounted, and then each once. */
async function at95(reads: readonly (() => Promise<unknown>)[]): Promise<number> {
  for (const read of reads.slice(0, 7)) await read()
  const took: number[] = []
  for (const read of reads) {
    const began = performance.now()
    await read()
    took.push(performance.now() - began)
  }
  return quantile(
    took.sort((a, b) => a - b),
    0.95,
  )
}
