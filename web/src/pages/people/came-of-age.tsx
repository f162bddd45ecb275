import type { Household } from '@velferdslab/core/household'
import { useTranslation } from 'react-i18next'
import { areaInSentence } from '../../areas.ts'
import { NotSent } from '../../not-sent.tsx'
import { page } from '../../paths.ts'
import { seeToAge } from '../../people-api.ts'
import { inList, longDay } from '../../texts/format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { usePeople } from './use-people.ts'

/** What changed on my birthday: what others said yes to for me counts no more, and I am asked. */
export function CameOfAge({ home }: { home: Household }) {
  const { t } = useTranslation('people')
  const me = home.members.find(({ isMe }) => isMe)
  const sending = usePeople<{ age: number }>(home.family.id, (input) => seeToAge(home.family.id, input))
  if (!me?.cameOfAge) return null
  const { age, on, areas, answered } = me.cameOfAge
  const day = longDay(on, home.today)
  const mine = areas.length > 0 ? t('ageAreas', { areas: inList(areas.map((area) => areaInSentence(area))) }) : null
  return (
    <Card title={t('ageTitle', { count: age })}>
      <div className="stack">
        <p>{t('ageText', { day })}</p>
        {mine && <p>{mine}</p>}
        <p>{t('ageLapsed')}</p>
        {age === 18 && <p>{t('ageGrown')}</p>}
        <NotSent error={sending.error} />
        <div className="row">
          <ButtonLink to={page.consents}>{t('ageAnswer')}</ButtonLink>
          {!answered && (
            <Button look="second" aria-busy={sending.isPending} onClick={() => sending.mutate({ age })}>
              {t('ageDone')}
            </Button>
          )}
        </div>
        {answered && <p role="status">{t('ageThanks')}</p>}
      </div>
    </Card>
  )
}
