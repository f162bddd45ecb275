import type { Joining as Answer } from '@velferdslab/core/household'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCommandId } from '../../command-id.ts'
import { NotSent } from '../../not-sent.tsx'
import { answerJoining, joiningQuery } from '../../people-api.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'

/** A family wants me as one of it, and all there have said so. Where nobody asked there is nothing. */
export function Joining() {
  const { data } = useQuery(joiningQuery)
  return data?.asked.map((asked) => <Asked key={asked.id} asked={asked} />)
}

function Asked({ asked }: { asked: Answer['asked'][number] }) {
  const { t } = useTranslation('people')
  const queryClient = useQueryClient()
  const command = useCommandId()
  const sending = useMutation({
    mutationFn: (answer: 'yes' | 'no') => answerJoining(asked.id, { commandId: command.idFor(answer), answer }),
    onSuccess: async (_done, answer) => {
      // Who belongs to a family has the family's pages; the frame of this one is not theirs any more.
      if (answer === 'yes') location.assign('/')
      else await queryClient.invalidateQueries({ queryKey: joiningQuery.queryKey })
    },
  })
  return (
    <Card title={t('joinTitle', { name: asked.familyName })}>
      <div className="stack">
        <p>{t('joinText', { by: asked.askedBy })}</p>
        <p>{t('joinThen')}</p>
        <NotSent error={sending.error} />
        <div className="row">
          <Button aria-busy={sending.isPending} onClick={() => sending.mutate('yes')}>
            {t('joinYes')}
          </Button>
          <Button look="second" onClick={() => sending.mutate('no')}>
            {t('joinNo')}
          </Button>
        </div>
      </div>
    </Card>
  )
}
