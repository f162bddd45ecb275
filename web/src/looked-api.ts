import type { FamilyId } from '@velferdslab/core/ids'
import type { Looked } from '@velferdslab/core/looked'
import { queryOptions } from '@tanstack/react-query'
import { read } from './api.ts'
import { api } from './paths.ts'

/** Like api.ts, for who has read: a family's first page needs none of it. */
export const lookedQuery = (family: FamilyId) =>
  queryOptions({
    queryKey: ['family', family, 'looked'],
    queryFn: ({ signal }) => read<Looked>(api.looked(family), signal),
  })
