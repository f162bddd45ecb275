import { addDays, type CalendarDay } from '@velferdslab/core/dates'
import type { DecisionCard } from '@velferdslab/core/decision'
import type { PersonId } from '@velferdslab/core/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askForMandate } from '../../plan-api.ts'
import { usePlanCommand } from '../../use-plan-command.ts'
import { Field, Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { FormDialog } from './form.tsx'
import { DayField } from '../../ui/text-field.tsx'
import { fullName, usePlan } from './plan-names.ts'

/** Put before who has the mandate, with a day. What they will see is said first. */
export function AskDialog({ card, onClose }: { card: DecisionCard; onClose: () => void }) {
  const { t } = useTranslation('deciding')
  const { plan, familyId } = usePlan()
  const able = [
    ...new Set(
      card.mandates.filter((each) => each.covers && each.personId !== plan.me.id).map((each) => each.personId),
    ),
  ]
  const [personId, setPerson] = useState<PersonId | undefined>(able[0])
  const [by, setBy] = useState<string>(addDays(plan.today, 3))
  const send = usePlanCommand(
    familyId,
    (input: { personId: PersonId; by: CalendarDay }, commandId) =>
      askForMandate(familyId, card.id, { ...input, commandId, version: card.version }),
    onClose,
  )
  return (
    <FormDialog
      title={t('askTitle')}
      lead={<Notice icon="eye">{t('askText')}</Notice>}
      missing={personId && by !== '' ? null : t('askNobody')}
      submitLabel={t('askDo')}
      sending={send}
      onSend={() => personId && send.mutate({ personId, by: by as CalendarDay })}
      onClose={onClose}
    >
      {personId ? (
        <div className="fields-row">
          <Field label={t('askWho')}>
            {(id) => (
              <Select
                id={id}
                value={personId}
                onChoose={setPerson}
                options={able.map((each) => ({ value: each, label: fullName(plan, each) }))}
              />
            )}
          </Field>
          <DayField label={t('askDay')} value={by} min={plan.today} onChange={setBy} />
        </div>
      ) : (
        <p>{t('askNobody')}</p>
      )}
    </FormDialog>
  )
}
