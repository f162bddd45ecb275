import type { ChangeShown } from '@velferdslab/core/administration'
import { useTranslation } from 'react-i18next'
import { dayAndClock } from '../../texts/format.ts'
import { differences, subjectInWords } from './change-words.ts'
import { useRegisters } from './editing.ts'

/** A change told plainly: of what, by whom and why, and line by line what stood and what is to stand. */
export function ShownChange({ change, heading: Heading }: { change: ChangeShown; heading: 'h2' | 'h3' }) {
  const { t } = useTranslation(['administration', 'everywhere', 'retention', 'trace'])
  const { registers } = useRegisters()
  const lines = differences(change, registers, t)
  return (
    <div className="stack admin__change">
      <div>
        <Heading>{subjectInWords(change.kind, change.subject, change.after, registers, t)}</Heading>
        <p className="small soft">
          {t(`administration:kinds.${change.kind}`)}.{' '}
          {t('administration:by', { name: change.proposedBy, when: dayAndClock(change.proposedAt, registers.today) })}
        </p>
      </div>
      <table className="admin__table">
        <thead>
          <tr>
            <td />
            {change.before && (
              <th scope="col">{t(change.outcome ? 'administration:wasThen' : 'administration:was')}</th>
            )}
            <th scope="col">
              {!change.before
                ? t('administration:becomesNew')
                : t(change.outcome ? 'administration:becameThen' : 'administration:becomes')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.name}>
              <th scope="row">{t(`administration:fields.${line.name}`)}</th>
              {change.before && <td>{line.was}</td>}
              <td>{line.becomes}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('administration:whyLine', { why: change.why })}</p>
    </div>
  )
}
