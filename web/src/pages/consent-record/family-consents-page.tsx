import '../start/start.css'
import '../consent/consent.css'
import './consent-record.css'
import type { ConsentRecords } from '@velferdslab/core/consent-record'
import type { FamilyId } from '@velferdslab/core/ids'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { consentRecordsQuery } from '../../consent-record-api.ts'
import { Fetched } from '../../fetched.tsx'
import { page } from '../../paths.ts'
import { familyQuery } from '../../queries.ts'
import { familyName, inList, plainDay } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { HeardItem } from './heard-item.tsx'
import { RecordForm } from './record-form.tsx'
import { RecordsList } from './records-list.tsx'
import { SoleCard } from '../sole-consent/sole-card.tsx'

/** Answers that were not given on the own screen: for the leader to write down, and for who heard them to say so. */
export function FamilyConsentsPage() {
  const { t } = useTranslation(['consentRecord', 'shell'])
  const { familyId } = useParams({ from: '/lab/families/$familyId' })
  const query = useQuery(consentRecordsQuery(familyId))
  const { data: home } = useQuery(familyQuery(familyId))
  return (
    <main className="page" id="content">
      <title>{t('shell:labTitle', { page: t('consentRecord:title') })}</title>
      <div className="stack">
        <div className="hello">
          <Link to={page.family} params={{ familyId }} className="link-button small">
            <Icon name="left" small />
            {home ? familyName(home.family) : t('consentRecord:back')}
          </Link>
          <h1>{t('consentRecord:title')}</h1>
          <p>{t('consentRecord:lead')}</p>
        </div>
        <Fetched query={query} titled what={t('consentRecord:what')}>
          {(records: ConsentRecords) => (
            <Records familyId={familyId} records={records} onePerson={home?.family.onePerson ?? false} />
          )}
        </Fetched>
      </div>
    </main>
  )
}

/** What ends soon, so that the leader can ask; only its giver can let it go on. */
function Ending({ records }: { records: ConsentRecords }) {
  const { t } = useTranslation('consentRecord')
  if (records.ending.length === 0) return null
  return (
    <Card title={t('endingTitle')}>
      <p className="small soft">{t('endingText')}</p>
      <ul className="records">
        {records.ending.map(({ id, giver, asGuardianFor, service, until }) => (
          <li key={id} className="records__head">
            <span className="strong">
              {asGuardianFor.length > 0
                ? t('endingLineGuardian', { name: giver, names: inList(asGuardianFor), service })
                : t('endingLine', { name: giver, service })}
            </span>
            <span className="small soft">{t('endingDay', { day: plainDay(until, records.today) })}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

interface RecordsProps {
  familyId: FamilyId
  records: ConsentRecords
  onePerson: boolean
}

function Records({ familyId, records, onePerson }: RecordsProps) {
  const { t } = useTranslation('consentRecord')
  const heard = records.records.filter(({ waitsForMe }) => waitsForMe)
  return (
    <>
      {heard.length > 0 && (
        <Card title={t('heardCard')}>
          <ul className="records">
            {heard.map((record) => (
              <HeardItem
                key={record.id}
                familyId={familyId}
                record={record}
                today={records.today}
                onePerson={onePerson}
              />
            ))}
          </ul>
        </Card>
      )}
      {records.form && (
        <div className="records__cols">
          <RecordForm familyId={familyId} form={records.form} today={records.today} onePerson={onePerson} />
          <div className="stack">
            <Ending records={records} />
            <RecordsList familyId={familyId} records={records} onePerson={onePerson} />
            <SoleCard familyId={familyId} />
            <p>
              <Link to={page.childrenRules} className="link-button small">
                {t('childrenRulesLink')}
              </Link>
            </p>
          </div>
        </div>
      )}
      {!records.form && heard.length === 0 && (
        <Card>
          <EmptyState icon="check" title={t('nothing')}>
            {t('nothingText')}
          </EmptyState>
        </Card>
      )}
    </>
  )
}
