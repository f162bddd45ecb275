import type { FamilyList } from '@velferdslab/core/family'
import { firstThings, type FirstThing } from '@velferdslab/core/first-things'
import { useTranslation } from 'react-i18next'
import { page } from '../../paths.ts'
import { atStart, countWord } from '../../texts/format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { IconName } from '../../ui/icon.tsx'
import { Tag, type TagLook } from '../../ui/tag.tsx'

const looks: Record<FirstThing['what'], { look: TagLook; icon: IconName }> = {
  ending: { look: 'need', icon: 'clock' },
  waiting: { look: 'need', icon: 'check' },
  no_goal: { look: 'plain', icon: 'goal' },
  quiet: { look: 'plain', icon: 'chat' },
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
          const words = { count: thing.count, Words: atStart(countWord(thing.count)), family: thing.family }
          const { look, icon } = looks[thing.what]
          return (
            <li key={thing.familyId}>
              <Card>
                <Tag look={look} icon={icon}>
                  {t(`first.${thing.what}.tag`, words)}
                </Tag>
                <h3>
                  <bdi>{thing.family}</bdi>
                </h3>
                <p>{t(`first.${thing.what}.text`, words)}</p>
                <div className="row">
                  <ButtonLink
                    look="second"
                    to={thing.what === 'no_goal' ? page.familyJourney : page.family}
                    params={{ familyId: thing.familyId }}
                    aria-label={t('firstOpen', { family: thing.family })}
                  >
                    {t(`first.${thing.what}.act`)}
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
