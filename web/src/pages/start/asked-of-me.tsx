import './start.css'
import type { AskedSeats } from '@velferdslab/core/seat'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { askedSeatsQuery, takeSeat } from '../../seat-api.ts'
import { useCommandId } from '../../command-id.ts'
import { NotSent } from '../../not-sent.tsx'
import { familiesQuery } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'

type Asked = AskedSeats['asked'][number]

/** What I was asked to: a family to lead, or a place beside somebody who trusts me. Nothing of the family but its name stands here. */
export function AskedOfMe() {
  const { t } = useTranslation('start')
  const { data } = useQuery(askedSeatsQuery)
  if (!data || data.asked.length === 0) return null
  return (
    <Card title={t('askedTitle')}>
      <ul className="asked">
        {data.asked.map((each) => (
          <li key={each.seatId}>
            <One asked={each} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function One({ asked }: { asked: Asked }) {
  const { t } = useTranslation('start')
  const queryClient = useQueryClient()
  const command = useCommandId()
  const taking = useMutation({
    mutationFn: (answer: 'yes' | 'no') => takeSeat(asked.seatId, { answer, commandId: command.idFor(answer) }),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: askedSeatsQuery.queryKey }),
        queryClient.invalidateQueries({ queryKey: familiesQuery.queryKey }),
      ]),
  })
  const say = (answer: 'yes' | 'no') => {
    if (!taking.isPending) taking.mutate(answer)
  }
  if (asked.waitsFor === 'consent' && asked.role === 'leader')
    return <Notice icon="clock">{t('askedConsent', { name: asked.familyName })}</Notice>
  if (asked.waitsFor !== 'me')
    return (
      <Notice icon="clock">
        {asked.waitsFor === 'family' ? t('askedWaits', { by: asked.askedBy }) : t('askedDone')}
      </Notice>
    )
  const leads = asked.role === 'leader'
  return (
    <div className="stack">
      <h3>{leads ? t('askedLead', { name: asked.familyName }) : t('askedTrusted', { by: asked.askedBy })}</h3>
      <p>{leads ? t('askedLeadText') : t('askedTrustedText', { by: asked.askedBy })}</p>
      {!leads && <blockquote className="start__words">{t('askedPromise')}</blockquote>}
      <NotSent error={taking.error} />
      <div className="row">
        <Button icon="check" onClick={() => say('yes')} aria-busy={taking.isPending}>
          {t(leads ? 'askedLeadYes' : 'askedTrustedYes')}
        </Button>
        <Button look="second" onClick={() => say('no')}>
          {t(leads ? 'askedLeadNo' : 'askedTrustedNo')}
        </Button>
      </div>
    </div>
  )
}
