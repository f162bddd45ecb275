import type { Me } from '@velferdslab/core/people'
import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, lazyRouteComponent, notFound, Outlet, redirect } from '@tanstack/react-router'
import { actAs } from '../acting.ts'
import { isRefused } from '../api.ts'
import { BrokenPage } from '../pages/not-found/broken-page.tsx'
import { NotFoundPage } from '../pages/not-found/not-found-page.tsx'
import { idIn, page } from '../paths.ts'
import { meQuery } from '../queries.ts'
import { PageLoading } from '../shells/page-loading.tsx'
import { wearOwnWords, withTexts, type Subject } from '../texts/i18n.ts'

/** What all routes stand on. */
interface RouterContext {
  queryClient: QueryClient
}

export const root = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: BrokenPage,
})

/**
 * Both shells need to know who is signed in. Who is not is taken to the sign-in page, and back here afterwards; who has nothing to
 * do in this shell is taken there too, and sent on from it.
 */
export async function signedIn(queryClient: QueryClient, here: string, mayOpen: (me: Me) => boolean) {
  actAs(null)
  const me = await queryClient.query({ ...meQuery, staleTime: 'static' }).catch((error: unknown) => {
    if (!isRefused(error, 'not-signed-in')) throw error
    throw redirect({ to: page.signIn, search: { return: here }, replace: true })
  })
  // Few municipalities have words of their own: who has none fetches nothing for it.
  if (me.ownWords) await wearOwnWords(me.ownWords)
  if (!mayOpen(me)) throw redirect({ to: page.signIn, replace: true })
  return { me }
}

/** A page that is not in the first load: fetched with its texts when somebody goes there. */
export function later<Module extends Record<string, unknown>, Name extends keyof Module>(
  subjects: readonly Subject[],
  load: () => Promise<Module>,
  name: Name,
) {
  return { component: lazyRouteComponent(() => withTexts(subjects, load), name), pendingComponent: PageLoading }
}

/** What is no id leads to the ordinary not-found. */
export function idOr404<Id extends string>(part: string): Id {
  const id = idIn<Id>(part)
  if (!id) throw notFound()
  return id
}
