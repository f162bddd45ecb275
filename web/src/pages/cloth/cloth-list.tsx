import type { AreaCode } from '@velferdslab/core/areas'
import { useTranslation } from 'react-i18next'
import { areaIcon, areaName } from '../../areas.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { areaCells, cellIcon, type CommonCell } from './cells.ts'
import { CellNotes } from './cell-notes.tsx'
import { FoldedAreas } from './folded-areas.tsx'
import { PeopleAround } from './people-around.tsx'
import { useSight, useTable } from './table-context.ts'

/** The cloth as a list, for a phone and for the largest letters: area, then cell, then notes. */
export function ClothList() {
  const { t } = useTranslation('cloth')
  const { cloth } = useTable()
  const { view } = useSight()
  return (
    <div className="list">
      <h2 className="list__group">{cloth.family.onePerson ? t('groupMe') : t('groupUs')}</h2>
      <CommonPart cell="good_at" />
      <CommonPart cell="dream_of" />
      <CommonPart cell="difficult" />
      <h2 className="list__group">{t('areas')}</h2>
      {view.areas.map((area) => (
        <AreaPart key={area} area={area} />
      ))}
      <FoldedAreas />
      <h2 className="list__group">{t('groupTogether')}</h2>
      <CommonPart cell="succeed" />
      <CommonPart cell="around_me" />
    </div>
  )
}

function CommonPart({ cell }: { cell: CommonCell }) {
  const { t } = useTranslation('cloth')
  const { cellTitle, cloth } = useTable()
  const { view } = useSight()
  const one = view.cellOf(cell, 'common')
  const people = cell === 'around_me'
  const count = people ? t('people', { count: one.notes }) : t('notes', { count: one.notes })
  return (
    <Accordion icon={cellIcon[cell]} title={cellTitle(cell)} count={count} notes={one.notes} isNew={one.isNew}>
      {people && one.notes > 0 && <PeopleAround cell={one} />}
      <CellNotes cell={one} empty={cloth.family.onePerson ? t(`hintsAlone.${cell}`) : t(`hints.${cell}`)} />
    </Accordion>
  )
}

function AreaPart({ area }: { area: AreaCode }) {
  const { t } = useTranslation('cloth')
  const { cellTitle } = useTable()
  const { view } = useSight()
  const cells = areaCells.map((cell) => view.cellOf(cell, area))
  const notes = cells.reduce((sum, cell) => sum + cell.notes, 0)
  return (
    <Accordion
      id={`area-${area}`}
      icon={areaIcon[area]}
      title={areaName(area, 'work')}
      count={t('notes', { count: notes })}
      notes={notes}
      isNew={cells.some((cell) => cell.isNew)}
    >
      {cells.map((cell) => (
        <section key={cell.cell}>
          <h4>{cellTitle(cell.cell)}</h4>
          <CellNotes cell={cell} slim {...(cell.mayWrite ? {} : { empty: t('emptyCell') })} />
        </section>
      ))}
    </Accordion>
  )
}

function Accordion(props: {
  id?: string
  icon: IconName
  title: string
  count: string
  notes: number
  isNew: boolean
  children: React.ReactNode
}) {
  const { t } = useTranslation('cloth')
  return (
    <details className="fold">
      <summary>
        <Icon name={props.icon} />
        <h3 id={props.id}>{props.title}</h3>
        <span className="fold__count">
          {props.isNew && (
            <>
              <span className="dot" />
              {t('new')} ·{' '}
            </>
          )}
          {props.notes > 0 && props.count}
        </span>
        <Icon name="down" />
      </summary>
      <div className="fold__in">{props.children}</div>
    </details>
  )
}
