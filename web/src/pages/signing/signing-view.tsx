import './signing.css'
import type { PlanVersion, Signing } from '@velferdslab/core/signing'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf, longDay } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Differences } from './differences.tsx'
import { Paper } from './paper.tsx'
import { PlanLines } from './plan-lines.tsx'
import { PutUp } from './put-up.tsx'
import { SignBox } from './sign-box.tsx'
import { Signatures } from './signatures.tsx'

/** What is put up first, because it waits for somebody; else what is in force; else how one gets there. */
export function SigningView({ signing, children }: { signing: Signing; children?: ReactNode }) {
  const { t } = useTranslation('signing')
  const { open, inForce, voided, today, family } = signing
  const shown = open ?? inForce
  const day = (instant: string) => longDay(dayOf(instant), today)
  return (
    <div className="signing">
      <div className="hello">
        {children}
        <h1>{t(open ? 'title' : inForce ? 'inForceTitle' : 'noneTitle')}</h1>
        {shown && <p>{t('version', { number: shown.number, name: shown.head.madeBy, day: day(shown.madeAt) })}</p>}
        {inForce && (
          <p className="strong">
            {open
              ? t('earlier', { number: inForce.number })
              : t('inForce', { number: inForce.number, day: day(inForce.inForceAt ?? inForce.madeAt) })}
          </p>
        )}
      </div>
      {voided?.why === 'changed' && (
        <Notice icon="bell" look="need" role="status">
          {t('voided', { day: day(voided.at) })}
        </Notice>
      )}
      {!shown && (
        <Card>
          <EmptyState icon="pen" title={t('noneTitle')}>
            {signing.hasPlan ? t('noneText') : t('noneNothing')}
          </EmptyState>
        </Card>
      )}
      {!open && inForce && signing.differs.length > 0 && (
        <Differences title={t('differs')} text={t('differsText')} differences={signing.differs} today={today} />
      )}
      {shown && <Version version={shown} signing={signing} />}
      {/* What is in force as it stands need not be put up again. */}
      {signing.mayPutUp && (open !== null || inForce === null || signing.differs.length > 0) && (
        <PutUp familyId={family.id} again={shown !== null} />
      )}
    </div>
  )
}

function Version({ version, signing }: { version: PlanVersion; signing: Signing }) {
  const { t } = useTranslation('signing')
  const { family, today } = signing
  return (
    <div className="signing__cols">
      <div className="signing__read">
        {version.since && version.since.length > 0 && (
          <Differences title={t('since')} differences={version.since} today={today} />
        )}
        <PlanLines version={version} today={today} />
        {!family.onePerson && <p className="small soft">{t('notAll')}</p>}
      </div>
      <div className="signing__side">
        <SignBox familyId={family.id} version={version} />
        <Signatures version={version} today={today} />
        {version.mine.isSigner && <Paper familyId={family.id} version={version} />}
      </div>
    </div>
  )
}
