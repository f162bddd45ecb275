import './law.css'
import type { SharedByLaw } from '@velferdslab/core/act'
import type { FamilyId } from '@velferdslab/core/ids'
import { useQuery } from '@tanstack/react-query'
import { useRouteContext } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Fetched } from '../../fetched.tsx'
import { sharedQuery } from '../../law-api.ts'
import { useMyFamily } from '../../shells/my-family.ts'
import { atStart, clockTime, dayAndClock, longDay } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NotFound } from '../not-found/not-found-page.tsx'
import { areasInWords, lastDay, ruleName, ruleTitle } from './rule-words.ts'

/** What was read or told about a family by law: who, what, which law, and what one can do if one disagrees. Never the free words of a reason. */
export function MySharedPage() {
  const family = useMyFamily()
  return (
    <main className="page" id="content">
      {family ? <Shared familyId={family.id} /> : <NotFound />}
    </main>
  )
}

function Shared({ familyId }: { familyId: FamilyId }) {
  const { t } = useTranslation('law')
  const query = useQuery(sharedQuery(familyId))
  return (
    <div className="law">
      <div className="hello">
        <h1>{t('sharedTitle')}</h1>
        <p>{t(query.data?.family.onePerson ? 'sharedLeadOne' : 'sharedLead')}</p>
        <p>{t('sharedLaw')}</p>
      </div>
      <Fetched query={query} titled what={t('what')}>
        {(shared: SharedByLaw) => <Lists shared={shared} />}
      </Fetched>
    </div>
  )
}

function Lists({ shared: { today, acts, told } }: { shared: SharedByLaw }) {
  const { t } = useTranslation('law')
  const { me } = useRouteContext({ from: '/my' })
  if (acts.length + told.length === 0)
    return (
      <Card>
        <EmptyState icon="check" title={t('sharedNone')}>
          {t('sharedNoneText')}
        </EmptyState>
      </Card>
    )
  return (
    <>
      {told.length > 0 && (
        <Card title={t('toldTitle')}>
          <ul className="law__list">
            {told.map((each) => (
              <li key={each.id}>
                <p className="strong">
                  {t('toldWhat', { From: atStart(each.from), to: each.to, day: longDay(each.sentOn, today) })}
                </p>
                <p className="law__words" dir="auto">
                  {each.words}
                </p>
                <p>{t('familyRule', { law: ruleName(each.rule), words: ruleTitle(each.rule) })}</p>
                <p className="small soft">{t('toldOn', { day: longDay(each.toldOn, today) })}</p>
                <p>{t('familyWhat', { phone: me.municipality.phone })}</p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {acts.length > 0 && (
        <Card title={t('sharedTitle')} titleHidden>
          <ul className="law__list">
            {acts.map((act) => {
              const from = dayAndClock(act.from, today)
              const areas = areasInWords(act.areas, 'family')
              if (act.kind === 'break_glass')
                return (
                  <li key={act.id}>
                    <p className="strong">{t(act.isOver ? 'glassDid' : 'glassReads', { ...act.receiver, areas })}</p>
                    <p>{t('glassTime', { from, to: clockTime(act.endedAt ?? act.until) })}</p>
                    <p>{t('glassWhy')}</p>
                    <p>{t('familyWhat', { phone: me.municipality.phone })}</p>
                  </li>
                )
              return (
                <li key={act.id}>
                  <p className="strong">{t(act.isOver ? 'familyDid' : 'familyReads', { ...act.receiver, areas })}</p>
                  <p>
                    {act.endedAt
                      ? t('familyEnded', { from, to: dayAndClock(act.endedAt, today) })
                      : t('familyTime', { from, day: longDay(lastDay(act.until), today) })}
                  </p>
                  <p>{t('familyBy', { ...act.by, when: from })}</p>
                  {act.rule && <p>{t('familyRule', { law: ruleName(act.rule), words: ruleTitle(act.rule) })}</p>}
                  <p>{t('familyWhat', { phone: me.municipality.phone })}</p>
                </li>
              )
            })}
          </ul>
        </Card>
      )}
    </>
  )
}
