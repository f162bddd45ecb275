import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommandId } from '../../command-id.ts'
import { NotSent } from '../../not-sent.tsx'
import { declareTask, taskQuery } from '../../task-api.ts'
import { Button } from '../../ui/button.tsx'
import { TickTile } from '../../ui/tick-tile.tsx'

/** Confidentiality comes first: nothing of the promise is on the page before (REQ-13). */
export function Declare({ name }: { name: string }) {
  const { t } = useTranslation('task')
  const queryClient = useQueryClient()
  const command = useCommandId()
  const [promise, setPromise] = useState(false)
  const [tooEarly, setTooEarly] = useState(false)
  const declaring = useMutation({
    mutationFn: () => declareTask(command.idFor('declare')),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: taskQuery.queryKey }),
  })
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTooEarly(!promise)
        if (promise && !declaring.isPending) declaring.mutate()
      }}
    >
      <h1>{t('hello', { name })}</h1>
      <p>{t('declareLead')}</p>
      <fieldset className="task__promise">
        <legend>{t('declareTitle')}</legend>
        <p>{t('declareText')}</p>
        <TickTile
          type="checkbox"
          name="promise"
          value="yes"
          checked={promise}
          describedBy={tooEarly && !promise ? 'declare-missing' : undefined}
          onChange={(event) => setPromise(event.target.checked)}
        >
          <span>{t('declareDo')}</span>
        </TickTile>
        {tooEarly && !promise && (
          <span id="declare-missing" role="status" className="field__wrong">
            {t('declareMissing')}
          </span>
        )}
      </fieldset>
      <NotSent error={declaring.error} />
      <Button
        type="submit"
        wide
        look={promise ? 'primary' : 'waiting'}
        iconAfter="right"
        aria-busy={declaring.isPending}
      >
        {t('declareGo')}
      </Button>
    </form>
  )
}
