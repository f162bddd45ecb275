import type { FamilyId, ReferralId } from '@velferdslab/core/ids'
import { createRoute, Outlet, redirect } from '@tanstack/react-router'
import type { AdministrationPart } from '../pages/administration/parts.ts'
import { BrokenPage } from '../pages/not-found/broken-page.tsx'
import { idIn, page } from '../paths.ts'
import { mayOpenLab, overviewOf } from '../shells/which-shell.ts'
import { ClothPage } from './cloth-page.ts'
import { idOr404, later, root, signedIn } from './root.tsx'

/** The pages of those who work with families. */
const lab = createRoute({
  getParentRoute: () => root,
  path: page.families,
  beforeLoad: ({ context, location }) => signedIn(context.queryClient, location.href, mayOpenLab),
  // A family's first page does not wait for the frame of those who work here.
  ...later([], () => import('../shells/work-shell.tsx'), 'WorkShell'),
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
  ...later(
    ['families', 'workHome', 'promises', 'start', 'law', 'people'],
    () => import('../pages/families/families-page.tsx'),
    'FamiliesPage',
  ),
})

const report = createRoute({
  getParentRoute: () => lab,
  path: '/report',
  ...later(['overview'], () => import('../pages/overview/overview-page.tsx'), 'ReportPage'),
})

const figures = createRoute({
  getParentRoute: () => lab,
  path: '/figures',
  ...later(['overview'], () => import('../pages/overview/overview-page.tsx'), 'FiguresPage'),
})

const trace = createRoute({
  getParentRoute: () => lab,
  path: '/trace',
  ...later(['trace', 'breakGlass'], () => import('../pages/trace/trace-page.tsx'), 'TracePage'),
})

const retention = createRoute({
  getParentRoute: () => lab,
  path: '/retention',
  ...later(['retention'], () => import('../pages/retention/retention-page.tsx'), 'RetentionPage'),
})

const refer = createRoute({
  getParentRoute: () => lab,
  path: '/refer',
  ...later(['referral'], () => import('../pages/referral/refer-page.tsx'), 'ReferPage'),
})

const door = createRoute({
  getParentRoute: () => lab,
  path: '/door',
  validateSearch: (search: Record<string, unknown>): { referral?: ReferralId } => {
    const referral = idIn<ReferralId>(typeof search['referral'] === 'string' ? search['referral'] : undefined)
    return referral ? { referral } : {}
  },
  ...later(['door', 'people', 'selfReferral'], () => import('../pages/door/door-page.tsx'), 'DoorPage'),
})

const doorFamily = createRoute({
  getParentRoute: () => lab,
  path: '/door/$familyId',
  params: {
    parse: ({ familyId }) => ({ familyId: idOr404<FamilyId>(familyId) }),
    stringify: ({ familyId }) => ({ familyId }),
  },
  ...later(['start', 'people'], () => import('../pages/start/door-family-page.tsx'), 'DoorFamilyPage'),
})

const asked = createRoute({
  getParentRoute: () => lab,
  path: '/asked',
  ...later(['plan', 'deciding', 'privacy'], () => import('../pages/asked/asked-page.tsx'), 'AskedPage'),
})

const owe = createRoute({
  getParentRoute: () => lab,
  path: '/owe',
  ...later(['promises'], () => import('../pages/promises/owe-page.tsx'), 'OwePage'),
})

const administration = createRoute({
  getParentRoute: () => lab,
  path: '/administration',
  validateSearch: (search: Record<string, unknown>): { part?: AdministrationPart } => {
    // Which parts there are, the page knows when it has come.
    const { part } = search
    return typeof part === 'string' ? { part: part as AdministrationPart } : {}
  },
  ...later(
    ['administration', 'privacy', 'retention', 'trace'],
    () => import('../pages/administration/administration-page.tsx'),
    'AdministrationPage',
  ),
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
  ...later(
    ['families', 'promises', 'start', 'law', 'consentRecord', 'privacy'],
    () => import('../pages/families/family-page.tsx'),
    'FamilyPage',
  ),
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
  ...later(
    ['journey', 'wellbeing', 'phase'],
    () => import('../pages/journey/family-journey-page.tsx'),
    'FamilyJourneyPage',
  ),
})

const familyMeeting = createRoute({
  getParentRoute: () => family,
  path: '/meeting',
  ...later(
    ['meeting', 'cloth', 'privacy'],
    () => import('../pages/meeting/family-meeting-page.tsx'),
    'FamilyMeetingPage',
  ),
})

const familyPlan = createRoute({
  getParentRoute: () => family,
  path: '/plan',
  ...later(['plan', 'deciding', 'privacy'], () => import('../pages/plan/family-plan-page.tsx'), 'FamilyPlanPage'),
})

const familySigning = createRoute({
  getParentRoute: () => family,
  path: '/signing',
  ...later(['signing'], () => import('../pages/signing/family-signing-page.tsx'), 'FamilySigningPage'),
})

const familyAccount = createRoute({
  getParentRoute: () => family,
  path: '/account',
  ...later(['account'], () => import('../pages/account/family-account-page.tsx'), 'FamilyAccountPage'),
})

const familyLaw = createRoute({
  getParentRoute: () => family,
  path: '/law',
  ...later(['law'], () => import('../pages/law/family-law-page.tsx'), 'FamilyLawPage'),
})

const law = createRoute({
  getParentRoute: () => lab,
  path: '/law',
  ...later(['law'], () => import('../pages/law/by-law-page.tsx'), 'ByLawPage'),
})

const breakGlass = createRoute({
  getParentRoute: () => lab,
  path: '/break-glass',
  ...later(['breakGlass'], () => import('../pages/break-glass/break-glass-page.tsx'), 'BreakGlassPage'),
})

const familySharing = createRoute({
  getParentRoute: () => family,
  path: '/sharing',
  ...later(['share'], () => import('../pages/share/share-pages.ts'), 'FamilySharingPage'),
})

const help = createRoute({
  getParentRoute: () => lab,
  path: '/help',
  ...later(['confirm', 'consent'], () => import('../pages/confirm/confirm-page.tsx'), 'HelpPage'),
})

const familyPeople = createRoute({
  getParentRoute: () => family,
  path: '/people',
  ...later(['people', 'start'], () => import('../pages/people/people-page.tsx'), 'FamilyPeoplePage'),
})

const familyConsents = createRoute({
  getParentRoute: () => family,
  path: '/consents',
  ...later(
    ['consentRecord', 'consent', 'soleConsent'],
    () => import('../pages/consent-record/family-consents-page.tsx'),
    'FamilyConsentsPage',
  ),
})

export const workPages = lab.addChildren([
  families,
  report,
  figures,
  trace,
  retention,
  refer,
  door,
  doorFamily,
  asked,
  owe,
  administration,
  law,
  breakGlass,
  help,
  family.addChildren([
    familyPage,
    familyCloth,
    familyJourney,
    familyMeeting,
    familyPlan,
    familySigning,
    familyAccount,
    familyLaw,

    familyPeople,

    familyConsents,

    familySharing,
  ]),
])
