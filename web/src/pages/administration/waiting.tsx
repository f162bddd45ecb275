import type { ChangeShown } from '@velferdslab/core/administration'
import type { SettleChange } from '@velferdslab/core/commands/administration'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { settleChange } from '../../administration-api.ts'
import { useCommandId } from '../../command-id.ts'
import { NotSent } from '../../not-sent.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useRegisters } from './editing.ts'
import { ShownChange } from './shown-change.tsx'

/** What another administrator has to answer, those of others first. */
export function Waiting() {
  const { t } = useTranslation('administration')
  const { waiting } = useRegisters().registers
  if (waiting.length === 0)
    return (
      <Card>
        <EmptyState icon="check" title={t('waitingNone')}>
          {t('waitingNoneText')}
        </EmptyState>
      </Card>
    )
  return [...waiting]
    .sort((a, b) => Number(a.isMine) - Number(b.isMine))
    .map((change) => <Waits key={change.id} change={change} />)
}

function Waits({ change }: { change: ChangeShown }) {
  const { t } = useTranslation('administration')
  const queryClient = useQueryClient()
  const command = useCommandId()
  const fetchAnew = () => queryClient.invalidateQueries({ queryKey: ['administration'] })
  const settling = useMutation({
    mutationFn: (outcome: SettleChange['outcome']) =>
      settleChange(change.id, { outcome, commandId: command.idFor(outcome) }),
    onSuccess: () => {
      command.done()
      return fetchAnew()
    },
    onError: fetchAnew,
  })
  const press = (outcome: SettleChange['outcome']) => () => {
    if (!settling.isPending) settling.mutate(outcome)
  }
  return (
    <Card className={change.isMine ? '' : 'admin__ask'}>
      <div className="stack">
        <ShownChange change={change} heading="h2" />
        {change.isMine && <p className="soft">{t('mineWaits')}</p>}
        {!change.isMine && change.isForMe && <p className="soft">{t('forMe')}</p>}
        <NotSent error={settling.error} />
        <div className="row">
          {change.isMine ? (
            <Button look="second" icon="undo" onClick={press('withdrawn')}>
              {t('takeBack')}
            </Button>
          ) : (
            <>
              {!change.isForMe && (
                <Button icon="check" onClick={press('effective')}>
                  {t('sayYes')}
                </Button>
              )}
              <Button look="second" onClick={press('turned_down')}>
                {t('sayNo')}
              </Button>
            </>
          )}
        </div>
      </div>
    </Card>
  )
}
