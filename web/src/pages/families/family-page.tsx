import './families.css'
import type { FamilyHome, FamilyList } from '@velferdslab/core/family'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useRouteContext } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useReadsOnly } from '../../break-glass-api.ts'
import { Fetched } from '../../fetched.tsx'
import { page } from '../../paths.ts'
import { familiesQuery, familyQuery } from '../../queries.ts'
import { familyName } from '../../texts/format.ts'
import { Face } from '../../ui/face.tsx'
import { Icon } from '../../ui/icon.tsx'
import { HeardNotice } from '../consent-record/heard-notice.tsx'
import { LateCard } from '../promises/late-card.tsx'
import { AskService } from '../start/ask-service.tsx'
import { ClothCard, JourneyCard, MeetingCard, PlanCard } from './family-cards.tsx'
import { Wish } from '../start/wish.tsx'
import { SeatsCard } from './seats-card.tsx'

const phases = ['capture', 'invest', 'maintain', 'exit'] as const

/**
 * One family as its team meets it, from the top: who they are and where the work is; the cloth, the meeting, the plan and the journey; what
 * is promised; and who sits at the table and may read what.
 */
export function FamilyPage() {
  const { t } = useTranslation(['families', 'shell'])
  const { familyId } = useParams({ from: '/lab/families/$familyId' })
  const query = useQuery(familyQuery(familyId))
  // What the list counts of each family; who comes by an act or to one meeting only has no line there.
  const { data: list } = useQuery(familiesQuery)
  const { data } = query
  return (
    <main className="page" id="content">
      <title>{t('shell:labTitle', { page: data ? familyName(data.family) : t('families:family') })}</title>
      <Fetched query={query} what={t('families:familyWhat')}>
        {(home: FamilyHome) => <Family home={home} row={list?.families.find(({ id }) => id === familyId)} />}
      </Fetched>
    </main>
  )
}

function Family({ home, row }: { home: FamilyHome; row: FamilyList['families'][number] | undefined }) {
  const { t } = useTranslation('families')
  const { t: tLaw } = useTranslation('law')
  const { me } = useRouteContext({ from: '/lab' })
  const leads = home.seats.some(({ isLeader, id }) => isLeader && id === me.person.id)
  const { id } = home.family
  // Who comes by an act reads; who signs and writes sits at the table.
  const sits = home.seats.some((seat) => seat.id === me.person.id)
  const readsOnly = useReadsOnly(id)
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
      <People members={home.members} />
      {leads && (
        <Link to={page.familyPeople} params={{ familyId: id }} className="link-button">
          {t('belongs')}
        </Link>
      )}
      <ol className="phases" aria-label={t('phaseTitle')}>
        {phases.map((phase) => (
          <li key={phase} aria-current={phase === home.family.phase ? 'step' : undefined}>
            {phase === home.family.phase && <Icon name="goal" small />}
            {phase === home.family.phase ? t('phaseNow', { phase: t(phase) }) : t(phase)}
          </li>
        ))}
      </ol>
      <div className="family__now">
        <ClothCard home={home} sits={sits} />
        <MeetingCard familyId={id} today={home.today} />
        <PlanCard familyId={id} row={row} sits={sits} />
        <JourneyCard familyId={id} row={row} />
      </div>
      <HeardNotice familyId={id} leads={leads} />
      <LateCard familyId={id} />
      <div className={leads ? 'family__cols' : undefined}>
        <SeatsCard
          seats={home.seats}
          knows={leads ? 'all' : home.seats.filter((seat) => seat.id === me.person.id).map(({ partyId }) => partyId)}
          ending={row?.consentsEnding ?? 0}
        />
        {leads && (
          <div className="stack">
            <AskService familyId={id} />
            <Wish home={home} />
          </div>
        )}
      </div>
      {me.parties.length > 0 && !readsOnly && (
        <p>
          <Link to={page.familyLaw} params={{ familyId: id }} className="link-button small">
            <Icon name="law" small />
            {tLaw('wayIn')}
          </Link>
        </p>
      )}
    </div>
  )
}

/** Those who live it, before anything the lab does. */
function People({ members }: { members: FamilyHome['members'] }) {
  const { t } = useTranslation('families')
  const facts = ({ relation, isChild, age }: FamilyHome['members'][number]) => {
    if (!isChild || age === null) return t(relation)
    return t('memberFacts', { relation: t(relation), age: age === 0 ? t('baby') : t('years', { count: age }) })
  }
  return (
    <section aria-labelledby="family-people">
      <h2 id="family-people" className="hidden">
        {t('people')}
      </h2>
      <ul className="family__people">
        {members.map((member) => (
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
    </section>
  )
}
