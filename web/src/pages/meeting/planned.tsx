import type { CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId } from '@velferdslab/core/ids'
import type { Meeting, MeetingPage } from '@velferdslab/core/meeting'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NotSent } from '../../not-sent.tsx'
import { dayAndClock } from '../../texts/format.ts'
import { Button, ButtonAnchor } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PlanForm } from './plan-form.tsx'
import { usePress } from './use-press.ts'

/** The next meeting: when, where, what about. The leader begins it from here, and nobody else. */
export function Planned({ page, meeting, familyId }: { page: MeetingPage; meeting: Meeting; familyId: FamilyId }) {
  const { t } = useTranslation(['meeting', 'everywhere'])
  const pressing = usePress(familyId, meeting.id)
  const [step, setStep] = useState<'see' | 'change' | 'cancel'>('see')
  const today = page.today as CalendarDay
  if (step === 'change')
    return <PlanForm familyId={familyId} today={page.today} meeting={meeting} onClose={() => setStep('see')} />
  return (
    <Card title={t('meeting:next')} className="meeting__card">
      <div className="stack">
        {meeting.plannedAt && (
          <p className="meeting__when">
            <Icon name="calendar" />
            {dayAndClock(meeting.plannedAt, today)}
          </p>
        )}
        {meeting.words?.place && (
          <p>
            <span className="small soft">{t('meeting:place')}</span> <bdi>{meeting.words.place}</bdi>
          </p>
        )}
        {meeting.words?.agenda && (
          <div>
            <p className="small soft">{t('meeting:agenda')}</p>
            <p dir="auto" className="meeting__agenda">
              {meeting.words.agenda}
            </p>
          </div>
        )}
        {meeting.words?.link && (
          <div className="row">
            <ButtonAnchor look="second" icon="screen" href={meeting.words.link} target="_blank" rel="noreferrer">
              {t('meeting:link')}
            </ButtonAnchor>
          </div>
        )}
        <NotSent error={pressing.error} />
        {page.iLead ? (
          <div className="row">
            <Button icon="right" aria-busy={pressing.busy} onClick={() => pressing.press('start')}>
              {t('meeting:start')}
            </Button>
            <Button look="second" icon="pen" onClick={() => setStep('change')}>
              {t('meeting:change')}
            </Button>
            <Button look="quiet" onClick={() => setStep('cancel')}>
              {t('meeting:cancel')}
            </Button>
          </div>
        ) : (
          <p className="soft">{t('meeting:notBegun')}</p>
        )}
      </div>
      <Dialog
        open={step === 'cancel'}
        title={t('meeting:cancelTitle')}
        onClose={() => setStep('see')}
        closeLabel={t('everywhere:close')}
      >
        <p>{t('meeting:cancelText')}</p>
        <div className="row">
          <Button
            look="stop"
            onClick={() => {
              setStep('see')
              pressing.press('end')
            }}
          >
            {t('meeting:cancelDo')}
          </Button>
          <Button look="quiet" onClick={() => setStep('see')}>
            {t('meeting:neverMind')}
          </Button>
        </div>
      </Dialog>
    </Card>
  )
}
