import type { HoldId } from '@velferdslab/core/ids'
import type { Retention } from '@velferdslab/core/retention'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommandId } from '../../command-id.ts'
import { NotSent } from '../../not-sent.tsx'
import { liftHold } from '../../retention-api.ts'
import { plainDay } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { HoldDialog } from './hold-dialog.tsx'

type Hold = Retention['holds'][number]

/** What is held, over whom, why and since when; and the two things one does with it. */
export function Holds({ retention }: { retention: Retention }) {
  const { t } = useTranslation('retention')
  const [open, setOpen] = useState<'place' | Hold | null>(null)
  const [said, setSaid] = useState('')
  const { holds, today } = retention
  const whose = (hold: Hold) => (hold.family ? t('ofFamily', { number: hold.family }) : (hold.person ?? t('somebody')))
  const close = (words = '') => {
    setOpen(null)
    setSaid(words)
  }
  return (
    <Card title={t('holdsTitle')}>
      <p className="soft">{t('holdsLead')}</p>
      <div role="status">
        {said && (
          <Notice icon="check">
            <p>{said}</p>
          </Notice>
        )}
      </div>
      {holds.length === 0 ? (
        <EmptyState icon="lock" title={t('holdsNone')}>
          {t('holdsNoneText')}
        </EmptyState>
      ) : (
        <ul className="kept">
          {holds.map((hold) => (
            <li key={hold.id} className="kept__line">
              <div className="kept__what">
                <p className="strong">
                  {whose(hold)}: {t(hold.because)}
                </p>
                <p className="soft">
                  {hold.until
                    ? t('sinceUntil', { day: plainDay(hold.placedOn, today), until: plainDay(hold.until, today) })
                    : t('since', { day: plainDay(hold.placedOn, today) })}
                </p>
              </div>
              <div className="kept__how">
                <Tag {...(hold.told ? {} : { look: 'need', icon: 'lock' })}>{t(hold.told ? 'told' : 'quiet')}</Tag>
                {hold.liftedOn ? (
                  <span className="soft">{t('liftedOn', { day: plainDay(hold.liftedOn, today) })}</span>
                ) : (
                  <Button look="second" aria-label={t('liftTitle', { who: whose(hold) })} onClick={() => setOpen(hold)}>
                    {t('lift')}
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Button look="second" icon="lock" onClick={() => setOpen('place')}>
          {t('place')}
        </Button>
      </p>
      {open === 'place' && (
        <HoldDialog retention={retention} onClose={close} onDone={(who) => close(t('placed', { who }))} />
      )}
      {open !== null && open !== 'place' && (
        <LiftDialog hold={open.id} who={whose(open)} onClose={close} onDone={() => close(t('lifted'))} />
      )}
    </Card>
  )
}

function LiftDialog(props: { hold: HoldId; who: string; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation(['retention', 'everywhere'])
  const queryClient = useQueryClient()
  const command = useCommandId()
  const lifting = useMutation({
    mutationFn: () => liftHold(props.hold, { commandId: command.idFor(props.hold) }),
    onSuccess: async () => {
      command.done()
      await queryClient.invalidateQueries({ queryKey: ['retention'] })
      props.onDone()
    },
  })
  return (
    <Dialog
      open
      title={t('retention:liftTitle', { who: props.who })}
      onClose={() => props.onClose()}
      closeLabel={t('everywhere:close')}
    >
      <div className="stack">
        <p>{t('retention:liftText')}</p>
        <NotSent error={lifting.error} />
        <p className="kept__how">
          <Button look="primary" disabled={lifting.isPending} onClick={() => lifting.mutate()}>
            {t('retention:liftYes')}
          </Button>
          <Button look="quiet" onClick={() => props.onClose()}>
            {t('retention:liftNo')}
          </Button>
        </p>
      </div>
    </Dialog>
  )
}
