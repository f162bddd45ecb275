import type { CalendarDay } from '@velferdslab/core/dates'
import { useTranslation } from 'react-i18next'
import { endDay } from '../../texts/format.ts'
import { TickTile } from '../../ui/tick-tile.tsx'
import type { End } from './ends.ts'
import { Wished } from './wished.tsx'

interface EndTilesProps {
  name: string
  ends: readonly End[]
  chosen: CalendarDay | null
  wished: CalendarDay | undefined
  onChoose: (until: CalendarDay) => void
}

export function EndTiles({ name, ends, chosen, wished, onChoose }: EndTilesProps) {
  const { t } = useTranslation('consent')
  return (
    <div className="ask__rows">
      {ends.map(({ until, months }) => (
        <TickTile
          key={until}
          type="radio"
          name={name}
          value={until}
          checked={chosen === until}
          onChange={() => onChoose(until)}
        >
          <span className="ask__text">
            {endDay(until)}
            {wished === until && <Wished />}
            {months && <span className="small soft">{t(`endIn${months}`)}</span>}
          </span>
        </TickTile>
      ))}
    </div>
  )
}
