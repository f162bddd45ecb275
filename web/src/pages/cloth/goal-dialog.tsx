import type { Note } from '@velferdslab/core/cloth'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { withTexts } from '../../texts/i18n.ts'
import { useTable } from './table-context.ts'

/** The form of the plan, fetched when somebody asks for it: most who sit at the cloth only write. */
const MakeGoalDialog = lazy(async () => {
  const { MakeGoalDialog: Dialog } = await withTexts(['plan'], () => import('../plan/make-goal-dialog.tsx'))
  return { default: Dialog }
})

/** A note on the cloth becomes a goal of the plan, and keeps its thread. */
export function GoalDialog({ note, onClose }: { note: Note; onClose: () => void }) {
  const { t } = useTranslation('cloth')
  const { cloth, familyId, me, shell, tell } = useTable()
  return (
    <Suspense fallback={null}>
      <MakeGoalDialog
        familyId={familyId}
        cloth={cloth}
        notes={[note]}
        note={note}
        me={me}
        speaker={shell === 'work' ? 'work' : 'family'}
        onClose={onClose}
        onDone={() => {
          onClose()
          tell(t('goalMade'))
        }}
      />
    </Suspense>
  )
}
