import '../consent-record/consent-record.css'
import type { AgeRule, ChildrenRules } from '@velferdslab/core/children-rules'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { areaInSentence } from '../../areas.ts'
import { read } from '../../api.ts'
import { Fetched } from '../../fetched.tsx'
import { api } from '../../paths.ts'
import { inList, lawInLine, plainDay } from '../../texts/format.ts'
import { PlainFrame } from '../../shells/plain-frame.tsx'
import { Card } from '../../ui/card.tsx'

const rulesQuery = queryOptions({
  queryKey: ['children-rules'],
  queryFn: ({ signal }) => read<ChildrenRules>(api.childrenRules, signal),
})

/** Younger than this one is spoken to as a child. Nothing is decided by it: it chooses words. */
const speaksAsChildUntil = 16

/** Who may say yes, and who sees what a child wrote: by age and area, out of the tables as they count today. */
export function ChildrenRulesPage() {
  const { t } = useTranslation('childrenRules')
  const query = useQuery(rulesQuery)
  const age = query.data?.age ?? null
  const isChild = age !== null && age < speaksAsChildUntil
  return (
    <PlainFrame>
      <main className="page" id="content">
        <div className="stack">
          <div className="hello">
            <h1>{t(isChild ? 'childTitle' : 'title')}</h1>
            <p>{t(isChild ? 'childLead' : 'lead')}</p>
          </div>
          <Fetched query={query} titled what={t('what')}>
            {(rules: ChildrenRules) => (isChild ? <ForChild rules={rules} /> : <ForGrown rules={rules} />)}
          </Fetched>
        </div>
      </main>
    </PlainFrame>
  )
}

const words = (areas: AgeRule['areas']) => inList(areas.map((area) => areaInSentence(area)))

/** How old they are is known: so it is said what counts for them now, and not what counts for others. */
function ForChild({ rules }: { rules: ChildrenRules }) {
  const { t } = useTranslation('childrenRules')
  const age = rules.age ?? 0
  const mine = (list: readonly AgeRule[], isMine: (rule: AgeRule) => boolean) =>
    list.filter(isMine).flatMap(({ areas }) => areas)
  const alone = mine(rules.consent, (rule) => age >= rule.age)
  const later = rules.consent.filter((rule) => age < rule.age)
  const seen = mine(rules.words, (rule) => age < rule.age)
  const hidden = mine(rules.words, (rule) => age >= rule.age)
  return (
    <>
      <Card title={t('childWords')}>
        <div className="stack">
          {hidden.length > 0 && <p>{t('childHidden', { areas: words(hidden) })}</p>}
          {seen.length > 0 && <p>{t('childSeen', { areas: words(seen) })}</p>}
          <p>{t('childOwn')}</p>
          <p>{t('childSafe')}</p>
        </div>
      </Card>
      <Card title={t('childYes')}>
        <div className="stack">
          {alone.length > 0 && <p>{t('childAlone', { areas: words(alone) })}</p>}
          {later.map((rule) => (
            <p key={rule.areas.join()}>{t('childLater', { age: rule.age, areas: words(rule.areas) })}</p>
          ))}
          <p>{t('childAsked')}</p>
        </div>
      </Card>
    </>
  )
}

function ForGrown({ rules }: { rules: ChildrenRules }) {
  const { t } = useTranslation('childrenRules')
  return (
    <>
      <Card title={t('consent')}>
        <p>{t('consentText')}</p>
        <Rules
          list={rules.consent}
          today={rules.today}
          says={(rule) => t('consentRule', { age: rule.age, areas: words(rule.areas) })}
        />
      </Card>
      <Card title={t('words')}>
        <p>{t('wordsText')}</p>
        <Rules
          list={rules.words}
          today={rules.today}
          says={(rule) => t(rule.age === 0 ? 'wordsNever' : 'wordsRule', { age: rule.age, areas: words(rule.areas) })}
        />
      </Card>
      <Card title={t('life')}>
        <p>{t('lifeText')}</p>
        <Rules
          list={rules.life}
          today={rules.today}
          says={(rule) => t(rule.age === 0 ? 'lifeNever' : 'lifeRule', { age: rule.age, areas: words(rule.areas) })}
        />
      </Card>
    </>
  )
}

interface RulesProps {
  list: readonly AgeRule[]
  today: ChildrenRules['today']
  says: (rule: AgeRule) => string
}

function Rules({ list, today, says }: RulesProps) {
  const { t } = useTranslation('childrenRules')
  return (
    <ul className="records">
      {list.map((rule) => (
        <li key={`${rule.age} ${rule.areas.join()}`}>
          <p className="strong">{says(rule)}</p>
          <p className="small soft">
            {t('source', { source: lawInLine(rule.source), day: plainDay(rule.validFrom, today) })}{' '}
            {rule.reviewedAt ? t('reviewed', { day: plainDay(rule.reviewedAt, today) }) : t('notReviewed')}
          </p>
        </li>
      ))}
    </ul>
  )
}
