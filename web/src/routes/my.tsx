import type { FamilyId, PartyId, PersonId } from '@velferdslab/core/ids'
import { createRoute, retainSearchParams } from '@tanstack/react-router'
import { HomePage } from '../pages/home/home-page.tsx'
import { BrokenPage } from '../pages/not-found/broken-page.tsx'
import { NotFoundPage } from '../pages/not-found/not-found-page.tsx'
import { idIn, page } from '../paths.ts'
import { FamilyShell } from '../shells/family-shell.tsx'
import { PageLoading } from '../shells/page-loading.tsx'
import { useMyFamily } from '../shells/my-family.ts'
import { mayOpenMy } from '../shells/which-shell.ts'
import { ClothPage } from './cloth-page.ts'
import { idOr404, later, root, signedIn } from './root.tsx'

/** The family's own pages. Home is in the first load. */
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
  ...later(['agreement'], () => import('../pages/agreement/agreement-page.tsx'), 'AgreementPage'),
})

const myStart = createRoute({
  getParentRoute: () => my,
  path: '/start',
  ...later(['start'], () => import('../pages/start/start-page.tsx'), 'StartPage'),
})

const consents = createRoute({
  getParentRoute: () => my,
  path: '/consents',
  validateSearch: (search: Record<string, unknown>): { person?: PersonId } => {
    const person = idIn<PersonId>(typeof search['person'] === 'string' ? search['person'] : undefined)
    return person ? { person } : {}
  },
  ...later(
    ['consent', 'looked', 'law', 'consentRecord', 'seenBy', 'soleConsent'],
    () => import('../pages/consent/consents-page.tsx'),
    'ConsentsPage',
  ),
})

const shared = createRoute({
  getParentRoute: () => my,
  path: '/shared',
  ...later(['law'], () => import('../pages/law/my-shared-page.tsx'), 'MySharedPage'),
})

const consent = createRoute({
  getParentRoute: () => my,
  path: '/consents/$partyId',
  params: {
    parse: ({ partyId }) => ({ partyId: idOr404<PartyId>(partyId) }),
    stringify: ({ partyId }) => ({ partyId }),
  },
  ...later(['consent'], () => import('../pages/consent/consent-page.tsx'), 'ConsentPage'),
})

const seenBy = createRoute({
  getParentRoute: () => my,
  path: '/seen/$partyId',
  params: {
    parse: ({ partyId }) => ({ partyId: idOr404<PartyId>(partyId) }),
    stringify: ({ partyId }) => ({ partyId }),
  },
  ...later(['seenBy', 'cloth'], () => import('../pages/seen-by/seen-by-page.tsx'), 'SeenByPage'),
})

const myLooked = createRoute({
  getParentRoute: () => my,
  path: '/looked',
  ...later(['looked'], () => import('../pages/looked/looked-page.tsx'), 'LookedPage'),
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
  ...later(['journey', 'wellbeing', 'phase'], () => import('../pages/journey/my-journey-page.tsx'), 'MyJourneyPage'),
})

const myMeeting = createRoute({
  getParentRoute: () => my,
  path: '/meeting',
  ...later(['meeting', 'cloth', 'privacy'], () => import('../pages/meeting/my-meeting-page.tsx'), 'MyMeetingPage'),
})

// The plan and the account stay out of the first load, whoever opens them first.
const myPlan = createRoute({
  getParentRoute: () => my,
  path: '/plan',
  ...later(['plan', 'deciding', 'privacy'], () => import('../pages/plan/my-plan-page.tsx'), 'MyPlanPage'),
})

const mySigning = createRoute({
  getParentRoute: () => my,
  path: '/signing',
  ...later(['signing'], () => import('../pages/signing/my-signing-page.tsx'), 'MySigningPage'),
})

const myAccount = createRoute({
  getParentRoute: () => my,
  path: '/account',
  ...later(['account'], () => import('../pages/account/my-account-page.tsx'), 'MyAccountPage'),
})

const myPromises = createRoute({
  getParentRoute: () => my,
  path: '/promises',
  ...later(['promises', 'privacy'], () => import('../pages/promises/my-promises-page.tsx'), 'MyPromisesPage'),
})

const aboutMe = createRoute({
  getParentRoute: () => my,
  path: '/about-me',
  ...later(['aboutMe'], () => import('../pages/about-me/about-me-page.tsx'), 'AboutMePage'),
})

const myPeople = createRoute({
  getParentRoute: () => my,
  path: '/people',
  ...later(['people', 'start'], () => import('../pages/people/people-page.tsx'), 'MyPeoplePage'),
})

export const familyPages = my.addChildren([
  home,
  agreement,
  myStart,
  consents,
  shared,
  consent,
  seenBy,
  myCloth,
  myJourney,
  myMeeting,
  myPlan,
  mySigning,
  myAccount,
  myPromises,
  myLooked,
  aboutMe,
  myPeople,
])
