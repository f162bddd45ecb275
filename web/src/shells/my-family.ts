import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { meQuery } from '../queries.ts'

/** The family the signed-in person looks at: the one named in the address, else the first of theirs. */
export function useMyFamily() {
  const { data: me } = useQuery(meQuery)
  const { family: wanted } = useSearch({ from: '/my' })
  return me?.families.find(({ id }) => id === wanted) ?? me?.families[0]
}
