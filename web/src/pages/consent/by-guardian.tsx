import '../consent-record/consent-record.css'
import { consentTextVersion, type ConsentPicture } from '@velferdslab/core/consent'
import { useTranslation } from 'react-i18next'
import { refuseConsent } from '../../consent-api.ts'
import { NotSent } from '../../not-sent.tsx'
import { dayOf, endDay, inList, plainDay } from '../../texts/format.ts'
import { shownLanguage } from '../../texts/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useStart } from '../start/use-start.ts'
import { areasInOrder, areaWords } from './consent-words.ts'

type Said = ConsentPicture['byGuardian'][number]

/** What my guardian has said yes to for me. My own no stands against it, with one press, and nobody asks why (docs/decisions/0041). */
export function ByGuardian({ picture }: { picture: ConsentPicture }) {
  const { t } = useTranslation('consent')
  if (picture.byGuardian.length === 0) return null
  return (
    <Card title={t('byGuardian')} className="who__above">
      <ul className="records">
        {picture.byGuardian.map((said) => (
          <li key={said.id}>
            <One picture={picture} said={said} />
          </li>
        ))}
      </ul>
      <p className="who__disagree">{t('byGuardianText')}</p>
    </Card>
  )
}

function One({ picture, said }: { picture: ConsentPicture; said: Said }) {
  const { t } = useTranslation('consent')
  const { id: family } = picture.family
  const refusing = useStart<object>(family, (input) =>
    refuseConsent(family, {
      ...input,
      partyId: said.partyId,
      purpose: 'make_and_follow_plan',
      language: shownLanguage(),
      textVersion: consentTextVersion,
    }),
  )
  return (
    <>
      <div className="records__head">
        <p>
          {t('byGuardianLine', {
            name: said.guardian,
            service: said.service,
            areas: inList(areaWords(areasInOrder(said.areas, picture))),
            day: plainDay(dayOf(said.givenAt), picture.today),
            until: endDay(said.until),
          })}
        </p>
        <Tag look={said.counts ? 'ok' : 'plain'}>{t(said.counts ? 'byGuardianCounts' : 'byGuardianNot')}</Tag>
      </div>
      {said.counts && (
        <div className="row">
          <Button
            look="stop"
            icon="stop"
            aria-busy={refusing.isPending}
            onClick={() => refusing.isPending || refusing.mutate({})}
          >
            {t('byGuardianNo', { service: said.service })}
          </Button>
        </div>
      )}
      <NotSent error={refusing.error} />
    </>
  )
}
