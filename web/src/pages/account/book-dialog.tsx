import type { CalendarDay } from '@velferdslab/core/dates'
import type { MeasureId } from '@velferdslab/core/ids'
import type { Account } from '@velferdslab/core/ledger'
import type { Plan } from '@velferdslab/core/plan'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bookCost } from '../../plan-api.ts'
import { usePlanCommand } from '../../use-plan-command.ts'
import { Field, Select } from '../../ui/field.tsx'
import { FormDialog } from '../plan/form.tsx'
import { DayField, ShortText } from '../../ui/text-field.tsx'
import { oreOf } from '../plan/kroner.ts'

/** What a measure cost, parted between its payers as the plan says. */
export function BookDialog({ account, plan, onClose }: { account: Account; plan: Plan; onClose: () => void }) {
  const { t } = useTranslation('account')
  const [measureId, setMeasure] = useState<MeasureId | ''>('')
  const [onDay, setDay] = useState<string>(account.today)
  const [amount, setAmount] = useState('')
  const [checked, setChecked] = useState(false)
  const ore = oreOf(amount)
  const send = usePlanCommand(
    account.familyId,
    (input: { measureId: MeasureId; onDay: CalendarDay; ore: number }, commandId) =>
      bookCost(account.familyId, { ...input, commandId }),
    onClose,
  )
  const ready = measureId !== '' && onDay !== '' && amount.trim() !== ''
  const save = () => {
    setChecked(true)
    if (measureId !== '' && ore !== undefined) send.mutate({ measureId, onDay: onDay as CalendarDay, ore })
  }
  return (
    <FormDialog
      title={t('bookTitle')}
      lead={<p>{t('bookText')}</p>}
      missing={ready ? null : t('bookMissing')}
      submitLabel={t('bookDo')}
      sending={send}
      onSend={save}
      onClose={onClose}
    >
      <Field label={t('bookMeasure')}>
        {(id) => (
          <Select
            id={id}
            value={measureId}
            onChoose={setMeasure}
            options={[
              { value: '' as const, label: t('chooseMeasure') },
              ...plan.measures.map((measure) => ({ value: measure.id, label: measure.words.text })),
            ]}
          />
        )}
      </Field>
      <div className="fields-row">
        <DayField label={t('bookDay')} value={onDay} onChange={setDay} />
        <ShortText
          holds="money"
          label={t('bookAmount')}
          help={checked && ore === undefined ? undefined : t('bookAmountHelp')}
          wrong={checked && ore === undefined ? t('bookAmountHelp') : undefined}
          value={amount}
          onChange={setAmount}
        />
      </div>
    </FormDialog>
  )
}
