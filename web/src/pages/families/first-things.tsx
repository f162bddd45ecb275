import { addDays } from '@velferdslab/core/dates'
import type { FamilyList } from '@velferdslab/core/family'
import { firstThings, type FirstThing } from '@velferdslab/core/first-things'
import { useTranslation } from 'react-i18next'
import { page } from '../../paths.ts'
import { atStart, countWord, nearDay } from '../../texts/format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { IconName } from '../../ui/icon.tsx'
import { Tag, type TagLook } from '../../ui/tag.tsx'

type Way = typeof page.family | typeof page.familyMeeting | typeof page.familyJourney

const looks: Record<FirstThing['what'], { look: TagLook; icon: IconName; to: Way }> = {
  going: { look: 'ok', icon: 'friends', to: page.familyMeeting },
  late: { look: 'late', icon: 'clock', to: page.family },
  missed: { look: 'need', icon: 'calendar', to: page.familyMeeting },
  meeting: { look: 'need', icon: 'calendar', to: page.familyMeeting },
  ending: { look: 'need', icon: 'clock', to: page.family },
  waiting: { look: 'need', icon: 'check', to: page.family },
  no_goal: { look: 'plain', icon: 'goal', to: page.familyJourney },
  quiet: { look: 'plain', icon: 'chat', to: page.family },
}

/** The next right things, as cards: what, in which family, and the page where something can be done about it. */
export function FirstThings({ list }: { list: FamilyList }) {
  const { t } = useTranslation('families')
  const things = firstThings(list)
  if (things.length === 0) return null
  return (
    <section aria-labelledby="first-things" className="first-things">
      <h2 id="first-things">{t('firstTitle')}</h2>
      <ol>
        {things.map((thing) => {
          const { look, icon, to } = looks[thing.what]
          const words = {
            count: thing.count,
            Words: atStart(countWord(thing.count)),
            near: nearDay(addDays(list.today, thing.count), list.today),
          }
          const act = t(`first.${thing.what}.act`)
          return (
            <li key={thing.familyId}>
              <Card {...(thing.what === 'late' ? { className: 'first-things__late' } : {})}>
                <Tag look={look} icon={icon}>
                  {t(`first.${thing.what}.tag`, words)}
                </Tag>
                <h3>
                  <bdi>{thing.family}</bdi>
                </h3>
                <p>
                  {t(`first.${thing.what}.text`, words)}{' '}
                  {thing.notBegun > 0 &&
                    t('firstNotBegun', { count: thing.notBegun, Words: atStart(countWord(thing.notBegun)) })}
                </p>
                <div className="row">
                  <ButtonLink
                    look="second"
                    to={to}
                    params={{ familyId: thing.familyId }}
                    aria-label={t('firstOpen', { act, family: thing.family })}
                  >
                    {act}
                  </ButtonLink>
                </div>
              </Card>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
