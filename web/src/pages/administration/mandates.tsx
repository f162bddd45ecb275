import { useTranslation } from 'react-i18next'
import { newId } from '../../api.ts'
import { atStart, plainDay, money } from '../../texts/format.ts'
import { labelsInLine, subjectInWords } from './change-words.ts'
import { useRegisters } from './editing.ts'
import { RegisterCard, RegisterLine } from './register-card.tsx'

/** Who can decide what here and now: a person or a role at a service, up to an amount, in a period. */
export function Mandates() {
  const { t } = useTranslation(['administration', 'everywhere'])
  const { registers, edit } = useRegisters()
  const { today, mandates, services } = registers
  return (
    <RegisterCard
      title={t('administration:mandatesTitle')}
      text={t('administration:mandatesText')}
      add={t('administration:add.mandate')}
      onAdd={() => {
        edit({ kind: 'mandate', subject: newId(), before: null, start: { from: today } })
      }}
    >
      {mandates.map(({ id, ...mandate }) => {
        const name = subjectInWords('mandate', id, mandate, registers, t)
        return (
          <RegisterLine
            key={id}
            name={`${name}, ${services.find((each) => each.id === mandate.partyId)?.name ?? ''}`}
            lines={[
              atStart(labelsInLine(mandate.kinds.map((kind) => t(`administration:decisionKinds.${kind}`)))),
              t('administration:mandateLine', { amount: money(mandate.amountOre) }),
              mandate.totalOre !== null && t('administration:mandateTotal', { amount: money(mandate.totalOre) }),
              mandate.source,
              t('administration:until', { day: plainDay(mandate.to, today) }),
            ]}
            changeLabel={t('administration:moveEnd', { name })}
            onChange={
              mandate.to < today
                ? undefined
                : () => {
                    edit({ kind: 'mandate', subject: id, before: mandate, start: mandate })
                  }
            }
          />
        )
      })}
    </RegisterCard>
  )
}
