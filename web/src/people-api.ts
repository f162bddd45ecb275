import type { AnswerDuplicate } from '@velferdslab/core/commands/duplicate'
import type {
  AnswerMember,
  AskMember,
  NameKeeper,
  RecordProtection,
  RecordResponsibility,
  TellWhereabouts,
} from '@velferdslab/core/commands/household'
import type { Duplicates, Found } from '@velferdslab/core/duplicate'
import type { AnsweredAtDoor } from '@velferdslab/core/door-responsibility'
import type { Household, Joining } from '@velferdslab/core/household'
import type {
  CommandId,
  FamilyId,
  MemberProposalId,
  PersonId,
  ProtectionId,
  ResponsibilityId,
} from '@velferdslab/core/ids'
import { queryOptions } from '@tanstack/react-query'
import { read, send } from './api.ts'
import { api } from './paths.ts'
import { familyKey } from './queries.ts'

/** Who somebody is and who belongs where; behind the first page, which has no use for it. */
export const duplicatesQuery = queryOptions({
  queryKey: ['duplicates'],
  queryFn: ({ signal }) => read<Duplicates>(api.duplicates, signal),
})
export const answerDuplicate = (input: AnswerDuplicate) => send<Done>(api.answerDuplicate, input)
export const searchPeople = (name: string) => send<Found>(api.searchPeople, { name })

export const householdQuery = (family: FamilyId) =>
  queryOptions({
    queryKey: ['family', family, 'people'],
    queryFn: ({ signal }) => read<Household>(api.people(family), signal),
  })
export const joiningQuery = queryOptions({
  queryKey: ['joining'],
  queryFn: ({ signal }) => read<Joining>(api.joining, signal),
})

type Done = { done: true }
export type Press = { commandId: CommandId }
export const moveOut = (family: FamilyId, person: PersonId, input: Press) =>
  send<Done>(api.moveOut(family, person), input)
export const askMember = (family: FamilyId, input: AskMember) => send<Done>(`${api.members(family)}/ask`, input)
export const answerMember = (family: FamilyId, proposal: MemberProposalId, input: AnswerMember) =>
  send<Done>(`${api.members(family)}/asked/${proposal}/answer`, input)
export const answerJoining = (proposal: MemberProposalId, input: AnswerMember) =>
  send<Done>(`${api.joining}/${proposal}/answer`, input)
export const recordResponsibility = (family: FamilyId, input: RecordResponsibility) =>
  send<Done>(api.aboutPeople(family, 'responsibilities'), input)
export const endResponsibility = (family: FamilyId, id: ResponsibilityId, input: Press) =>
  send<Done>(`${api.aboutPeople(family, 'responsibilities')}/${id}/end`, input)
export const recordProtection = (family: FamilyId, input: RecordProtection) =>
  send<Done>(api.aboutPeople(family, 'protections'), input)
export const endProtection = (family: FamilyId, id: ProtectionId, input: Press) =>
  send<Done>(`${api.aboutPeople(family, 'protections')}/${id}/end`, input)
export const nameKeeper = (family: FamilyId, input: NameKeeper) =>
  send<Done>(api.aboutPeople(family, 'address-keepers'), input)
export const tellWhereabouts = (family: FamilyId, input: TellWhereabouts) =>
  send<Done>(api.aboutPeople(family, 'whereabouts'), input)
export const seeToAge = (family: FamilyId, input: Press & { age: number }) =>
  send<Done>(api.aboutPeople(family, 'coming-of-age'), input)

/** At the door, by the core team, as long as nobody leads the family. */
export const answeredAtDoorQuery = (family: FamilyId) =>
  queryOptions({
    queryKey: [...familyKey(family), 'door-responsibilities'],
    queryFn: ({ signal }) => read<AnsweredAtDoor>(api.aboutPeople(family, 'door/responsibilities'), signal),
    retry: false,
  })
export const recordAtDoor = (family: FamilyId, input: RecordResponsibility) =>
  send<Done>(api.aboutPeople(family, 'door/responsibilities'), input)
export const endAtDoor = (family: FamilyId, id: ResponsibilityId, input: Press) =>
  send<Done>(`${api.aboutPeople(family, 'door/responsibilities')}/${id}/end`, input)
