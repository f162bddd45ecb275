import type { FamilyId } from '@velferdslab/core/ids'
import type { FamilyPhase } from '@velferdslab/core/phase'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { NotSent } from '../../not-sent.tsx'
import { answerPhase, phaseQuery } from '../../phase-api.ts'
import { inList, plainDay } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PhaseSteps } from './phase-steps.tsx'
import { usePhaseCommand } from './use-phase.ts'

/** Where we are in the work, and the question whether to go on: each answers for themself, and nothing moves before the last yes. */
export function MyPhaseCard({ familyId }: { familyId: FamilyId }) {
  const { t } = useTranslation('phase')
  const { data } = useQuery(phaseQuery(familyId))
  if (!data) return null
  const { asked, notNow, moved, today } = data
  return (
    <Card title={t('title')}>
      <div className="stack">
        <PhaseSteps phase={data.phase} reader="family" />
        {asked && <Asked standing={data} asked={asked} />}
        {!asked && notNow && <p>{t('notNow', { phase: t(notNow.to), day: plainDay(notNow.on, today) })}</p>}
        {moved.length > 0 && (
          <ul className="small soft">
            {moved.map(({ to, on }) => (
              <li key={`${to} ${on}`}>{t('movedTo', { phase: t(to), day: plainDay(on, today) })}</li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  )
}

function Asked({ standing, asked }: { standing: FamilyPhase; asked: NonNullable<FamilyPhase['asked']> }) {
  const { t } = useTranslation('phase')
  const { family, speaks } = standing
  const others = asked.waitsFor ?? []
  const answering = usePhaseCommand(family.id, (said: { answer: 'yes' | 'no' }, commandId) =>
    answerPhase(family.id, asked.id, { ...said, commandId }),
  )
  const say = (answer: 'yes' | 'no') => {
    if (!answering.isPending) answering.mutate({ answer })
  }
  const back = asked.from === 'maintain' && asked.to === 'invest'
  return (
    <div className="stack">
      <p className="strong">{t(back ? 'asksEffort' : 'asks', { name: asked.by, phase: t(asked.to) })}</p>
      <p dir="auto">{t('why', { name: asked.by, words: asked.why })}</p>
      <p>{t(`means_${asked.to}`)}</p>
      {!speaks ? (
        <p className="soft">{t('waitsForOthers')}</p>
      ) : asked.mine === 'yes' ? (
        <>
          <Notice icon="check" role="status">
            {t('saidYes')} {others.length > 0 && t('waitsFor', { names: inList(others) })}
          </Notice>
          <div className="row">
            <Button look="quiet" onClick={() => say('no')}>
              {t('changedMind')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p>{t(family.onePerson ? 'needsYou' : 'needsAll')}</p>
          <p className="small soft">{t('mayRefuse')}</p>
          <div className="row">
            <Button icon="check" aria-busy={answering.isPending} onClick={() => say('yes')}>
              {t('yes')}
            </Button>
            <Button look="second" onClick={() => say('no')}>
              {t('no')}
            </Button>
          </div>
        </>
      )}
      <NotSent error={answering.error} />
    </div>
  )
}
