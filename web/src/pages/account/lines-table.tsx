import type { Account, Entry } from '@velferdslab/core/ledger'
import type { Plan } from '@velferdslab/core/plan'
import { Table } from '@digdir/designsystemet-react'
import { useTranslation } from 'react-i18next'
import { money, plainDay } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { entryWords } from './entry-words.ts'

interface LinesTableProps {
  account: Account
  plan: Plan | undefined
  onReverse: (entry: Entry) => void
}

/** Every line, the newest day first. A correction stands as one, and so does the line it corrects: nothing is rubbed out. */
export function LinesTable({ account, plan, onReverse }: LinesTableProps) {
  const { t } = useTranslation('account')
  const reversed = new Set(account.entries.map((entry) => entry.reverses))
  const mayReverse = (entry: Entry) =>
    entry.kind === 'realised' &&
    entry.reverses === null &&
    !reversed.has(entry.id) &&
    (account.books.all || account.books.parties.includes(entry.payerId))
  const acts = account.entries.some(mayReverse)
  return (
    <div
      className="account__table account__lines"
      role="region"
      aria-label={t('asTable', { what: t('lines') })}
      tabIndex={0}
    >
      <Table>
        <caption className="hidden">{t('lines')}</caption>
        <Table.Head>
          <Table.Row>
            {(['day', 'forWhat', 'payer', 'kind'] as const).map((column) => (
              <Table.HeaderCell key={column} scope="col">
                {t(column)}
              </Table.HeaderCell>
            ))}
            <Table.HeaderCell scope="col" className="account__money">
              {t('amount')}
            </Table.HeaderCell>
            {acts && <Table.HeaderCell scope="col">{t('doTitle')}</Table.HeaderCell>}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {account.entries.toReversed().map((entry) => (
            <Table.Row key={entry.id}>
              <Table.Cell className="account__day">{plainDay(entry.onDay, account.today)}</Table.Cell>
              <Table.Cell className="account__what">
                <span dir="auto">{entryWords(entry, plan)}</span>{' '}
                {entry.reverses !== null && <Tag icon="undo">{t('isReversal')}</Tag>}
                {reversed.has(entry.id) && <Tag icon="undo">{t('isReversed')}</Tag>}
              </Table.Cell>
              <Table.Cell className="account__payer">
                <bdi>{account.parties.find(({ id }) => id === entry.payerId)?.name}</bdi>
              </Table.Cell>
              <Table.Cell className="account__kind">{t(entry.kind)}</Table.Cell>
              <Table.Cell className="account__money">{money(entry.ore)}</Table.Cell>
              {acts && (
                <Table.Cell className="account__act">
                  {mayReverse(entry) && (
                    <Button
                      look="quiet"
                      icon="undo"
                      className="btn--round"
                      aria-label={t('reverse', { what: entryWords(entry, plan), money: money(entry.ore) })}
                      onClick={() => onReverse(entry)}
                    />
                  )}
                </Table.Cell>
              )}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
