import type { FamilyId, PartyId, PersonId, ReferralId } from '@velferdslab/core/ids'
import type { Me } from '@velferdslab/core/people'
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router'
import { lazy } from 'react'
import { actAs } from './acting.ts'
import { isRefused } from './api.ts'
import { HomePage } from './pages/home/home-page.tsx'
import { BrokenPage } from './pages/not-found/broken-page.tsx'
import { NotFoundPage } from './pages/not-found/not-found-page.tsx'
import { SignInPage } from './pages/sign-in/sign-in-page.tsx'
import { idIn, ownPlace, page } from './paths.ts'
import { meQuery } from './queries.ts'
import { FamilyShell } from './shells/family-shell.tsx'
import { PageLoading } from './shells/page-loading.tsx'
import { useMyFamily } from './shells/my-family.ts'
import { mayOpenLab, mayOpenMy, overviewOf } from './shells/which-shell.ts'
import { withTexts } from './texts/i18n.ts'

/**
 * Every page of the product. The sign-in page and a family's home are in the first load; the rest comes when somebody goes there.
 */
interface RouterContext {
  queryClient: QueryClient
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: BrokenPage,
})

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

/**
 * Both shells need to know who is signed in. Who is not is taken to the sign-in page, and back here afterwards; who has nothing to
 * do in this shell is taken there too, and sent on from it.
 */
async function signedIn(queryClient: QueryClient, here: string, mayOpen: (me: Me) => boolean) {
  actAs(null)
  const me = await queryClient.query({ ...meQuery, staleTime: 'static' }).catch((error: unknown) => {
    if (!isRefused(error, 'not-signed-in')) throw error
    throw redirect({ to: page.signIn, search: { return: here }, replace: true })
  })
  if (!mayOpen(me)) throw redirect({ to: page.signIn, replace: true })
  return { me }
}

const my = createRoute({
  getParentRoute: () => root,
  path: page.home,
  // Whoever belongs to two families says which one in the address; all links keep it.
  validateSearch: (search: Record<string, unknown>): { family?: FamilyId } => {
    const family = idIn<FamilyId>(typeof search['family'] === 'string' ? search['family'] : undefined)
    return family ? { family } : {}
  },
  search: { middlewares: [retainSearchParams(['family'])] },
  beforeLoad: ({ context, location }) => signedIn(context.queryClient, location.href, mayOpenMy),
  component: FamilyShell,
  pendingComponent: PageLoading,
  errorComponent: BrokenPage,
})

const home = createRoute({ getParentRoute: () => my, path: '/', component: HomePage })

const agreement = createRoute({
  getParentRoute: () => my,
  path: '/agreement',
  component: lazyRouteComponent(
    () => withTexts('agreement', () => import('./pages/agreement/agreement-page.tsx')),
    'AgreementPage',
  ),
  pendingComponent: PageLoading,
})

const myStart = createRoute({
  getParentRoute: () => my,
  path: '/start',
  component: lazyRouteComponent(() => withTexts('start', () => import('./pages/start/start-page.tsx')), 'StartPage'),
  pendingComponent: PageLoading,
})

const consents = createRoute({
  getParentRoute: () => my,
  path: '/consents',
  validateSearch: (search: Record<string, unknown>): { person?: PersonId } => {
    const person = idIn<PersonId>(typeof search['person'] === 'string' ? search['person'] : undefined)
    return person ? { person } : {}
  },
  component: lazyRouteComponent(
    () => withTexts('consent', () => import('./pages/consent/consents-page.tsx')),
    'ConsentsPage',
  ),
  pendingComponent: PageLoading,
})

const consent = createRoute({
  getParentRoute: () => my,
  path: '/consents/$partyId',
  params: {
    parse: ({ partyId }) => ({ partyId: idOr404<PartyId>(partyId) }),
    stringify: ({ partyId }) => ({ partyId }),
  },
  component: lazyRouteComponent(
    () => withTexts('consent', () => import('./pages/consent/consent-page.tsx')),
    'ConsentPage',
  ),
  pendingComponent: PageLoading,
})

// The cloth with its live stream is the largest part of the product, so it is fetched by itself.
const ClothPage = lazy(async () => {
  const { ClothPage: Page } = await withTexts('cloth', () => import('./pages/cloth/cloth-page.tsx'))
  return { default: Page }
})

const myCloth = createRoute({
  getParentRoute: () => my,
  path: '/cloth',
  component: function MyCloth() {
    const family = useMyFamily()
    return family ? <ClothPage familyId={family.id} shell="family" /> : <NotFoundPage />
  },
})

