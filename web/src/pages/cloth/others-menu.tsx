import { useTranslation } from 'react-i18next'
import { announceScopes } from '../../live/announcements.ts'
import { Button } from '../../ui/button.tsx'
import { TickTile } from '../../ui/tick-tile.tsx'
import { Popover } from './popover.tsx'
import { setClothSettings, useClothSettings } from './settings.ts'
import { Picks } from '../../ui/field.tsx'

/** How much one hears of others: told aloud, and shown at once or held back. */
export function OthersMenu() {
  const { t } = useTranslation('cloth')
  const { scope, calm } = useClothSettings()
  return (
    <Popover
      button={(props) => (
        <Button look="quiet" icon={calm ? 'pause' : 'bell'} {...props}>
          {t('others')}
        </Button>
      )}
    >
      {() => (
        <div className="others">
          <TickTile
            type="checkbox"
            name="calm"
            value="calm"
            checked={calm}
            onChange={() => setClothSettings({ calm: !calm })}
          >
            <span>
              {t('calm')}
              <span className="small soft">{t('calmHelp')}</span>
            </span>
          </TickTile>
          <Picks
            legend={t('tellMe')}
            options={announceScopes.map((value) => ({ value, label: t(`tell.${value}`) }))}
            chosen={scope}
            onChoose={(value) => setClothSettings({ scope: value })}
          />
          <p className="small soft">{t('tellHelp')}</p>
        </div>
      )}
    </Popover>
  )
}
