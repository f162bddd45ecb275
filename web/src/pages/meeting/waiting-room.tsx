import type { TableState } from '@velferdslab/core/table'
import { useTranslation } from 'react-i18next'
import { neutralPage } from '../../paths.ts'
import { clockTime } from '../../texts/format.ts'
import { ButtonAnchor } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'

/** Outside the door: nothing of the table is seen here. */
export function WaitingRoom({ table }: { table: TableState }) {
  const { t } = useTranslation('meeting')
  return (
    <div className="stack guest__form">
      <div>
        <p className="soft">{t('step', { step: 2 })}</p>
        <h1>{t('niceYouCame')}</h1>
      </div>
      <div className="wait">
        <span className="chairs" aria-hidden="true">
          <i />
          <i />
          <i />
          <i />
          <i />
          <i />
        </span>
        <p className="wait__big" role="status">
          {t(table.state === 'let_in' ? 'inRoom' : 'letsYouIn')}
        </p>
        <p>{t('letsYouInText')}</p>
      </div>
      <ul className="guest__facts">
        <li>
          <Icon name="eye-off" />
          {t('seeNothing')}
        </li>
        <li>
          <Icon name="lock" />
          {t('familySays')}
        </li>
        <li>
          <Icon name="check" />
          {t('youPromised', { clock: clockTime(table.declaredAt) })}
        </li>
      </ul>
      <ButtonAnchor look="quiet" wide href={neutralPage} rel="noreferrer">
        {t('leave')}
      </ButtonAnchor>
      <p className="small soft">{t('notIn')}</p>
    </div>
  )
}
