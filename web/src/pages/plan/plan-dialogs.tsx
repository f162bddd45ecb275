import type { DecisionCard } from '@velferdslab/core/decision'
import type { PersonId } from '@velferdslab/core/ids'
import type { Goal, Measure } from '@velferdslab/core/plan'
import { AskDialog } from './ask-dialog.tsx'
import { DecisionDialog } from './decision-dialog.tsx'
import { HearDialog } from './hear-dialog.tsx'
import { MakeGoalFromPlan } from './make-goal-from-plan.tsx'
import { MeasureDialog } from './measure-dialog.tsx'
import { OutsideDialog } from './outside-dialog.tsx'
import { RecordDialog } from './record-dialog.tsx'
import { StopDialog } from './stop-dialog.tsx'
import { ThinkDialog } from './think-dialog.tsx'

/** What is being asked or filled in over the plan. */
export type Asking =
  | { what: 'goal' }
  | { what: 'measure'; goal: Goal }
  | { what: 'stop'; measure: Measure }
  | { what: 'decision'; measure: Measure }
  | { what: 'change'; card: DecisionCard }
  | { what: 'think'; card: DecisionCard; persons: PersonId[] }
  | { what: 'record'; card: DecisionCard }
  | { what: 'hear'; card: DecisionCard; child: PersonId }
  | { what: 'ask'; card: DecisionCard }
  | { what: 'outside' }

export function PlanDialogs({ asking, onClose }: { asking: Asking; onClose: () => void }) {
  switch (asking.what) {
    case 'goal':
      return <MakeGoalFromPlan onClose={onClose} />
    case 'measure':
      return <MeasureDialog goal={asking.goal} onClose={onClose} />
    case 'stop':
      return <StopDialog measure={asking.measure} onClose={onClose} />
    case 'decision':
      return <DecisionDialog about={{ measure: asking.measure }} onClose={onClose} />
    case 'change':
      return <DecisionDialog about={{ card: asking.card }} onClose={onClose} />
    case 'think':
      return <ThinkDialog card={asking.card} persons={asking.persons} onClose={onClose} />
    case 'record':
      return <RecordDialog card={asking.card} onClose={onClose} />
    case 'hear':
      return <HearDialog card={asking.card} child={asking.child} onClose={onClose} />
    case 'ask':
      return <AskDialog card={asking.card} onClose={onClose} />
    case 'outside':
      return <OutsideDialog onClose={onClose} />
  }
}
