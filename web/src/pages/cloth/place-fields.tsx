import type { AreaCode } from '@velferdslab/core/areas'
import type { CellCode } from '@velferdslab/core/cloth'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { areaName } from '../../areas.ts'
import { Picks } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { writableIn } from './about-whom.ts'
import { areaCells, areaOrder, commonCells, isAreaCell, type CommonCell } from './cells.ts'
import { useTable } from './table-context.ts'

interface PlaceFieldsProps {
  chosen: { cell: CellCode; area: AreaCode } | null
  onChoose: (place: { cell: CellCode; area: AreaCode }) => void
  help?: string
}

/** Where on the cloth: first which part or life area, then which of its four cells. */
export function PlaceFields({ chosen, onChoose, help }: PlaceFieldsProps) {
  const { t } = useTranslation('cloth')
  const { cloth, cellTitle } = useTable()
  const id = useId()
  const [area, setArea] = useState<AreaCode | null>(chosen && isAreaCell(chosen.cell) ? chosen.area : null)
  const common = writableIn(cloth, 'common') !== undefined
  const areas = areaOrder.filter((each) => writableIn(cloth, each))
  const value = area ?? (chosen && !isAreaCell(chosen.cell) ? chosen.cell : '')
  const choose = (picked: string): void => {
    if ((commonCells as readonly string[]).includes(picked)) {
      setArea(null)
      onChoose({ cell: picked as CommonCell, area: 'common' })
      return
    }
    setArea(picked as AreaCode)
    if (chosen && isAreaCell(chosen.cell)) onChoose({ cell: chosen.cell, area: picked as AreaCode })
  }
  const option = (cell: CommonCell) => (
    <option key={cell} value={cell}>
      {cellTitle(cell)}
    </option>
  )
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t('where')}</label>
        <span className="select">
          <select
            id={id}
            value={value}
            aria-describedby={help ? `${id}-help` : undefined}
            onChange={(event) => choose(event.target.value)}
          >
            {value === '' && <option value="">{t('choose')}</option>}
            {common && (
              <optgroup label={cloth.family.onePerson ? t('groupMe') : t('groupUs')}>
                {(['good_at', 'dream_of', 'difficult'] as const).map(option)}
              </optgroup>
            )}
            <optgroup label={t('areas')}>
              {areas.map((each) => (
                <option key={each} value={each}>
                  {areaName(each, 'work')}
                </option>
              ))}
            </optgroup>
            {common && (
              <optgroup label={t('groupTogether')}>{(['succeed', 'around_me'] as const).map(option)}</optgroup>
            )}
          </select>
          <Icon name="down" />
        </span>
        {help && (
          <span id={`${id}-help`} className="small soft">
            {help}
          </span>
        )}
      </div>
      {area && (
        <Picks
          legend={t('whichPart')}
          options={areaCells.map((cell) => ({ value: cell, label: cellTitle(cell) }))}
          chosen={chosen && chosen.area === area && isAreaCell(chosen.cell) ? chosen.cell : null}
          onChoose={(cell) => onChoose({ cell, area })}
        />
      )}
    </>
  )
}
