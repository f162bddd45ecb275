import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf, plainDay } from '../../texts/format.ts'
import { Face } from '../../ui/face.tsx'
import { AreaTable } from './area-table.tsx'
import { CellNotes } from './cell-notes.tsx'
import type { CommonCell } from './cells.ts'
import { PeopleAround } from './people-around.tsx'
import { useSight, useTable } from './table-context.ts'

/** The cloth as it lies on the table: linen, stitched seams, the family in the middle. */
export function ClothTable() {
  const { t } = useTranslation('cloth')
  const { view } = useSight()
  const around = view.cellOf('around_me', 'common')
  const [listed, setListed] = useState(false)
  const writing = around.items.some((item) => item.is === 'mine' || (item.is === 'note' && item.inHands))
  return (
    <div className="cloth">
      <Part cell="good_at" />
      <Centre />
      <Part cell="dream_of" />
      <AreaTable />
      <Part cell="difficult" />
      <Part cell="succeed" />
      <Part cell="around_me">
        <PeopleAround cell={around} />
        {around.items.length > 0 && (
          <details
            className="as-list"
            open={listed || writing}
            onToggle={(event) => setListed(event.currentTarget.open)}
          >
            <summary>{t('showAsList')}</summary>
            <CellNotes cell={around} only="notes" />
          </details>
        )}
        <CellNotes cell={around} only="writing" />
      </Part>
    </div>
  )
}

function Part({ cell, children }: { cell: CommonCell; children?: ReactNode }) {
  const { t } = useTranslation('cloth')
  const { cellTitle, cloth } = useTable()
  const { view } = useSight()
  const id = useId()
  const one = view.cellOf(cell, 'common')
  const hint = cloth.family.onePerson ? t(`hintsAlone.${cell}`) : t(`hints.${cell}`)
  return (
    <section className={`cell cell--${cell}`} aria-labelledby={id}>
      <h2 id={id}>{cellTitle(cell)}</h2>
      {children ?? <CellNotes cell={one} empty={hint} />}
      {children && one.items.length === 0 && <p className="cell-notes__empty">{hint}</p>}
    </section>
  )
}

/** Whose plan it is, who they are, since when. */
function Centre() {
  const { t } = useTranslation('cloth')
  const { cloth, familyName } = useTable()
  return (
    <section className="cell centre-cell" aria-labelledby="cloth-title">
      <p className="soft">{t('planOf')}</p>
      <h1 id="cloth-title">
        <bdi>{familyName}</bdi>
      </h1>
      <ul className="members">
        {cloth.members.map((member) => (
          <li key={member.id}>
            <Face initials={member.initials} mark={member.mark} />
            <bdi>{member.calledName}</bdi>
          </li>
        ))}
      </ul>
      <p className="small soft">{t('started', { day: plainDay(cloth.startedOn, dayOf(new Date(0))) })}</p>
    </section>
  )
}
