import type { ConsentRecord } from '@velferdslab/core/consent-record'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId } from '@velferdslab/core/ids'
import { useTranslation } from 'react-i18next'
import { hearConsent } from '../../consent-record-api.ts'
import { NotSent } from '../../not-sent.tsx'
import { plainDay } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { useStart } from '../start/use-start.ts'
import { RecordSentence } from './record-sentence.tsx'

interface HeardItemProps {
  familyId: FamilyId
  record: ConsentRecord
  today: CalendarDay
  onePerson: boolean
}

/** Somebody wrote that I heard it. Only my own press makes it count; if I did not, nothing is pressed and nothing counts. */
export function HeardItem({ familyId, record, today, onePerson }: HeardItemProps) {
  const { t } = useTranslation('consentRecord')
  const hearing = useStart<object>(familyId, (input) => hearConsent(familyId, record.id, input))
  return (
    <li>
      <h3>{t('heardTitle', { name: record.giver })}</h3>
      <p>{t('heardText', { by: record.recordedBy, name: record.giver, day: plainDay(record.saidOn, today) })}</p>
      <blockquote className="start__words">
        <RecordSentence record={record} onePerson={onePerson} />
      </blockquote>
      <p className="small soft">{t('heardOnly', { by: record.recordedBy })}</p>
      <NotSent error={hearing.error} />
      <div className="row">
        <Button icon="check" aria-busy={hearing.isPending} onClick={() => hearing.isPending || hearing.mutate({})}>
          {t('heardDo')}
        </Button>
      </div>
    </li>
  )
}
