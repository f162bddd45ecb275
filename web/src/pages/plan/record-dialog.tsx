import type { AnswerHow, DecisionCard } from '@velferdslab/core/decision'
import type { PersonId } from '@velferdslab/core/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerDecision } from '../../plan-api.ts'
import { usePlanCommand } from '../../use-plan-command.ts'
import { Picks } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { FormDialog } from './form.tsx'
import { usePlan } from './plan-names.ts'

type Written = Exclude<AnswerHow, 'own_screen'>
const hows: readonly Written[] = ['spoken', 'code', 'paper']

/** What somebody said aloud, with a code or on paper. A yes counts when a third has confirmed it: that is said first. */
export function RecordDialog({ card, onClose }: { card: DecisionCard; onClose: () => void }) {
  const { t } = useTranslation('deciding')
  const { plan, familyId } = usePlan()
  const [giverId, setGiver] = useState<PersonId | null>(null)
  const [answer, setAnswer] = useState<'yes' | 'no' | null>(null)
  const [how, setHow] = useState<Written | null>(null)
  const givers = plan.members.filter((member) => member.id !== plan.me.id && !member.isChild)
  const send = usePlanCommand(
    familyId,
    (input: { giverId: PersonId; answer: 'yes' | 'no'; how: Written }, commandId) =>
      answerDecision(familyId, card.id, { ...input, commandId, version: card.version, until: null }),
    onClose,
  )
  const ready = giverId && answer && how
  return (
    <FormDialog
      title={t('recordTitle')}
      lead={<Notice icon="aloud">{t('recordText')}</Notice>}
      missing={ready ? null : t('recordMissing')}
      submitLabel={t('recordDo')}
      sending={send}
      onSend={() => ready && send.mutate({ giverId, answer, how })}
      onClose={onClose}
    >
      <Picks
        legend={t('recordWho')}
        options={givers.map((member) => ({ value: member.id, label: member.calledName }))}
        chosen={giverId}
        onChoose={setGiver}
      />
      <Picks
        legend={t('recordWhat')}
        options={[
          { value: 'yes', label: t('recordYes') },
          { value: 'no', label: t('recordNo') },
        ]}
        chosen={answer}
        onChoose={setAnswer}
      />
      <Picks
        legend={t('recordHow')}
        options={hows.map((each) => ({ value: each, label: t(`howPick_${each}`) }))}
        chosen={how}
        onChoose={setHow}
      />
    </FormDialog>
  )
}
