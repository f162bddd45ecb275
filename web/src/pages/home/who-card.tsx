import type { ConsentArea } from '@velferdslab/core/areas'
import type { ConsentPicture } from '@velferdslab/core/consent'
import { useTranslation } from 'react-i18next'
import { areaIcon, areaInSentence, areaName } from '../../areas.ts'
import { page } from '../../paths.ts'
import { atStart, inList } from '../../texts/format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'

type Service = ConsentPicture['services'][number]

/** Areas a service may read about anybody I answer for, in the order of the area list. */
function readable(service: Service): Set<ConsentArea> {
  return new Set(service.squares.filter(({ state }) => state === 'yes' || state === 'soon').map(({ area }) => area))
}

/** Who may read what, in small: a picture for the eye and the same in sentences for the ear, and the way to change it. */
export function WhoCard({ picture }: { picture: ConsentPicture }) {
  const { t } = useTranslation('homeLater')
  const rows = picture.services.map((service) => ({ service, may: readable(service) }))
  const shown = picture.areas.filter((area) => rows.some(({ may }) => may.has(area)))
  return (
    <Card title={t('whoTitle')}>
      {shown.length === 0 ? (
        <p className="who__nobody">{t('whoNobody')}</p>
      ) : (
        <>
          <div
            className="mini"
            role="img"
            aria-label={rows.map(({ service, may }) => sentence(service, may)).join(' ')}
          >
            {rows.map(({ service, may }) => (
              <div key={service.partyId} className="mini__row">
                <span>{service.name}</span>
                {shown.map((area) => (
                  <i key={area} className={may.has(area) ? 'mini__yes' : 'mini__no'} />
                ))}
              </div>
            ))}
            <div className="mini__row">
              <span />
              {shown.map((area) => (
                <Icon key={area} name={areaIcon[area]} />
              ))}
            </div>
          </div>
          <ul className="mini__areas small">
            {shown.map((area) => (
              <li key={area}>
                <Icon name={areaIcon[area]} />
                {areaName(area)}
              </li>
            ))}
          </ul>
          <ul className="mini__key small">
            <li>
              <i className="mini__yes" />
              {t('whoMayRead')}
            </li>
            <li>
              <i className="mini__no" />
              {t('whoMayNot')}
            </li>
          </ul>
        </>
      )}
      <ButtonLink look="second" wide to={page.consents}>
        {t('whoChange')}
      </ButtonLink>
    </Card>
  )

  function sentence(service: Service, may: Set<ConsentArea>): string {
    const Service = atStart(service.inSentence)
    if (may.size === 0) return t('whoPictureNothing', { Service })
    return t('whoPicture', {
      Service,
      areas: inList(picture.areas.filter((area) => may.has(area)).map((area) => areaInSentence(area))),
    })
  }
}