// How I am doing and the journey stand on one page, each with its texts.
const myJourney = createRoute({
  getParentRoute: () => my,
  path: '/journey',
  component: lazyRouteComponent(
    () => withTexts('journey', () => withTexts('wellbeing', () => import('./pages/journey/my-journey-page.tsx'))),
    'MyJourneyPage',
  ),
  pendingComponent: PageLoading,
})

// The plan and the account stay out of the first load, whoever opens them first.
const myPlan = createRoute({
  getParentRoute: () => my,
  path: '/plan',
  component: lazyRouteComponent(
    () => withTexts('plan', () => withTexts('deciding', () => import('./pages/plan/my-plan-page.tsx'))),
    'MyPlanPage',
  ),
  pendingComponent: PageLoading,
})

const mySigning = createRoute({
  getParentRoute: () => my,
  path: '/signing',
  component: lazyRouteComponent(
    () => withTexts('signing', () => import('./pages/signing/my-signing-page.tsx')),
    'MySigningPage',
  ),
  pendingComponent: PageLoading,
})

const myAccount = createRoute({
  getParentRoute: () => my,
  path: '/account',
  component: lazyRouteComponent(
    () => withTexts('account', () => import('./pages/account/my-account-page.tsx')),
    'MyAccountPage',
  ),
  pendingComponent: PageLoading,
})

const myPromises = createRoute({
  getParentRoute: () => my,
  path: '/promises',
  component: lazyRouteComponent(
    () => withTexts('promises', () => import('./pages/promises/my-promises-page.tsx')),
    'MyPromisesPage',
  ),
  pendingComponent: PageLoading,
})

const lab = createRoute({
  getParentRoute: () => root,
  path: page.families,
  beforeLoad: ({ context, location }) => signedIn(context.queryClient, location.href, mayOpenLab),
  // A family's first page does not wait for the frame of those who work here.
  component: lazyRouteComponent(() => import('./shells/work-shell.tsx'), 'WorkShell'),
  pendingComponent: PageLoading,
  errorComponent: BrokenPage,
})

const families = createRoute({
  getParentRoute: () => lab,
  path: '/',
  // Whoever works with the whole has no families to come home to.
  beforeLoad: ({ context: { me } }) => {
    const overview = me.parties.length === 0 && overviewOf(me)
    if (overview) throw redirect({ to: page[overview], replace: true })
  },
  component: lazyRouteComponent(
    () => withTexts('families', () => withTexts('start', () => import('./pages/families/families-page.tsx'))),
    'FamiliesPage',
  ),
  pendingComponent: PageLoading,
})

const refer = createRoute({
  getParentRoute: () => lab,
  path: '/refer',
  component: lazyRouteComponent(
    () => withTexts('referral', () => import('./pages/referral/refer-page.tsx')),
    'ReferPage',
  ),
  pendingComponent: PageLoading,
})

const report = createRoute({
  getParentRoute: () => lab,
  path: '/report',
  component: lazyRouteComponent(
    () => withTexts('overview', () => import('./pages/overview/overview-page.tsx')),
    'ReportPage',
  ),
  pendingComponent: PageLoading,
})

const figures = createRoute({
  getParentRoute: () => lab,
  path: '/figures',
  component: lazyRouteComponent(
    () => withTexts('overview', () => import('./pages/overview/overview-page.tsx')),
    'FiguresPage',
  ),
  pendingComponent: PageLoading,
})

const door = createRoute({
  getParentRoute: () => lab,
  path: '/door',
  validateSearch: (search: Record<string, unknown>): { referral?: ReferralId } => {
    const referral = idIn<ReferralId>(typeof search['referral'] === 'string' ? search['referral'] : undefined)
    return referral ? { referral } : {}
  },
  component: lazyRouteComponent(() => withTexts('door', () => import('./pages/door/door-page.tsx')), 'DoorPage'),
  pendingComponent: PageLoading,
})

const asked = createRoute({
  getParentRoute: () => lab,
  path: '/asked',
  component: lazyRouteComponent(
    () => withTexts('plan', () => withTexts('deciding', () => import('./pages/asked/asked-page.tsx'))),
    'AskedPage',
  ),
  pendingComponent: PageLoading,
})

const doorFamily = createRoute({
  getParentRoute: () => lab,
  path: '/door/$familyId',
  params: {
    parse: ({ familyId }) => ({ familyId: idOr404<FamilyId>(familyId) }),
    stringify: ({ familyId }) => ({ familyId }),
  },
  component: lazyRouteComponent(
    () => withTexts('start', () => import('./pages/start/door-family-page.tsx')),
    'DoorFamilyPage',
  ),
  pendingComponent: PageLoading,
})

