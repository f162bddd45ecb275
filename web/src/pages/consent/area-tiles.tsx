import { isSensitiveArea, type ConsentArea } from '@velferdslab/core/areas'
import type { ConsentPicture } from '@velferdslab/core/consent'
import { Details } from '@digdir/designsystemet-react'
import { useTranslation } from 'react-i18next'
import { areaIcon, areaName } from '../../areas.ts'
import { atStart, countWord } from '../../texts/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { TickTile } from '../../ui/tick-tile.tsx'
import type { Service } from './consent-words.ts'
import { Wished } from './wished.tsx'

/** How many areas stand open before the rest is folded away. What is wished is always among them. */
const shownFirst = 6

interface AreaTilesProps {
  picture: ConsentPicture
  service: Service
  chosen: ReadonlySet<ConsentArea>
  onToggle: (area: ConsentArea) => void
}

/** The areas to tick. Mental health, and alcohol and drugs, stand in a block of their own: they never come along with another. */
export function AreaTiles({ picture, service, chosen, onToggle }: AreaTilesProps) {
  const { t } = useTranslation('consent')
  const wished = new Set(service.wish?.areas ?? [])
  const plain = picture.areas.filter((area) => !isSensitiveArea(area))
  const ordered = [...plain.filter((area) => wished.has(area)), ...plain.filter((area) => !wished.has(area))]
  const cut = Math.max(shownFirst, plain.filter((area) => wished.has(area)).length)
  const first = ordered.slice(0, cut)
  const rest = ordered.slice(cut)
  const sensitive = picture.areas.filter(isSensitiveArea)

  const tile = (area: ConsentArea) => (
    <TickTile
      key={area}
      type="checkbox"
      name="area"
      value={area}
      checked={chosen.has(area)}
      onChange={() => onToggle(area)}
      className="ask__area"
    >
      <Icon name={areaIcon[area]} />
      <span className="ask__text">
        {areaName(area)}
        {wished.has(area) && <Wished />}
      </span>
    </TickTile>
  )
  return (
    <>
      <div className="ask__tiles">{first.map(tile)}</div>
      {rest.length > 0 && (
        <Details className="more">
          <Details.Summary>
            {t('moreAreas', { count: rest.length, Words: atStart(countWord(rest.length)) })}
            <Icon name="down" small />
          </Details.Summary>
          <div className="ask__tiles">{rest.map(tile)}</div>
        </Details>
      )}
      {sensitive.length > 0 && (
        <div className="ask__apart" role="group" aria-labelledby="apart-title">
          <p id="apart-title" className="strong">
            {t('apart')}
          </p>
          {sensitive.some((area) => wished.has(area)) && <p className="small soft">{t('apartText')}</p>}
          <div className="ask__tiles">{sensitive.map(tile)}</div>
        </div>
      )}
    </>
  )
}
