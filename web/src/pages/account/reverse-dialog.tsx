import type { Account, Entry } from '@velferdslab/core/ledger'
import type { Plan } from '@velferdslab/core/plan'
import { useTranslation } from 'react-i18next'
import { reverseEntry } from '../../plan-api.ts'
import { money, plainDay } from '../../texts/format.ts'
import { usePlanCommand } from '../../use-plan-command.ts'
import { FormDialog } from '../plan/form.tsx'
import { entryWords } from './entry-words.ts'

interface ReverseDialogProps {
  account: Account
  plan: Plan | undefined
  entry: Entry
  onClose: () => void
}

/** Cancels one line exactly. Both stay. */
export function ReverseDialog({ account, plan, entry, onClose }: ReverseDialogProps) {
  const { t } = useTranslation('account')
  const send = usePlanCommand(
    account.familyId,
    (input: { entry: Entry['id'] }, commandId) => reverseEntry(account.familyId, input.entry, { commandId }),
    onClose,
  )
  return (
    <FormDialog
      title={t('reverseTitle')}
      missing={null}
      submitLabel={t('reverseDo')}
      sending={send}
      onSend={() => send.mutate({ entry: entry.id })}
      onClose={onClose}
    >
      <p className="strong">
        <span dir="auto">{entryWords(entry, plan)}</span>, {plainDay(entry.onDay, account.today)}:{' '}
        <span className="num">{money(entry.ore)}</span>
      </p>
      <p>{t('reverseText')}</p>
    </FormDialog>
  )
}
