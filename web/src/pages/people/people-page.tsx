import './people.css'
import type { Household } from '@velferdslab/core/household'
import type { FamilyId } from '@velferdslab/core/ids'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Fetched } from '../../fetched.tsx'
import { page } from '../../paths.ts'
import { householdQuery } from '../../people-api.ts'
import { useMyFamily } from '../../shells/my-family.ts'
import { familyName, plainDay } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { NotFound } from '../not-found/not-found-page.tsx'
import { AskMember } from './ask-member.tsx'
import { AskedMembers } from './asked-members.tsx'
import { CameOfAge } from './came-of-age.tsx'
import { Keepers } from './keepers.tsx'
import { Member } from './member.tsx'

/** Who belongs to my family, and who answers for whom. */
export function MyPeoplePage() {
  const family = useMyFamily()
  return (
    <main className="page" id="content">
      {family ? <Read familyId={family.id} /> : <NotFound />}
    </main>
  )
}

/** The same for the one who leads, who also writes down what is told or registered. */
export function FamilyPeoplePage() {
  const { t } = useTranslation(['people', 'shell'])
  const { familyId } = useParams({ from: '/lab/families/$familyId' })
  return (
    <main className="page" id="content">
      <title>{t('shell:labTitle', { page: t('people:title') })}</title>
      <Read familyId={familyId} atWork />
    </main>
  )
}

function Read({ familyId, atWork = false }: { familyId: FamilyId; atWork?: boolean }) {
  const { t } = useTranslation('people')
  const query = useQuery(householdQuery(familyId))
  return (
    <Fetched query={query} what={t('what')}>
      {(home: Household) => <People home={home} atWork={atWork} />}
    </Fetched>
  )
}

function People({ home, atWork }: { home: Household; atWork: boolean }) {
  const { t } = useTranslation('people')
  const mayAsk = home.iLead || home.iSpeak
  return (
    <div className="belong">
      <div className="hello">
        {atWork && (
          <Link to={page.family} params={{ familyId: home.family.id }} className="link-button small">
            <Icon name="left" small />
            {familyName(home.family)}
          </Link>
        )}
        <h1>{t('title')}</h1>
        <p>{t(home.iLead ? 'leadWork' : 'lead')}</p>
      </div>
      <CameOfAge home={home} />
      <AskedMembers home={home} />
      <Card title={t('membersTitle')}>
        <ul className="belong__list">
          {home.members.map((member) => (
            <Member key={member.id} home={home} member={member} />
          ))}
        </ul>
        {mayAsk && <AskMember home={home} />}
      </Card>
      {home.guarded && <Keepers home={home} />}
      {home.earlier.length > 0 && (
        <Card title={t('earlierTitle')}>
          <p>{t('earlierText')}</p>
          <ul className="belong__earlier">
            {home.earlier.map((each) => (
              <li key={each.id + each.from}>
                <bdi className="strong">{each.name}</bdi>
                <span className="small soft">
                  {t('earlierDays', { from: plainDay(each.from, home.today), to: plainDay(each.to, home.today) })}
                </span>
                {each.mayComeBack && <AskMember home={home} back={each} />}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}
