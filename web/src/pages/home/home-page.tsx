import './home.css'
import type { FamilyHome } from '@velferdslab/core/family'
import type { FamilyId } from '@velferdslab/core/ids'
import type { Me } from '@velferdslab/core/people'
import { useQuery } from '@tanstack/react-query'
import { Link, useRouteContext } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Fetched } from '../../fetched.tsx'
import { page } from '../../paths.ts'
import { consentsQuery, familyQuery } from '../../queries.ts'
import { useMyFamily } from '../../shells/my-family.ts'
import { LanguageChoice } from '../../shells/language-choice.tsx'
import { SignOut } from '../../shells/sign-out.tsx'
import { mayOpenLab } from '../../shells/which-shell.ts'
import { longDay, telephone } from '../../texts/format.ts'
import { withTexts } from '../../texts/i18n.ts'
import { NotFound } from '../not-found/not-found-page.tsx'
import { StopAll } from '../consent/stop-all.tsx'
import { ClothCard } from './cloth-card.tsx'
import { NextStep } from './next-step.tsx'
import { waitsForMe } from './waits.ts'

// Come by themselves: a family's first page waits for nothing of it.
const later = () => withTexts(['homeLater', 'promises', 'families'], () => import('./later-cards.tsx'))
const NextMeeting = lazy(() => later().then(({ NextMeeting: Part }) => ({ default: Part })))
const AlsoWaits = lazy(() => later().then(({ AlsoWaits: Part }) => ({ default: Part })))
const Promises = lazy(() => later().then(({ Promises: Part }) => ({ default: Part })))
const MembersCard = lazy(() => later().then(({ MembersCard: Part }) => ({ default: Part })))
const PlanCard = lazy(() => later().then(({ PlanCard: Part }) => ({ default: Part })))
const TeamCard = lazy(() => later().then(({ TeamCard: Part }) => ({ default: Part })))
const WhoCard = lazy(() => later().then(({ WhoCard: Part }) => ({ default: Part })))
const Doing = lazy(() => later().then(({ Doing: Part }) => ({ default: Part })))

const PhaseCard = lazy(async () => {
  const { HomePhaseCard: Card } = await withTexts(['phase'], () => import('../phase/home-phase-card.tsx'))
  return { default: Card }
})

const LawCard = lazy(async () => {
  const { HomeLawCard: Card } = await withTexts(['law'], () => import('../law/home-law-card.tsx'))
  return { default: Card }
})

/** The family's home: first what I can do next, then who helps, then who may read what. Only what is real stands here. */
export function HomePage() {
  const { t } = useTranslation('home')
  const family = useMyFamily()
  return (
    <main className="page" id="content">
      {family ? <Home familyId={family.id} what={t('what')} /> : <NotFound />}
    </main>
  )
}

function Home({ familyId, what }: { familyId: FamilyId; what: string }) {
  const query = useQuery(familyQuery(familyId))
  // Asked for at the same time, so that the picture of who may read what comes with the page and not after it.
  const consents = useQuery(consentsQuery(familyId))
  const { me } = useRouteContext({ from: '/my' })
  const { t } = useTranslation('home')
  return (
    <>
      <Fetched query={query} what={what}>
        {(home: FamilyHome) => (
          <div className="home">
            <div className="home__hello">
              <h1>{t('hello', { name: me.person.calledName })}</h1>
              <p className="soft">{longDay(home.today, home.today)}</p>
              {me.families.length > 1 && <WhichFamily families={me.families} familyId={familyId} />}
            </div>
            <div className="home__col">
              <NextStep home={home}>
                <Suspense fallback={null}>
                  <NextMeeting home={home} />
                </Suspense>
              </NextStep>
              <Suspense fallback={null}>
                <AlsoWaits home={home} />
                <Promises home={home} me={me.person.id} />
              </Suspense>
              {/* With nothing to answer or sign, the next step is the cloth itself. */}
              {waitsForMe(home).length > 0 && <ClothCard home={home} />}
              <Suspense fallback={null}>
                <PhaseCard familyId={familyId} />
                <LawCard familyId={familyId} />
              </Suspense>
              <Suspense fallback={null}>
                <PlanCard />
                <MembersCard home={home} />
              </Suspense>
            </div>
            <div className="home__col">
              <Suspense fallback={null}>
                <TeamCard home={home} />
                {consents.data && <WhoCard picture={consents.data} />}
                <Doing home={home} />
              </Suspense>
            </div>
            <section className="stop" aria-labelledby="stop-title">
              <div>
                <h2 id="stop-title">{t('stopTitle')}</h2>
                <p>{t('stopText')}</p>
              </div>
              {consents.data && <StopAll picture={consents.data} />}
            </section>
            <footer className="foot small">
              <a className="link-button" href={`tel:${me.municipality.phone.replaceAll(' ', '')}`}>
                {t('help', { municipality: me.municipality.name, phone: telephone(me.municipality.phone) })}
              </a>
              {mayOpenLab(me) && (
                <Link className="link-button" to={page.families}>
                  {t('toWork')}
                </Link>
              )}
              <SignOut />
              <LanguageChoice />
            </footer>
          </div>
        )}
      </Fetched>
      {query.isError && !query.data && (
        <p className="foot">
          {t('help', { municipality: me.municipality.name, phone: telephone(me.municipality.phone) })}
        </p>
      )}
    </>
  )
}

/** Who lives in two homes has two plans: whose this is, and the way to the other, stand first. */
function WhichFamily({ families, familyId }: { families: Me['families']; familyId: FamilyId }) {
  const { t } = useTranslation('home')
  return (
    <p className="home__which">
      {families.map(({ id, name }) =>
        id === familyId ? (
          <span key={id}>{t('thisFamily', { name })}</span>
        ) : (
          <Link key={id} className="link-button" to={page.home} search={{ family: id }}>
            {t('otherFamily', { name })}
          </Link>
        ),
      )}
    </p>
  )
}
