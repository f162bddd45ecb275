import type { AreaCode } from '@velferdslab/core/areas'
import type { Meeting } from '@velferdslab/core/meeting'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { areaIcon } from '../../areas.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { openInSentence, openName } from './meeting-words.ts'
import type { Pressing } from './use-press.ts'

/** "What do we talk about now?": a grown member opens to the table on their own screen, and closes with one press. */
export function Opening({ meeting, pressing }: { meeting: Meeting; pressing: Pressing }) {
  const { t } = useTranslation('meeting')
  const [asked, setAsked] = useState<AreaCode | null>(null)
  const isCovered = meeting.pause?.state === 'on' || meeting.waiting.some((each) => each.state === 'let_in')
  const shut = meeting.mayOpen.filter((area) => !meeting.open.includes(area) && !meeting.closedByOther.includes(area))
  const chosen = asked && shut.includes(asked) ? asked : null
  return (
    <div className="opening">
      <p className="opening__only small">
        <Icon name="lock" small />
        {t('onlyYou')}
      </p>
      <h3>{t('openTitle')}</h3>
      {meeting.open.length > 0 && (
        <ul className="opening__open" aria-label={t('openNow')}>
          {meeting.open.map((area) => (
            <li key={area}>
              <span>
                <Icon name={areaIcon[area]} />
                {t('isOpen', { area: openName(area) })}
              </span>
              <Button look="stop" icon="stop" onClick={() => pressing.press('close', { area })}>
                {t('close', { area: openInSentence(area) })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {!isCovered && (
        <fieldset className="opening__pick">
          <legend className="hidden">{t('openTitle')}</legend>
          {shut.map((area) => (
            <label key={area} className="pick">
              <input type="radio" name="open" checked={chosen === area} onChange={() => setAsked(area)} />
              <span>{openName(area)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {chosen && !isCovered && (
        <div className="opening__ask">
          <p>{t('nowWeTalk', { area: openInSentence(chosen) })}</p>
          {chosen === 'common' && <p className="small soft">{t('commonText')}</p>}
          <div className="row">
            <Button
              icon="check"
              aria-busy={pressing.busy}
              onClick={() => {
                pressing.press('open', { area: chosen })
                setAsked(null)
              }}
            >
              {t('open', { area: openInSentence(chosen) })}
            </Button>
            <Button look="quiet" onClick={() => setAsked(null)}>
              {t('notNow')}
            </Button>
          </div>
        </div>
      )}
      {meeting.closedByOther.map((area) => (
        <p key={area} className="small soft">
          {openName(area)}: {t('closedByOther')}
        </p>
      ))}
      <p className="small soft">{t('openEnds')}</p>
    </div>
  )
}
