import './families.css'
import type { FamilyHome } from '@velferdslab/core/family'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useRouteContext } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Fetched } from '../../fetched.tsx'
import { page } from '../../paths.ts'
import { familyQuery } from '../../queries.ts'
import { dayOf, familyName, longDay, nearDay } from '../../texts/format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Face } from '../../ui/face.tsx'
import { Icon } from '../../ui/icon.tsx'
import { LateCard } from '../promises/late-card.tsx'
import { AskService } from '../start/ask-service.tsx'
import { Wish } from '../start/wish.tsx'
import { SeatsCard } from './seats-card.tsx'

const phases = ['capture', 'invest', 'maintain', 'exit'] as const

/** One family as its team sees it: who they are, who sits at the table and may read what, where the work is, and the cloth. */
export function FamilyPage() {
  const { t } = useTranslation(['families', 'shell'])
  const { familyId } = useParams({ from: '/lab/families/$familyId' })
  const query = useQuery(familyQuery(familyId))
  const { data } = query
  return (
    <main className="page" id="content">
      <title>{t('shell:labTitle', { page: data ? familyName(data.family) : t('families:family') })}</title>
      <Fetched query={query} what={t('families:familyWhat')}>
        {(home: FamilyHome) => <Family home={home} />}
      </Fetched>
    </main>
  )
}

function Family({ home }: { home: FamilyHome }) {
  const { t } = useTranslation('families')
  const { me } = useRouteContext({ from: '/lab' })
  const leads = home.seats.some(({ isLeader, id }) => isLeader && id === me.person.id)
  const { count, lastChangedAt } = home.notes
  const facts = ({ relation, isChild, age }: FamilyHome['members'][number]) => {
    if (!isChild || age === null) return t(relation)
    return t('memberFacts', { relation: t(relation), age: age === 0 ? t('baby') : t('years', { count: age }) })
  }
  return (
    <div className="family">
      <div className="family__top">
        <Link to={page.families} className="link-button small">
          <Icon name="left" small />
          {t('back')}
        </Link>
        <h1>
          <bdi>{familyName(home.family)}</bdi>
        </h1>
      </div>
      <ol className="phases" aria-label={t('phaseTitle')}>
        {phases.map((phase) => (
          <li key={phase} aria-current={phase === home.family.phase ? 'step' : undefined}>
            {phase === home.family.phase && <Icon name="goal" small />}
            {phase === home.family.phase ? t('phaseNow', { phase: t(phase) }) : t(phase)}
          </li>
        ))}
      </ol>
      <div className="family__cols">
        <div className="stack">
          <SeatsCard seats={home.seats} />
          {leads && <AskService familyId={home.family.id} />}
          {leads && <Wish home={home} />}
        </div>
        <div className="stack">
          <Card title={t('clothTitle')}>
            <div className="stack">
              {count === 0 ? (
                <EmptyState icon="pen" title={t('notes_zero')}>
                  {t('clothNoneText')}
                </EmptyState>
              ) : (
                <div>
                  <p>{t('notes', { count })}</p>
                  {lastChangedAt && (
                    <p className="small soft">
                      {t('changedLong', {
                        near: nearDay(dayOf(lastChangedAt), home.today),
                        day: longDay(dayOf(lastChangedAt), home.today),
                      })}
                    </p>
                  )}
                </div>
              )}
              <div className="row">
                <ButtonLink icon="pen" to={page.familyCloth} params={{ familyId: home.family.id }}>
                  {t('openCloth')}
                </ButtonLink>
              </div>
            </div>
          </Card>
          <Card title={t('meetingTitle')}>
            <div className="stack">
              <p>{t('meetingText')}</p>
              <div className="row">
                <ButtonLink look="second" icon="calendar" to={page.familyMeeting} params={{ familyId: home.family.id }}>
                  {t('openMeeting')}
                </ButtonLink>
              </div>
            </div>
          </Card>
          <Card title={t('planTitle')}>
            <div className="stack">
              <p>{t('planText')}</p>
              <div className="row">
                <ButtonLink look="second" icon="goal" to={page.familyPlan} params={{ familyId: home.family.id }}>
                  {t('openPlan')}
                </ButtonLink>
                <ButtonLink look="second" icon="economy" to={page.familyAccount} params={{ familyId: home.family.id }}>
                  {t('openAccount')}
                </ButtonLink>
              </div>
            </div>
          </Card>
          <LateCard familyId={home.family.id} />
          <Card title={t('signingTitle')}>
            <div className="stack">
              <p>{t('signingText')}</p>
              <div className="row">
                <ButtonLink look="second" icon="pen" to={page.familySigning} params={{ familyId: home.family.id }}>
                  {t('openSigning')}
                </ButtonLink>
              </div>
            </div>
          </Card>
          <Card title={t('journeyTitle')}>
            <div className="stack">
              <p>{t('journeyText')}</p>
              <div className="row">
                <ButtonLink look="second" icon="goal" to={page.familyJourney} params={{ familyId: home.family.id }}>
                  {t('openJourney')}
                </ButtonLink>
              </div>
            </div>
          </Card>
          <Card title={t('people')}>
            <ul className="family__people">
              {home.members.map((member) => (
                <li key={member.id}>
                  <Face initials={member.initials} mark={member.mark} />
                  <div>
                    <p className="strong">
                      <bdi>{member.name}</bdi>
                    </p>
                    <p className="small soft">{facts(member)}</p>
                  </div>
                </li>
              ))}
            </ul>
          </Card>
        </div>
      </div>
    </div>
  )
}
