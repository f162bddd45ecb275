import './families.css'
import type { FamilyList } from '@velferdslab/core/family'
import { useQuery } from '@tanstack/react-query'
import { Link, useRouteContext } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Fetched } from '../../fetched.tsx'
import { page } from '../../paths.ts'
import { familiesQuery } from '../../queries.ts'
import { isAtDoor } from '../../shells/which-shell.ts'
import { longDay } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Joining } from '../people/joining.tsx'
import { Duplicates } from '../people/duplicates.tsx'
import { Icon } from '../../ui/icon.tsx'
import { AskedOfMe } from '../start/asked-of-me.tsx'
import { CoreTeam } from './core-team.tsx'
import { FamiliesList } from './families-list.tsx'
import { FirstThings } from './first-things.tsx'
import { MyWork } from './my-work.tsx'

/**
 * Where those who work with families come home to. Who leads meets the families first, what cannot wait above the rest; who sits at tables
 * meets what is owed; the core team meets who waits at the door. Who is several of these meets all of it.
 */
export function FamiliesPage() {
  const { t } = useTranslation(['families', 'workHome', 'shell', 'law'])
  const { me } = useRouteContext({ from: '/lab' })
  const query = useQuery(familiesQuery)
  const atDoor = isAtDoor(me)
  const title = atDoor ? t('workHome:today') : t('families:title')
  return (
    <main className="page" id="content">
      <title>{t('shell:labTitle', { page: title })}</title>
      <div className="families">
        <div>
          {query.data && <p className="soft">{longDay(query.data.today, query.data.today)}</p>}
          <h1>{title}</h1>
        </div>
        <AskedOfMe />
        <Joining />
        {me.roles.includes('investment_leader') && <Duplicates />}
        {me.roles.includes('core_team') && <CoreTeam />}
        <Fetched query={query} titled what={t('families:what')}>
          {(list: FamilyList) => <Mine list={list} atDoor={atDoor} />}
        </Fetched>
        {me.parties.length > 0 && !query.isPending && (
          // Stands there for everybody who works in a service: that it is there says nothing. Comes with the list above, which would push it from under a finger.
          <p className="row">
            <Link to={page.law} className="link-button small">
              <Icon name="law" small />
              {t('law:listLink')}
            </Link>
            <Link to={page.childrenRules} className="link-button small">
              <Icon name="family" small />
              {t('families:childrenRulesLink')}
            </Link>
            <Link to={page.help} className="link-button small">
              <Icon name="chat" small />
              {t('families:helpLink')}
            </Link>
          </p>
        )}
      </div>
    </main>
  )
}

function Mine({ list, atDoor }: { list: FamilyList; atDoor: boolean }) {
  const { t } = useTranslation('families')
  if (list.families.length === 0 && atDoor) return null
  const leads = list.families.some(({ isLeader }) => isLeader)
  const families =
    list.families.length === 0 ? (
      <Card>
        <EmptyState icon="family" title={t('none')}>
          {t('noneText')}
        </EmptyState>
      </Card>
    ) : (
      <FamiliesList list={list} />
    )
  if (leads)
    return (
      <>
        <FirstThings list={list} />
        {families}
        <MyWork list={list} withMeetings={false} />
      </>
    )
  return (
    <>
      {/* Also where no family can be opened any more: what one promised one of them is still owed. */}
      <MyWork list={list} withMeetings={list.families.length > 0} />
      {families}
    </>
  )
}
