import type { Amounts } from '@velferdslab/core/ledger'
import { Table } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { money, number } from '../../texts/format.ts'

interface SumsTableProps {
  caption: string
  /** What the first column holds. */
  first: string
  rows: readonly { key: string; name: ReactNode; sums: Amounts }[]
  total: Amounts
}

const columns = ['planned', 'committed', 'realised'] as const

/** Sums along one side of the account. The last row is the same in each: it is the sum of the lines. */
export function SumsTable({ caption, first, rows, total }: SumsTableProps) {
  const { t } = useTranslation('account')
  // Where nobody has put in hours there is nothing to say of them, and a phone has little room.
  const hasHours = total.minutes !== 0 || rows.some(({ sums }) => sums.minutes !== 0)
  const cells = (sums: Amounts) => (
    <>
      {columns.map((column) => (
        <Table.Cell key={column} className="account__money">
          {money(sums[column])}
        </Table.Cell>
      ))}
      {hasHours && (
        <Table.Cell className="account__money">{t('hoursOf', { hours: number(sums.minutes / 60) })}</Table.Cell>
      )}
    </>
  )
  return (
    <div className="account__table" role="region" aria-label={t('asTable', { what: caption })} tabIndex={0}>
      <Table>
        <caption className="hidden">{caption}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{first}</Table.HeaderCell>
            {[...columns, ...(hasHours ? (['hours'] as const) : [])].map((column) => (
              <Table.HeaderCell key={column} scope="col" className="account__money">
                {t(column)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {rows.map(({ key, name, sums }) => (
            <Table.Row key={key}>
              <Table.HeaderCell scope="row">{name}</Table.HeaderCell>
              {cells(sums)}
            </Table.Row>
          ))}
          <Table.Row className="account__total">
            <Table.HeaderCell scope="row" className="account__sum">
              {t('sum')}
            </Table.HeaderCell>
            {cells(total)}
          </Table.Row>
        </Table.Body>
      </Table>
    </div>
  )
}
