import type { CalendarDay } from '@velferdslab/core/dates'
import type { PlanVersion } from '@velferdslab/core/signing'
import { useTranslation } from 'react-i18next'
import { dayOf, longDay } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Drawn } from './draw-field.tsx'

/** Who signs, and who has. */
export function Signatures({ version, today }: { version: PlanVersion; today: CalendarDay }) {
  const { t } = useTranslation('signing')
  return (
    <Card title={t('whoTitle')}>
      <ul className="signatures">
        {version.signatures.map(({ name, service, signedAt, drawing }) => (
          <li key={`${name} ${service ?? ''}`}>
            <Icon name={signedAt ? 'check' : 'clock'} />
            <div>
              <p className="strong">
                <bdi>{service ? t('nameOf', { name, service }) : name}</bdi>
              </p>
              <p className="small soft">
                {signedAt ? t('signedOn', { day: longDay(dayOf(signedAt), today) }) : t('notYet')}
              </p>
              {drawing && <Drawn strokes={drawing} label={t('drawnBy', { name })} />}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
