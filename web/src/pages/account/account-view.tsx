import './account.css'
import type { Account, Entry } from '@velferdslab/core/ledger'
import type { Plan } from '@velferdslab/core/plan'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { money, monthAndYear } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { BookDialog } from './book-dialog.tsx'
import { LinesTable } from './lines-table.tsx'
import { ReverseDialog } from './reverse-dialog.tsx'
import { SumsTable } from './sums-table.tsx'

interface AccountViewProps {
  account: Account
  /** For the names of goals and measures; a payer that sees no goal sees its money all the same. */
  plan: Plan | undefined
  children: ReactNode
}

/** The whole account: sums along three sides that all come to the same total, and every line they are made of. */
export function AccountView({ account, plan, children }: AccountViewProps) {
  const { t } = useTranslation('account')
  const [asking, setAsking] = useState<'book' | Entry | null>(null)
  const { sums } = account
  const goalName = (id: Entry['goalId']) => plan?.goals.find((goal) => goal.id === id)?.words.text ?? t('noGoal')
  const books = account.books.all || account.books.parties.length > 0
  return (
    <div className="account">
      {children}
      {account.entries.length === 0 ? (
        <Card>
          <EmptyState icon="economy" title={t('none')}>
            {t('noneText')}
          </EmptyState>
        </Card>
      ) : (
        <>
          <Card title={t('byPayer')}>
            <div className="stack">
              <SumsTable
                caption={t('byPayer')}
                first={t('payer')}
                rows={sums.byPayer.map((row) => ({
                  key: row.partyId,
                  name: <bdi>{account.parties.find(({ id }) => id === row.partyId)?.name ?? ''}</bdi>,
                  sums: row,
                }))}
                total={sums.total}
              />
              <p className="small soft">{t('explained')}</p>
              {account.estimatedOre > 0 && (
                <p className="small soft">{t('estimated', { money: money(account.estimatedOre) })}</p>
              )}
            </div>
          </Card>
          <div className="account__two">
            <Card title={t('byGoal')}>
              <SumsTable
                caption={t('byGoal')}
                first={t('goal')}
                rows={sums.byGoal.map((row) => ({
                  key: row.goalId ?? '',
                  name: <span dir="auto">{goalName(row.goalId)}</span>,
                  sums: row,
                }))}
                total={sums.total}
              />
            </Card>
            <Card title={t('byMonth')}>
              <SumsTable
                caption={t('byMonth')}
                first={t('month')}
                rows={sums.byMonth.map((row) => ({
                  key: row.month,
                  name: monthAndYear(`${row.month}-01` as Account['today']),
                  sums: row,
                }))}
                total={sums.total}
              />
            </Card>
          </div>
          <Card title={t('lines')}>
            <div className="stack">
              <p className="small soft">{t('linesText')}</p>
              <LinesTable account={account} plan={plan} onReverse={setAsking} />
            </div>
          </Card>
        </>
      )}
      {books && plan && (
        <div className="row">
          <Button icon="plus" onClick={() => setAsking('book')}>
            {t('book')}
          </Button>
        </div>
      )}
      {asking === 'book' && plan && <BookDialog account={account} plan={plan} onClose={() => setAsking(null)} />}
      {asking !== null && asking !== 'book' && (
        <ReverseDialog account={account} plan={plan} entry={asking} onClose={() => setAsking(null)} />
      )}
    </div>
  )
}
