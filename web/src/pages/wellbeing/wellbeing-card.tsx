import './wellbeing.css'
import type { FamilyId } from '@velferdslab/core/ids'
import type { Wellbeing } from '@velferdslab/core/wellbeing'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { page } from '../../paths.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { AnswerForm } from './answer-form.tsx'
import { MyAnswers } from './my-answers.tsx'

/** How I am doing: the question for whoever wants to answer now, and what I answered before. A child meets no numbers. */
export function WellbeingCard({ familyId, wellbeing }: { familyId: FamilyId; wellbeing: Wellbeing }) {
  const { t } = useTranslation('wellbeing')
  const [answering, setAnswering] = useState(false)
  const [saved, setSaved] = useState(false)
  const again = useRef<HTMLButtonElement>(null)
  if (wellbeing.isChild) {
    return (
      <Card>
        <EmptyState
          icon="pen"
          title={t('childTitle')}
          action={
            <ButtonLink icon="pen" to={page.myCloth}>
              {t('childDo')}
            </ButtonLink>
          }
        >
          {t('childText')}
        </EmptyState>
      </Card>
    )
  }
  if (!wellbeing.mayAnswer) return null
  const done = (isSaved: boolean) => {
    setAnswering(false)
    setSaved(isSaved)
    // The button that opened the form is there again: the focus goes back to it.
    requestAnimationFrame(() => again.current?.focus())
  }
  return (
    <>
      <Card title={t('answerTitle')}>
        {answering ? (
          <AnswerForm familyId={familyId} wellbeing={wellbeing} onDone={done} />
        ) : (
          <div className="stack">
            <p role="status" className={saved ? undefined : 'hidden'}>
              {saved ? t('saved') : ''}
            </p>
            {wellbeing.mine.length === 0 && <p>{t('noneText')}</p>}
            {!saved && <p>{t('question')}</p>}
            <div className="row">
              <Button
                ref={again}
                icon="pen"
                look={saved ? 'second' : 'primary'}
                onClick={() => {
                  setSaved(false)
                  setAnswering(true)
                }}
              >
                {t('answerNow')}
              </Button>
            </div>
          </div>
        )}
      </Card>
      <MyAnswers familyId={familyId} wellbeing={wellbeing} />
    </>
  )
}
