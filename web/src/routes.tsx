import type { QueryClient } from '@tanstack/react-query'
import { createRoute, createRouter } from '@tanstack/react-router'
import { actAs } from './acting.ts'
import { SignInPage } from './pages/sign-in/sign-in-page.tsx'
import { ownPlace, page } from './paths.ts'
import { workPages } from './routes/lab.tsx'
import { familyPages } from './routes/my.tsx'
import { later, root, signedIn } from './routes/root.tsx'

/**
 * Every page of the product. The sign-in page and a family's home are in the first load; the rest comes when somebody goes there.
 */
const signIn = createRoute({
  getParentRoute: () => root,
  path: page.signIn,
  validateSearch: (search: Record<string, unknown>): { return?: string; message?: 'signed-out' | 'cancelled' } => {
    const place = ownPlace(search['return'])
    const { message } = search
    return {
      ...(place ? { return: place } : {}),
      ...(message === 'signed-out' || message === 'cancelled' ? { message } : {}),
    }
  },
  component: SignInPage,
})

// None is in a shell: a guest knows one table, the large screen of a room is nobody, and a helper knows one promise.
const table = createRoute({
  getParentRoute: () => root,
  path: page.table,
  beforeLoad: () => actAs('guest'),
  ...later(['meeting', 'cloth', 'privacy'], () => import('./pages/meeting/table-page.tsx'), 'TablePage'),
})

const screen = createRoute({
  getParentRoute: () => root,
  path: page.screen,
  beforeLoad: () => actAs('screen'),
  ...later(['meeting', 'cloth'], () => import('./pages/meeting/screen-page.tsx'), 'ScreenPage'),
})

const task = createRoute({
  getParentRoute: () => root,
  path: page.task,
  beforeLoad: () => actAs('helper'),
  ...later(['task', 'promises', 'privacy'], () => import('./pages/task/task-page.tsx'), 'TaskPage'),
})

const selfReferral = createRoute({
  getParentRoute: () => root,
  path: page.selfReferral,
  beforeLoad: () => actAs(null),
  ...later(
    ['selfReferral', 'privacy'],
    () => import('./pages/self-referral/self-referral-page.tsx'),
    'SelfReferralPage',
  ),
})

const confirm = createRoute({
  getParentRoute: () => root,
  path: page.confirm,
  beforeLoad: () => actAs(null),
  ...later(['confirm', 'consent'], () => import('./pages/confirm/confirm-page.tsx'), 'ConfirmPage'),
})

// A parent who lives elsewhere belongs to no family here, and is signed in all the same.
const oneEnough = createRoute({
  getParentRoute: () => root,
  path: page.oneEnough,
  beforeLoad: ({ context, location }) => signedIn(context.queryClient, location.href, () => true),
  ...later(['soleConsent'], () => import('./pages/sole-consent/one-enough-page.tsx'), 'OneEnoughPage'),
})

// The family reads it, and so do those who work here.
const childrenRules = createRoute({
  getParentRoute: () => root,
  path: page.childrenRules,
  beforeLoad: ({ context, location }) => signedIn(context.queryClient, location.href, () => true),
  ...later(['childrenRules'], () => import('./pages/children-rules/children-rules-page.tsx'), 'ChildrenRulesPage'),
})

const tree = root.addChildren([
  signIn,
  table,
  screen,
  task,
  selfReferral,
  confirm,
  oneEnough,
  childrenRules,
  familyPages,
  workPages,
])

export function makeRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 0,
    // A page is shown when it is there: the router's own half second of waiting is nobody's.
    defaultPendingMinMs: 0,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
