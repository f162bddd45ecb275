import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { isRefused } from './api.ts'
import { NotFound } from './pages/not-found/not-found-page.tsx'
import { FetchFailed } from './pages/not-found/fetch-failed.tsx'
import { Loading } from './ui/loading.tsx'

interface FetchedProps<Data> {
  query: UseQueryResult<Data>
  /** What is fetched, said when it takes more than a second: "Henter planen din." */
  what: string
  /** The page says its own heading already; otherwise what is shown meanwhile has one. */
  titled?: boolean
  children: (data: Data) => ReactNode
}

/** What the server answered, or the place kept for it, or why it did not come. Once shown, it stays while it is fetched again. */
export function Fetched<Data>({ query, what, titled = false, children }: FetchedProps<Data>) {
  if (query.data !== undefined) return children(query.data)
  if (query.isPending)
    return (
      <>
        {!titled && <h1 className="hidden">{what}</h1>}
        <Loading what={what} />
      </>
    )
  if (isRefused(query.error, 'not-found')) return <NotFound />
  // Signed out: the shell covers the page and offers the way back.
  if (isRefused(query.error, 'not-signed-in')) return null
  return <FetchFailed titled={titled} error={query.error} onRetry={() => void query.refetch()} />
}
