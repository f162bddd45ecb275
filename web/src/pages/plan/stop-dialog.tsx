import type { CalendarDay } from '@velferdslab/core/dates'
import type { Measure } from '@velferdslab/core/plan'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { stopMeasure } from '../../plan-api.ts'
import { usePlanCommand } from '../../use-plan-command.ts'
import { FormDialog } from './form.tsx'
import { DayField } from '../../ui/text-field.tsx'
import { usePlan } from './plan-names.ts'

/** A measure ends on a day; what lies after is cut, for every payer. */
export function StopDialog({ measure, onClose }: { measure: Measure; onClose: () => void }) {
  const { t } = useTranslation('plan')
  const { plan, familyId } = usePlan()
  const [on, setOn] = useState<string>(plan.today)
  const send = usePlanCommand(
    familyId,
    (input: { on: CalendarDay }, commandId) => stopMeasure(familyId, measure.id, { ...input, commandId }),
    onClose,
  )
  return (
    <FormDialog
      title={t('stopTitle')}
      lead={
        <>
          <p className="strong" dir="auto">
            {measure.words.text}
          </p>
          <p>{t('stopText')}</p>
        </>
      }
      missing={on === '' ? t('stopOn') : null}
      submitLabel={t('stopDo')}
      submitIcon="stop"
      sending={send}
      onSend={() => send.mutate({ on: on as CalendarDay })}
      onClose={onClose}
    >
      <DayField label={t('stopOn')} value={on} onChange={setOn} />
    </FormDialog>
  )
}
