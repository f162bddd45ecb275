import type { CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId, PlanVersionId } from '@velferdslab/core/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { putUpPlan } from '../../signing-api.ts'
import { newId } from '../../api.ts'
import { useCommandId } from '../../command-id.ts'
import { NotSent } from '../../not-sent.tsx'
import { familyKey } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { DayField } from '../../ui/text-field.tsx'

/** The plan as it stands is put up; what lies there unsigned is replaced. */
export function PutUp({ familyId, again }: { familyId: FamilyId; again: boolean }) {
  const { t } = useTranslation('signing')
  const queryClient = useQueryClient()
  const command = useCommandId()
  const [day, setDay] = useState('')
  const [versionId, setVersionId] = useState(() => newId<PlanVersionId>())
  const putting = useMutation({
    mutationFn: () => {
      const input = { versionId, evaluateOn: day === '' ? null : (day as CalendarDay) }
      return putUpPlan(familyId, { ...input, commandId: command.idFor(input) })
    },
    onSuccess: async () => {
      command.done()
      setVersionId(newId<PlanVersionId>())
      await queryClient.invalidateQueries({ queryKey: familyKey(familyId) })
    },
  })
  return (
    <Card title={t(again ? 'putUpAgainTitle' : 'putUpTitle')} className="put-up">
      <div className="stack">
        <p>{t('putUpText')}</p>
        <DayField label={t('evaluate')} help={t('evaluateHelp')} value={day} onChange={setDay} />
        <div className="row">
          <Button
            look={again ? 'second' : 'primary'}
            icon="pen"
            aria-busy={putting.isPending}
            onClick={() => putting.mutate()}
          >
            {t('putUp')}
          </Button>
        </div>
        <p role="status" className="small soft">
          {putting.isPending ? t('puttingUp') : ''}
        </p>
        <NotSent error={putting.error} />
      </div>
    </Card>
  )
}
