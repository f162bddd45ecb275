import type { Meeting, MeetingPage } from '@velferdslab/core/meeting'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { areasInSentence } from './meeting-words.ts'
import type { Pressing } from './use-press.ts'

/** A pause that somebody asks for, or that is on: only the family goes on. */
export function PauseBar({ page, meeting, pressing }: { page: MeetingPage; meeting: Meeting; pressing: Pressing }) {
  const { t } = useTranslation('meeting')
  const { pause, reopens } = meeting
  if (!pause) return null
  const answers = page.iLead || page.iOpen
  if (pause.state === 'asked')
    return (
      <Notice icon="pause" look="need" role="status">
        <p>{t('pauseAsked', { name: pause.name })}</p>
        {answers && (
          <Button look="quiet" onClick={() => pressing.press('go-on')}>
            {t('pauseOff')}
          </Button>
        )}
      </Notice>
    )
  return (
    <Notice icon="pause" look="need" role="status">
      <p>{t('pauseOn')}</p>
      {page.iOpen ? (
        <>
          <p>{reopens.length > 0 ? t('goOnText', { areas: areasInSentence(reopens) }) : t('goOnNothing')}</p>
          <Button icon="right" onClick={() => pressing.press('go-on')}>
            {t('goOn')}
          </Button>
        </>
      ) : (
        <p>{t('waitFamily')}</p>
      )}
    </Notice>
  )
}
