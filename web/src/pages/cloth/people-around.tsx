import type { Note, Sector } from '@velferdslab/core/cloth'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import sprite from '../../theme/icons.svg?no-inline'
import { sectorIcon, sectors } from './cells.ts'
import type { CellView } from './cloth-view.ts'
import { edges, middle, placePeople, sectorSpot, size, spoke } from './place-people.ts'
import { useTable } from './table-context.ts'

/** The people around the family in three rings and six sectors. The list beneath holds the same, and more. */
export function PeopleAround({ cell }: { cell: CellView }) {
  const { t } = useTranslation('cloth')
  const { cloth } = useTable()
  const id = useId()
  const names = Object.fromEntries(sectors.map((sector) => [sector, t(`sectors.${sector}`)])) as Record<Sector, string>
  const notes = cell.items.flatMap((item) =>
    item.is === 'note' ? [item.note, ...item.beside.map((other) => other.note)] : [],
  )
  const drawn = notes.filter(
    (note): note is Note & { sector: Sector; ring: number } => note.sector !== null && note.ring !== null,
  )
  const people = drawn.map(({ id, sector, ring, words }) => ({
    id,
    sector,
    ring,
    name: cut(words.text),
    relation: cut(words.relation ?? ''),
  }))
  const spots = placePeople(people, names)
  const left = notes.length - spots.filter(Boolean).length
  const inMiddle = t('inTheMiddle').split(',')
  const ours = cloth.family.onePerson ? inMiddle[1] : (inMiddle[cloth.members.length] ?? inMiddle[0])
  return (
    <>
      <svg className="rings" viewBox={`0 0 ${size} ${size}`} role="img" aria-labelledby={id}>
        <title id={id}>{t('ringsTitle')}</title>
        {[...edges.slice(1)].reverse().map((radius) => (
          <circle key={radius} className="ring" cx={middle} cy={middle} r={radius} />
        ))}
        {sectors.map((sector) => {
          const { from, to } = spoke(sector)
          return <path key={sector} className="spoke" d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
        })}
        {sectors.map((sector) => {
          const { x, y } = sectorSpot(sector)
          return (
            <g key={sector} className="sector" transform={`translate(${x} ${y})`}>
              <svg className="ic" x="-10" y="-21" width="20" height="20">
                <use href={`${sprite}#i-${sectorIcon[sector]}`} />
              </svg>
              <text y="13">{names[sector]}</text>
            </g>
          )
        })}
        <circle className="centre" cx={middle} cy={middle} r={edges[0] - 4} />
        <text className="centre-text" x={middle} y={middle + 5}>
          {ours}
        </text>
        {people.map(({ id: key, name, relation }, at) => {
          const spot = spots[at]
          if (!spot) return null
          return (
            <g key={key} className="around" transform={`translate(${spot.x} ${spot.y})`}>
              <circle r="4.5" />
              <text y="18">{name}</text>
              <text className="relation" y="32">
                {relation}
              </text>
            </g>
          )
        })}
      </svg>
      {left > 0 && notes.length > 0 && <p className="small soft">{t('moreInList', { count: left })}</p>}
    </>
  )
}

/** Longer names stand whole in the list. */
function cut(text: string): string {
  return text.length > 16 ? `${text.slice(0, 15).trimEnd()}…` : text
}
