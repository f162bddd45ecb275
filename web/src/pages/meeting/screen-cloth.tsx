import type { AreaCode } from '@velferdslab/core/areas'
import type { Stage } from '@velferdslab/core/meeting'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { stageCodes } from './lists.ts'
import { ClothTable } from '../cloth/cloth-table.tsx'
import { useRoomPart } from '../../live/use-room.ts'
import { useSight, useTable } from '../cloth/table-context.ts'

/** The cloth as large as the wall: exactly what is open. With nothing open it says what we wait for, and names nothing of the rest. */
export function ScreenCloth({ stage, open }: { stage: Stage; open: readonly AreaCode[] }) {
  const { t } = useTranslation('meeting')
  const { view } = useSight()
  const { room } = useTable()
  // At once, and not when the answer has come: what was closed stands on a wall.
  const isSeeingAnew = useRoomPart(room, (state) => state.isSeeingAnew)
  const step = stageCodes.indexOf(stage) + 1
  return (
    <main className={`screen__cloth${open.includes('common') ? '' : ' screen__cloth--areas'}`} id="content">
      <h1 className="hidden">{t(`stage.${stage}`)}</h1>
      {isSeeingAnew ? (
        <div className="screen-still" />
      ) : open.length > 0 || view.notes > 0 ? (
        <ClothTable />
      ) : (
        <div className="screen-still">
          <p className="soft">{t('stageOf', { step })}</p>
          <p className="screen-still__big">{t(stage === 'welcome' ? 'doorWelcome' : 'choosing')}</p>
          <p className="screen-still__lead">{t('choosingText')}</p>
          <p className="screen-still__moment">
            <Icon name="think" />
            {t('moment')}
          </p>
        </div>
      )}
    </main>
  )
}
