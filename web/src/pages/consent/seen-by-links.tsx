import './seen-by-links.css'
import type { ConsentPicture } from '@velferdslab/core/consent'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { page } from '../../paths.ts'

/** To what each service sees now. Every service of the picture: that one sees nothing is worth seeing too. */
export function SeenByLinks({ picture }: { picture: ConsentPicture }) {
  const { t } = useTranslation('seenBy')
  return (
    <section className="stack" aria-labelledby="seen-by-title">
      <h2 id="seen-by-title">{t('linksTitle')}</h2>
      <p className="small soft">{t('linksText')}</p>
      <ul className="who__seen">
        {picture.services.map(({ partyId, inSentence }) => (
          <li key={partyId}>
            <Link to={page.seenBy} params={{ partyId }} className="link-button">
              {t('link', { service: inSentence })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
