import type { AskPhase } from '@velferdslab/core/commands/phase'
import type { Phase } from '@velferdslab/core/family'
import type { FamilyId, PhaseMoveId } from '@velferdslab/core/ids'
import type { FamilyPhase } from '@velferdslab/core/phase'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../api.ts'
import { NotSent } from '../../not-sent.tsx'
import { askPhase, phaseQuery } from '../../phase-api.ts'
import { plainDay } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Picks } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { LongText } from '../../ui/text-field.tsx'
import { PhaseSteps } from './phase-steps.tsx'
import { usePhaseCommand } from './use-phase.ts'

/** The phase of the work as the team sees it; the one who leads asks the family to go on. */
export function PhaseCard({ familyId }: { familyId: FamilyId }) {
  const { t } = useTranslation('phase')
  const { data } = useQuery(phaseQuery(familyId))
  const [asks, setAsks] = useState(false)
  if (!data) return null
  const { asked, notNow, moved, mayAsk, today } = data
  return (
    <Card title={t('titleWork')}>
      <div className="stack">
        <PhaseSteps phase={data.phase} reader="work" />
        {asked && (
          <Notice icon="clock" role="status">
            {t('asked', { name: asked.by, day: plainDay(asked.on, today), phase: t(`${asked.to}Work`) })}
          </Notice>
        )}
        {!asked && notNow && (
          <p>{t('notNowWork', { phase: t(`${notNow.to}Work`), day: plainDay(notNow.on, today) })}</p>
        )}
        {asks ? (
          <AskForm standing={data} onClose={() => setAsks(false)} />
        ) : (
          mayAsk.some((to) => to !== asked?.to) && (
            <div className="row">
              <Button look="second" icon="right" onClick={() => setAsks(true)}>
                {t(asked ? 'askOther' : 'ask')}
              </Button>
            </div>
          )
        )}
        {moved.length > 0 && (
          <ul className="small soft">
            {moved.map(({ to, on }) => (
              <li key={`${to} ${on}`}>{t('movedTo', { phase: t(`${to}Work`), day: plainDay(on, today) })}</li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  )
}

/** Nothing is chosen beforehand; why now is asked for, for the family reads it before it answers. */
function AskForm({ standing, onClose }: { standing: FamilyPhase; onClose: () => void }) {
  const { t } = useTranslation('phase')
  const { family, phase, mayAsk, asked } = standing
  const move = useRef(newId<PhaseMoveId>())
  const [to, setTo] = useState<Phase | null>(null)
  const [why, setWhy] = useState('')
  const [tooEarly, setTooEarly] = useState(false)
  const asking = usePhaseCommand(
    family.id,
    (input: Omit<AskPhase, 'commandId'>, commandId) => askPhase(family.id, { ...input, commandId }),
    onClose,
  )
  const nameOf = (each: Phase) =>
    phase === 'maintain' && each === 'invest' ? t('newEffort', { phase: t('investWork') }) : t(`${each}Work`)
  const send = (event: SyntheticEvent) => {
    event.preventDefault()
    const missing = to === null || why.trim() === ''
    setTooEarly(missing)
    if (to !== null && !missing && !asking.isPending) asking.mutate({ phaseMoveId: move.current, to, why: why.trim() })
  }
  return (
    <form className="stack" onSubmit={send} aria-label={t('askTitle')} noValidate>
      <p>{t('askText')}</p>
      <Picks
        legend={t('askWhere')}
        options={mayAsk.filter((each) => each !== asked?.to).map((value) => ({ value, label: nameOf(value) }))}
        chosen={to}
        onChoose={setTo}
      />
      <LongText label={t('askWhy')} brief value={why} onChange={setWhy} />
      {tooEarly && (
        <Notice icon="bell" look="need" role="alert">
          {t('askMissing')}
        </Notice>
      )}
      <NotSent error={asking.error} />
      <div className="row">
        <Button type="submit" aria-busy={asking.isPending}>
          {t('askSend')}
        </Button>
        <Button look="quiet" type="button" onClick={onClose}>
          {t('askCancel')}
        </Button>
      </div>
    </form>
  )
}
