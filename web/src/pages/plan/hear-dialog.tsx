import type { childViews } from '@velferdslab/core/decision'
import { type DecisionCard } from '@velferdslab/core/decision'
import type { PersonId } from '@velferdslab/core/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hearChild } from '../../plan-api.ts'
import { usePlanCommand } from '../../use-plan-command.ts'
import { TickTile } from '../../ui/tick-tile.tsx'
import { FormDialog } from './form.tsx'
import { calledName, usePlan } from './plan-names.ts'

type View = (typeof childViews)[number]
const views = ['said', 'asked', 'declined'] as const satisfies readonly View[]

/** A child others decide for is heard, for each version. What it said lies on the cloth, under its own rule. */
export function HearDialog({ card, child, onClose }: { card: DecisionCard; child: PersonId; onClose: () => void }) {
  const { t } = useTranslation('deciding')
  const { plan, familyId } = usePlan()
  const [view, setView] = useState<View | null>(null)
  const name = calledName(plan, child)
  const send = usePlanCommand(
    familyId,
    (input: { view: View }, commandId) =>
      hearChild(familyId, card.id, { ...input, commandId, version: card.version, childId: child }),
    onClose,
  )
  return (
    <FormDialog
      title={t('hearTitle', { name })}
      lead={<p>{t('hearText', { name })}</p>}
      missing={view === null ? t('hearMissing') : null}
      submitLabel={t('hearDo')}
      sending={send}
      onSend={() => view && send.mutate({ view })}
      onClose={onClose}
    >
      <fieldset>
        <legend className="hidden">{t('hearTitle', { name })}</legend>
        <div className="choices">
          {views.map((each) => (
            <TickTile
              key={each}
              type="radio"
              name="view"
              value={each}
              checked={view === each}
              onChange={() => setView(each)}
            >
              <span>{t(`hear_${each}`, { name })}</span>
            </TickTile>
          ))}
        </div>
      </fieldset>
    </FormDialog>
  )
}
