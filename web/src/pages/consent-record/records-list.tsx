import type { ConsentRecord, ConsentRecords, RecordState } from '@velferdslab/core/consent-record'
import { daysBetween, type CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId } from '@velferdslab/core/ids'
import { useTranslation } from 'react-i18next'
import { inList, plainDay } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Tag, type TagLook } from '../../ui/tag.tsx'
import { CodeLetter } from './code-letter.tsx'
import { RecordSentence } from './record-sentence.tsx'

const lookOf: Record<RecordState, TagLook> = {
  counts: 'ok',
  'waits-for-witness': 'need',
  'waits-for-giver': 'need',
  lapsed: 'late',
  ended: 'plain',
  refused: 'plain',
  confirmed: 'ok',
}

/** What the leader has written down, and what each of them still waits for. */
interface RecordsListProps {
  familyId: FamilyId
  records: ConsentRecords
  onePerson: boolean
}

export function RecordsList({ familyId, records, onePerson }: RecordsListProps) {
  const { t } = useTranslation('consentRecord')
  return (
    <Card title={t('listTitle')}>
      {records.records.length === 0 ? (
        <EmptyState icon="pen" title={t('listNone')}>
          {t('listNoneText')}
        </EmptyState>
      ) : (
        <ul className="records">
          {records.records.map((record) => (
            <li key={record.id}>
              <div className="records__head">
                <p className="strong">
                  {record.asGuardianFor.length > 0
                    ? t('listWhoGuardian', {
                        name: record.giver,
                        names: inList(record.asGuardianFor),
                        service: record.service,
                      })
                    : t('listWho', { name: record.giver, service: record.service })}
                </p>
                <Tag look={lookOf[record.state]}>{t(`state_${record.state}`)}</Tag>
              </div>
              {record.answer === 'yes' && (
                <p className="records__words">
                  <RecordSentence record={record} onePerson={onePerson} />
                </p>
              )}
              <p className="small soft">
                {t(record.channel === 'paper' ? 'listPaper' : record.witness ? 'listOral' : 'listOralNo', {
                  day: plainDay(record.saidOn, records.today),
                  by: record.recordedBy,
                  witness: record.witness ?? '',
                })}
              </p>
              <Waits record={record} today={records.today} />
              <CodeLetter familyId={familyId} record={record} today={records.today} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Waits({ record, today }: { record: ConsentRecord; today: CalendarDay }) {
  const { t } = useTranslation('consentRecord')
  if (record.state === 'waits-for-witness')
    return <p className="small">{t('waitsWitness', { witness: record.witness ?? '' })}</p>
  if (record.state === 'lapsed') return <p className="small">{t('lapsed', { name: record.giver })}</p>
  if (record.state !== 'waits-for-giver' || !record.confirmBy) return null
  const days = daysBetween(today, record.confirmBy)
  return (
    <p className="small">
      {days === 0
        ? t('waitsGiverToday', { name: record.giver })
        : t('waitsGiver', { name: record.giver, day: plainDay(record.confirmBy, today) })}
    </p>
  )
}
