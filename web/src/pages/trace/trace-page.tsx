import './trace.css'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { Trace, TraceQuery } from '@velferdslab/core/trace'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { breakGlassQuery } from '../../break-glass-api.ts'
import { Fetched } from '../../fetched.tsx'
import { traceQueryOf } from '../../trace-api.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { DayField } from '../../ui/text-field.tsx'
import { GlassReviews } from '../break-glass/glass-reviews.tsx'
import { ReviewItem } from './review-item.tsx'
import { Denials, Openings } from './traced.tsx'

/** Who has read and who asked in vain, for the privacy officer; and what the rules find worth a look. */
export function TracePage() {
  const { t } = useTranslation(['trace', 'shell'])
  const [query, setQuery] = useState<TraceQuery>({})
  const asked = useQuery(traceQueryOf(query))
  return (
    <main className="page page--wide" id="content">
      <title>{t('shell:labTitle', { page: t('trace:title') })}</title>
      <div className="trace">
        <div className="hello">
          <h1>{t('trace:title')}</h1>
          <p>{t('trace:lead')}</p>
        </div>
        <Fetched query={asked} titled what={t('trace:what')}>
          {(trace: Trace) => (
            <>
              <Glass today={trace.today} />
              <Reviews trace={trace} />
              <Filter trace={trace} query={query} onChange={setQuery} />
              <Openings trace={trace} />
              <Denials trace={trace} />
            </>
          )}
        </Fetched>
      </div>
    </main>
  )
}

/** Break-glass stands above the rest where there is any: whether a manager has looked at it, and what they found. */
function Glass({ today }: { today: CalendarDay }) {
  const { data } = useQuery(breakGlassQuery)
  return data && data.reviews.length > 0 ? <GlassReviews reviews={data.reviews} today={today} /> : null
}

function Reviews({ trace }: { trace: Trace }) {
  const { t } = useTranslation('trace')
  return (
    <Card title={t('reviewTitle')}>
      <p className="soft">{t('reviewLead')}</p>
      {trace.reviews.length === 0 ? (
        <EmptyState icon="check" title={t('reviewNone')}>
          {t('reviewNoneText')}
        </EmptyState>
      ) : (
        <ul className="traced">
          {trace.reviews.map((review) => (
            <ReviewItem key={review.id} review={review} trace={trace} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function Filter(props: { trace: Trace; query: TraceQuery; onChange: (query: TraceQuery) => void }) {
  const { t } = useTranslation('trace')
  const { trace, query } = props
  const choose = (part: Partial<TraceQuery>) => props.onChange({ ...query, ...part })
  return (
    <Card title={t('filter')}>
      <div className="trace__filter">
        <Field label={t('person')}>
          {(id) => (
            <Select
              id={id}
              value={query.person ?? ''}
              options={[
                { value: '', label: t('everybody') },
                ...trace.people.map((each) => ({ value: each.id, label: each.name })),
              ]}
              onChoose={(person) => choose({ person: person === '' ? undefined : person })}
            />
          )}
        </Field>
        <Field label={t('service')}>
          {(id) => (
            <Select
              id={id}
              value={query.service ?? ''}
              options={[
                { value: '', label: t('everyService') },
                ...trace.services.map((name) => ({ value: name, label: name })),
              ]}
              onChoose={(service) => choose({ service: service === '' ? undefined : service })}
            />
          )}
        </Field>
        <DayField
          label={t('from')}
          max={query.to ?? trace.today}
          value={query.from ?? trace.from}
          onChange={(day) => choose({ from: (day || undefined) as CalendarDay | undefined })}
        />
        <DayField
          label={t('to')}
          max={trace.today}
          value={query.to ?? trace.to}
          onChange={(day) => choose({ to: (day || undefined) as CalendarDay | undefined })}
        />
      </div>
    </Card>
  )
}
