import { useTranslation } from 'react-i18next'
import { areaIcon, areaName } from '../../areas.ts'
import { atStart, inList, lawInLine, longDay } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Tag } from '../../ui/tag.tsx'
import { calledName, usePlan } from './plan-names.ts'
import { RestsOn } from './rests-on.tsx'

/** What services decided alone, by law: apart from the goals, on another ground, never green and in no sum. */
export function OutsideCard() {
  const { t } = useTranslation('deciding')
  const { plan, speaker } = usePlan()
  if (plan.outside.length === 0) return null
  return (
    <Card title={t('outsideTitle')} flat className="outside">
      <p>{t('outsideLead')}</p>
      <ul className="outside__list">
        {plan.outside.map((decision) => (
          <li key={decision.id}>
            <h3 dir="auto">{decision.words.what}</h3>
            <div className="row">
              <Tag icon="law">{t('outsideTitle')}</Tag>
              <Tag icon={areaIcon[decision.area]}>{areaName(decision.area, speaker)}</Tag>
            </div>
            <p>
              {t('outsideBy', {
                Service: atStart(plan.parties.find(({ id }) => id === decision.partyId)?.inSentence ?? ''),
                day: longDay(decision.on, plan.today),
              })}{' '}
              <span dir="auto">{t('outsideGround', { ground: lawInLine(decision.words.ground ?? '') })}</span>
            </p>
            <RestsOn rules={decision.restsOn} />
            {decision.words.why && <p dir="auto">{decision.words.why}</p>}
            {decision.about.persons.length > 0 && (
              <p className="small soft">
                {t('outsideAbout', { names: inList(decision.about.persons.map((id) => calledName(plan, id))) })}
              </p>
            )}
            {speaker === 'family' && (
              <p className="outside__letter">
                <Icon name="mail" small />
                {t('outsideLetter')}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