const family = createRoute({
  getParentRoute: () => lab,
  path: '/families/$familyId',
  params: {
    parse: ({ familyId }) => ({ familyId: idOr404<FamilyId>(familyId) }),
    stringify: ({ familyId }) => ({ familyId }),
  },
  component: Outlet,
})

const familyPage = createRoute({
  getParentRoute: () => family,
  path: '/',
  component: lazyRouteComponent(
    () =>
      withTexts('families', () =>
        withTexts('promises', () => withTexts('start', () => import('./pages/families/family-page.tsx'))),
      ),
    'FamilyPage',
  ),
  pendingComponent: PageLoading,
})

const familyCloth = createRoute({
  getParentRoute: () => family,
  path: '/cloth',
  component: function FamilyCloth() {
    const { familyId } = family.useParams()
    return <ClothPage familyId={familyId} shell="work" />
  },
})

const familyJourney = createRoute({
  getParentRoute: () => family,
  path: '/journey',
  component: lazyRouteComponent(
    () => withTexts('journey', () => withTexts('wellbeing', () => import('./pages/journey/family-journey-page.tsx'))),
    'FamilyJourneyPage',
  ),
  pendingComponent: PageLoading,
})

const familyPlan = createRoute({
  getParentRoute: () => family,
  path: '/plan',
  component: lazyRouteComponent(
    () => withTexts('plan', () => withTexts('deciding', () => import('./pages/plan/family-plan-page.tsx'))),
    'FamilyPlanPage',
  ),
  pendingComponent: PageLoading,
})

const familySigning = createRoute({
  getParentRoute: () => family,
  path: '/signing',
  component: lazyRouteComponent(
    () => withTexts('signing', () => import('./pages/signing/family-signing-page.tsx')),
    'FamilySigningPage',
  ),
  pendingComponent: PageLoading,
})

const myMeeting = createRoute({
  getParentRoute: () => my,
  path: '/meeting',
  component: lazyRouteComponent(
    () => withTexts('meeting', () => withTexts('cloth', () => import('./pages/meeting/my-meeting-page.tsx'))),
    'MyMeetingPage',
  ),
  pendingComponent: PageLoading,
})

const familyAccount = createRoute({
  getParentRoute: () => family,
  path: '/account',
  component: lazyRouteComponent(
    () => withTexts('account', () => import('./pages/account/family-account-page.tsx')),
    'FamilyAccountPage',
  ),
  pendingComponent: PageLoading,
})

const familyMeeting = createRoute({
  getParentRoute: () => family,
  path: '/meeting',
  component: lazyRouteComponent(
    () => withTexts('meeting', () => withTexts('cloth', () => import('./pages/meeting/family-meeting-page.tsx'))),
    'FamilyMeetingPage',
  ),
  pendingComponent: PageLoading,
})

// Neither is in a shell: a guest knows one table, and the large screen of a room is nobody.
const table = createRoute({
  getParentRoute: () => root,
  path: page.table,
  beforeLoad: () => actAs('guest'),
  component: lazyRouteComponent(
    () => withTexts('meeting', () => withTexts('cloth', () => import('./pages/meeting/table-page.tsx'))),
    'TablePage',
  ),
  pendingComponent: PageLoading,
})

const screen = createRoute({
  getParentRoute: () => root,
  path: page.screen,
  beforeLoad: () => actAs('screen'),
  component: lazyRouteComponent(
    () => withTexts('meeting', () => withTexts('cloth', () => import('./pages/meeting/screen-page.tsx'))),
    'ScreenPage',
  ),
  pendingComponent: PageLoading,
})

const owe = createRoute({
  getParentRoute: () => lab,
  path: '/owe',
  component: lazyRouteComponent(() => withTexts('promises', () => import('./pages/promises/owe-page.tsx')), 'OwePage'),
  pendingComponent: PageLoading,
})

const tree = root.addChildren([
  signIn,
  table,
  screen,
  my.addChildren([
    home,
    agreement,
    myStart,
    consents,
    consent,
    myCloth,
    myJourney,
    myMeeting,
    myPlan,
    myAccount,
    mySigning,
    myPromises,
  ]),
  lab.addChildren([
    families,
    report,
    figures,
    refer,
    door,
    doorFamily,
    asked,
    owe,
    family.addChildren([
      familyPage,
      familyCloth,
      familyJourney,
      familyMeeting,
      familyPlan,
      familyAccount,
      familySigning,
    ]),
  ]),
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

/** What is no id leads to the ordinary not-found. */
function idOr404<Id extends string>(part: string): Id {
  const id = idIn<Id>(part)
  if (!id) throw notFound()
  return id
}
