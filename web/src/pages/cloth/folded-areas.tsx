import type { AreaCode } from '@velferdslab/core/areas'
import { useTranslation } from 'react-i18next'
import { areaIcon, areaName } from '../../areas.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Popover } from './popover.tsx'
import { useSight, useTable } from './table-context.ts'

/** Areas with nothing in them yet take no room: one press opens one. */
export function FoldedAreas() {
  const { t } = useTranslation('cloth')
  const { openArea } = useTable()
  const { view } = useSight()
  const offered = [...view.folded, ...view.offered]
  if (offered.length === 0) return null
  return (
    <div className="folded">
      {view.folded.length > 0 && (
        <>
          <p className="small soft">{t('emptyAreas')}</p>
          <ul className="folded__areas">
            {view.folded.map((area) => (
              <li key={area}>
                <button
                  type="button"
                  className="pill"
                  aria-label={t('openArea', { area: areaName(area, 'work') })}
                  onClick={() => openArea(area)}
                >
                  <Icon name={areaIcon[area]} small />
                  {areaName(area, 'work')}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {view.offered.length > 0 && (
        <Popover
          button={(props) => (
            <Button look="quiet" icon="plus" {...props}>
              {t('addArea')}
            </Button>
          )}
        >
          {() => (
            <ul className="menu">
              {view.offered.map((area: AreaCode) => (
                <li key={area}>
                  <button type="button" onClick={() => openArea(area)}>
                    <Icon name={areaIcon[area]} small />
                    {areaName(area, 'work')}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </Popover>
      )}
    </div>
  )
}
