import type { AddChild } from '@velferdslab/core/commands/member'
import type { FamilyId } from '@velferdslab/core/ids'
import type { Members } from '@velferdslab/core/member'
import type { MemberFacts } from '@velferdslab/core/member-rules'
import { calledNameOf, initialsOf } from '@velferdslab/core/names'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import { cardOf, findMembers } from './people.ts'

async function findSpeaks(tx: Tx, family: FamilyId): Promise<boolean> {
  const { rows } = await sql`
    select 1 from lab.my_voice() v where v.family_id = ${family} and v.speaks`.execute(tx)
  return rows.length > 0
}

/** The family as one of its grown members tells of it; undefined for everybody else. */
async function findHousehold(tx: Tx, family: FamilyId) {
  const [members, speaks] = await Promise.all([findMembers(tx, family), findSpeaks(tx, family)])
  const me = members.find((member) => member.me)
  if (!me) return undefined
  return {
    speaks: speaks && !me.child,
    children: members.filter((member) => member.child),
    grown: members.filter((member) => !member.child && !member.me),
  }
}

export async function findMembersPage(tx: Tx, family: FamilyId): Promise<Members | undefined> {
  const home = await findHousehold(tx, family)
  return (
    home && {
      mayAdd: home.speaks,
      children: home.children.map((child) => ({ ...cardOf(child), age: child.age })),
      grown: home.grown.map((each) => ({ id: cardOf(each).id, calledName: each.called_name })),
    }
  )
}

export async function loadMemberFacts(tx: Tx, family: FamilyId): Promise<MemberFacts | undefined> {
  const home = await findHousehold(tx, family)
  return (
    home && {
      speaks: home.speaks,
      children: home.children.flatMap(({ name, born }) => (born === null ? [] : [{ name, born }])),
      grown: home.grown.map(({ id }) => id),
    }
  )
}

/** The child and who answers for it; lab.add_child looks whether one may. */
export async function insertChild(tx: Tx, family: FamilyId, child: AddChild): Promise<void> {
  const other = child.otherHolder
  await sql`select lab.add_child(${family}, ${child.personId}, ${child.name}, ${calledNameOf(child.name)}, ${initialsOf(child.name)}, ${child.born},
    ${child.holders}::uuid[], ${other}, ${other && calledNameOf(other)}, ${other && initialsOf(other)})`.execute(tx)
}
