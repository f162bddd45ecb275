import type { FamilyId } from '@velferdslab/core/ids'
import type { Meeting, MeetingPage } from '@velferdslab/core/meeting'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NotSent } from '../../not-sent.tsx'
import { atStart } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AtTheDoor } from './at-the-door.tsx'
import { Opening } from './opening.tsx'
import { PauseBar } from './pause-bar.tsx'
import { AtTheTable } from './at-the-table.tsx'
import { ScreenLink } from './screen-link.tsx'
import { stageCodes } from './lists.ts'
import { Stages } from './stages.tsx'
import { areasInSentence } from './meeting-words.ts'
import { usePress } from './use-press.ts'

interface MeetingTopProps {
  page: MeetingPage
  meeting: Meeting
  familyId: FamilyId
  shell: 'family' | 'work' | 'table'
}

/** What stands above the cloth while a meeting is on: the stage, who is here, what is open, and what I can press. */
export function MeetingTop({ page, meeting, familyId, shell }: MeetingTopProps) {
  const { t } = useTranslation('meeting')
  const pressing = usePress(familyId, meeting.id)
  const isIn = meeting.me === 'in'
  return (
    <section className="meeting-top" aria-labelledby="meeting-title">
      <div className="meeting-top__head">
        <div>
          <p className="small soft">
            <span className="dot" /> {t('going')}
          </p>
          <h2 id="meeting-title">{t(`stage.${meeting.stage}`)}</h2>
          <p>{t(`stageText.${meeting.stage}`)}</p>
        </div>
        {(isIn || page.iLead) && meeting.pause?.state !== 'on' && (
          <Button look="second" icon="pause" aria-busy={pressing.busy} onClick={() => pressing.press('pause')}>
            {t(page.iLead || page.iOpen ? 'pause' : 'askPause')}
          </Button>
        )}
      </div>
      <Stages stage={meeting.stage} />
      <NotSent error={pressing.error} />
      <PauseBar page={page} meeting={meeting} pressing={pressing} />
      {meeting.me === 'asked_out' && <Notice icon="exit">{t('askedOut')}</Notice>}
      {meeting.me === 'may_come' && (
        <Notice icon="friends">
          <p>{t('comeText')}</p>
          <Button icon="check" onClick={() => pressing.press('come')}>
            {t('come')}
          </Button>
        </Notice>
      )}
      <AtTheDoor page={page} meeting={meeting} pressing={pressing} />
      <div className="meeting-top__cols">
        {page.iOpen ? (
          <Opening meeting={meeting} pressing={pressing} />
        ) : (
          <div>
            <h3>{t('openNow')}</h3>
            <p role="status">{meeting.open.length > 0 ? atStart(areasInSentence(meeting.open)) : t('nothingOpen')}</p>
            {page.iLead && meeting.open.length > 0 && (
              <Button look="stop" icon="stop" onClick={() => pressing.press('close', { area: null })}>
                {t('closeAll')}
              </Button>
            )}
          </div>
        )}
        <AtTheTable page={page} meeting={meeting} pressing={pressing} />
        {page.iLead && <ScreenLink familyId={familyId} meeting={meeting.id} />}
      </div>
      {page.iLead && <Lead meeting={meeting} pressing={pressing} />}
      {isIn && !page.iLead && (
        <div className="row">
          <Button look="quiet" icon="exit" onClick={() => pressing.press('leave')}>
            {t('leave')}
          </Button>
        </div>
      )}
      {shell === 'table' && meeting.open.length === 0 && <p className="soft">{t('nothingYet')}</p>}
    </section>
  )
}

/** The leader goes on, back, and ends. */
function Lead({ meeting, pressing }: { meeting: Meeting; pressing: ReturnType<typeof usePress> }) {
  const { t } = useTranslation(['meeting', 'everywhere'])
  const [ending, setEnding] = useState(false)
  const at = stageCodes.indexOf(meeting.stage)
  const [before, next] = [stageCodes[at - 1], stageCodes[at + 1]]
  return (
    <div className="row meeting-top__lead">
      {next && (
        <Button iconAfter="right" onClick={() => pressing.press('stage', { stage: next })}>
          {t('meeting:nextStage', { stage: t(`meeting:stage.${next}`) })}
        </Button>
      )}
      {before && (
        <Button look="quiet" icon="left" onClick={() => pressing.press('stage', { stage: before })}>
          {t('meeting:stageBefore', { stage: t(`meeting:stage.${before}`) })}
        </Button>
      )}
      <Button look={next ? 'quiet' : 'primary'} icon="exit" onClick={() => setEnding(true)}>
        {t('meeting:end')}
      </Button>
      <Dialog
        open={ending}
        title={t('meeting:endTitle')}
        onClose={() => setEnding(false)}
        closeLabel={t('everywhere:close')}
      >
        <p>{t('meeting:endText')}</p>
        <div className="row">
          <Button
            onClick={() => {
              setEnding(false)
              pressing.press('end')
            }}
          >
            {t('meeting:endDo')}
          </Button>
          <Button look="quiet" onClick={() => setEnding(false)}>
            {t('meeting:notNow')}
          </Button>
        </div>
      </Dialog>
    </div>
  )
}
