import type { ConsentPicture } from '@velferdslab/core/consent'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { familyQuery } from '../../queries.ts'
import { Face } from '../../ui/face.tsx'
import { Shape } from '../../ui/icon.tsx'
import type { Service } from './consent-words.ts'

/** That the leader wishes something, and why. What it is stands once: at each area, person and day that is marked with it. Nothing is ticked. */
export function WishBox({ picture, service }: { picture: ConsentPicture; service: Service }) {
  const { t } = useTranslation('consent')
  const { data: home } = useQuery(familyQuery(picture.family.id))
  const { wish } = service
  if (!wish) return null
  const seat = home?.seats.find(({ calledName }) => calledName === wish.by)
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
        <p className="wish__why soft">{t('wishReason', { reason: wish.reason })}</p>
        <p className="small soft">{t('wishFree')}</p>
      </div>
    </section>
  )
}
