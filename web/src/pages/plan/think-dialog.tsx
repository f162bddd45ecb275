import { addDays, type CalendarDay } from '@velferdslab/core/dates'
import type { DecisionCard } from '@velferdslab/core/decision'
import type { PersonId } from '@velferdslab/core/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerDecision } from '../../plan-api.ts'
import { longDay } from '../../texts/format.ts'
import { usePlanCommand } from '../../use-plan-command.ts'
import { TickTile } from '../../ui/tick-tile.tsx'
import { FormDialog } from './form.tsx'
import { usePlan } from './plan-names.ts'

const days = [3, 7, 14] as const

/** Time to think has a day. Nothing happens before there is an answer, not even after it. */
export function ThinkDialog(props: { card: DecisionCard; persons: PersonId[]; onClose: () => void }) {
  const { card, persons, onClose } = props
  const { t } = useTranslation('deciding')
  const { plan, familyId } = usePlan()
  const [until, setUntil] = useState<CalendarDay | null>(null)
  const send = usePlanCommand(
    familyId,
    (input: { until: CalendarDay }, commandId) =>
      answerDecision(familyId, card.id, {
        ...input,
        commandId,
        version: card.version,
        answer: 'think',
        how: 'own_screen',
        ...(persons.length > 0 ? { persons } : {}),
      }),
    onClose,
  )
  return (
    <FormDialog
      title={t('thinkTitle')}
      lead={<p>{t('thinkText')}</p>}
      missing={until === null ? t('thinkMissing') : null}
      submitLabel={t('thinkDo')}
      sending={send}
      onSend={() => until && send.mutate({ until })}
      onClose={onClose}
    >
      <fieldset>
        <legend className="hidden">{t('thinkTitle')}</legend>
        <div className="choices">
          {days.map((count) => {
            const day = addDays(plan.today, count)
            return (
              <TickTile
                key={count}
                type="radio"
                name="until"
                value={day}
                checked={until === day}
                onChange={() => setUntil(day)}
              >
                <span>{t('thinkDays', { count, day: longDay(day, plan.today) })}</span>
              </TickTile>
            )
          })}
        </div>
      </fieldset>
    </FormDialog>
  )
}
