import type { WishConsent } from '@velferdslab/core/commands/consent'
import type { AddChild } from '@velferdslab/core/commands/member'
import type { FamilyId } from '@velferdslab/core/ids'
import type { Members } from '@velferdslab/core/member'
import { queryOptions } from '@tanstack/react-query'
import { read, send } from './api.ts'
import { api } from './paths.ts'

/** What a family tells and is asked where its course begins; behind the first page, which has no use for it. */
export const addChild = (family: FamilyId, input: AddChild) =>
  send<{ done: true }>(`${api.members(family)}/child`, input)
export const wishConsent = (family: FamilyId, input: WishConsent) => send<{ done: true }>(api.wishes(family), input)

export const membersQuery = (family: FamilyId) =>
  queryOptions({
    queryKey: ['family', family, 'members'],
    queryFn: ({ signal }) => read<Members>(api.members(family), signal),
  })
