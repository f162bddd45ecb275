import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { clothQuery } from '../../plan-api.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Loading } from '../../ui/loading.tsx'
import { MakeGoalDialog } from './make-goal-dialog.tsx'
import { usePlan } from './plan-names.ts'

/** The cloth is fetched for it: its notes, and where one may write. People around me are no goals. */
export function MakeGoalFromPlan({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['plan', 'everywhere', 'refusals'])
  const { plan, familyId, speaker } = usePlan()
  const { data: cloth, isError } = useQuery(clothQuery(familyId))
  const notes = cloth?.notes.filter((note) => note.cell !== 'around_me') ?? []
  if (cloth && notes.length > 0)
    return (
      <MakeGoalDialog
        familyId={familyId}
        cloth={cloth}
        notes={notes}
        me={plan.me.id}
        speaker={speaker}
        onClose={onClose}
        onDone={onClose}
      />
    )
  return (
    <Dialog open title={t('plan:goalTitle')} onClose={onClose} closeLabel={t('everywhere:close')}>
      {cloth ? (
        <p>{t('plan:goalNoNotes')}</p>
      ) : isError ? (
        <p role="alert">{t('refusals:unavailable')}</p>
      ) : (
        <Loading what={t('plan:what')} />
      )}
    </Dialog>
  )
}
