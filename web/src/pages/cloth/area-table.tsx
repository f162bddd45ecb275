import type { AreaCode } from '@velferdslab/core/areas'
import { useTranslation } from 'react-i18next'
import { areaIcon, areaName } from '../../areas.ts'
import { Icon } from '../../ui/icon.tsx'
import { writableIn } from './about-whom.ts'
import { areaCells } from './cells.ts'
import { CellNotes } from './cell-notes.tsx'
import { FoldedAreas } from './folded-areas.tsx'
import { useSight, useTable } from './table-context.ts'

/** The life areas: a row each, with today, now, short and long term. */
export function AreaTable() {
  const { t } = useTranslation('cloth')
  const { cellTitle, shell } = useTable()
  const { view } = useSight()
  const nothingYet = view.notes === 0
  return (
    <section className="cell matrix" aria-labelledby="cloth-areas">
      <h2 id="cloth-areas" className="hidden">
        {t('areas')}
      </h2>
      {nothingYet && view.areas.length === 0 && (
        <p className="matrix__empty">{shell === 'work' ? t('emptyTextWork') : t('emptyText')}</p>
      )}
      {view.areas.length > 0 && (
        <table>
          <thead>
            <tr>
              <td />
              {areaCells.map((cell) => (
                <th key={cell} scope="col">
                  {cellTitle(cell)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.areas.map((area) => (
              <AreaRow key={area} area={area} />
            ))}
          </tbody>
        </table>
      )}
      <FoldedAreas />
    </section>
  )
}

function AreaRow({ area }: { area: AreaCode }) {
  const { t } = useTranslation('cloth')
  const { cloth } = useTable()
  const { view } = useSight()
  const mayWrite = writableIn(cloth, area) !== undefined
  return (
    <tr>
      <th scope="row" {...(mayWrite ? {} : { 'aria-readonly': true })}>
        <Icon name={areaIcon[area]} />
        <h3 id={`area-${area}`} tabIndex={-1}>
          {areaName(area, 'work')}
        </h3>
        {!mayWrite && <span className="small soft">{t('readOnly')}</span>}
      </th>
      {areaCells.map((cell) => {
        const one = view.cellOf(cell, area)
        return (
          <td key={cell}>
            <CellNotes cell={one} slim {...(mayWrite ? {} : { empty: t('emptyCell') })} />
          </td>
        )
      })}
    </tr>
  )
}
