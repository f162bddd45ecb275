import type { ConsentPicture } from '@velferdslab/core/consent'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { familyQuery } from '../../queries.ts'
import { atStart, inList } from '../../texts/format.ts'
import { Face } from '../../ui/face.tsx'
import { Shape } from '../../ui/icon.tsx'
import { areasInOrder, areaWords, asYou, personsInOrder, type Service } from './consent-words.ts'

/** What the leader wishes, and why: words and a diamond, and nothing ticked. */
export function WishBox({ picture, service }: { picture: ConsentPicture; service: Service }) {
  const { t } = useTranslation('consent')
  const { data: home } = useQuery(familyQuery(picture.family.id))
  const { wish } = service
  if (!wish) return null
  const seat = home?.seats.find(({ calledName }) => calledName === wish.by)
  const areas = areaWords(areasInOrder(wish.areas, picture))
  const persons = personsInOrder(wish.persons, picture).map(asYou)
  return (
    <section className="wish" aria-labelledby="wish-title">
      {seat ? (
        <Face initials={seat.initials} mark={seat.mark} />
      ) : (
        <span className="wish__mark">
          <Shape name="diamond" />
        </span>
      )}
      <div>
        <h2 id="wish-title">{t('wishTitle', { name: wish.by })}</h2>
        <p>{t('wishWhat', { Areas: atStart(inList(areas)), persons: inList(persons) })}</p>
        <p className="wish__why soft">{t('wishReason', { reason: wish.reason })}</p>
        <p className="small soft">{t('wishFree')}</p>
      </div>
    </section>
  )
}
