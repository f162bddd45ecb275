import { dueDays } from '@velferdslab/core/ledger-rules'
import { Table } from '@digdir/designsystemet-react'
import { useTranslation } from 'react-i18next'
import { atStart, money } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'
import { partyName, usePlan } from './plan-names.ts'

/** What the plan costs each payer: planned by its measures, decided by its decisions. A volunteer's worth stands apart. */
export function SumsCard() {
  const { t } = useTranslation('plan')
  const { plan } = usePlan()
  const planned = plan.measures.flatMap((measure) => {
    // What lies after the day it was stopped is cut.
    const times = dueDays(measure).filter((day) => measure.stoppedOn === null || day <= measure.stoppedOn).length
    return measure.costs.map((cost) => ({ partyId: cost.partyId, ore: cost.ore * times }))
  })
  const decided = plan.decisions.flatMap((card) =>
    card.decided ? [{ partyId: card.partyId, ore: card.amountOre }] : [],
  )
  const sumOf = (rows: readonly { partyId: string; ore: number }[], party?: string) =>
    rows.reduce((sum, row) => (party === undefined || row.partyId === party ? sum + row.ore : sum), 0)
  const payers = plan.parties.filter(({ id }) => sumOf([...planned, ...decided], id) > 0)
  const worth = plan.measures.reduce(
    (sum, measure) => (measure.stoppedOn === null ? sum + (measure.estimatedOre ?? 0) : sum),
    0,
  )
  return (
    <Card title={t('sumsTitle')}>
      <div className="stack">
        {payers.length === 0 ? (
          <p>{t('sumsNone')}</p>
        ) : (
          <div className="sums" role="region" aria-label={t('sumsCaption')} tabIndex={0}>
            <Table>
              <caption className="hidden">{t('sumsCaption')}</caption>
              <Table.Head>
                <Table.Row>
                  <Table.HeaderCell scope="col">{t('payer')}</Table.HeaderCell>
                  <Table.HeaderCell scope="col" className="sums__money">
                    {t('planned')}
                  </Table.HeaderCell>
                  <Table.HeaderCell scope="col" className="sums__money">
                    {t('decided')}
                  </Table.HeaderCell>
                </Table.Row>
              </Table.Head>
              <Table.Body>
                {payers.map(({ id }) => (
                  <Table.Row key={id}>
                    <Table.HeaderCell scope="row">
                      <bdi>{partyName(plan, id)}</bdi>
                    </Table.HeaderCell>
                    <Table.Cell className="sums__money">{money(sumOf(planned, id))}</Table.Cell>
                    <Table.Cell className="sums__money">{money(sumOf(decided, id))}</Table.Cell>
                  </Table.Row>
                ))}
                <Table.Row className="sums__total">
                  <Table.HeaderCell scope="row">{t('sum')}</Table.HeaderCell>
                  <Table.Cell className="sums__money">{money(sumOf(planned))}</Table.Cell>
                  <Table.Cell className="sums__money">{money(sumOf(decided))}</Table.Cell>
                </Table.Row>
              </Table.Body>
            </Table>
          </div>
        )}
        {worth > 0 && <p className="small soft">{t('worthSum', { money: money(worth) })}</p>}
        {plan.frames.map((frame) => (
          <p key={frame.partyId} className="small">
            {t(frame.state === 'room' ? 'frame' : `frame_${frame.state}`, {
              party: atStart(partyName(plan, frame.partyId)),
              amount: money(frame.amountOre),
              used: money(frame.usedOre),
            })}
          </p>
        ))}
      </div>
    </Card>
  )
}
