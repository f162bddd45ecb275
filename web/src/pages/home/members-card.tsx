import type { FamilyHome } from '@velferdslab/core/family'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { page } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { Face } from '../../ui/face.tsx'

/** Those who live this together. A family of one has no such card: it is only me. */
export function MembersCard({ home }: { home: FamilyHome }) {
  const { t } = useTranslation('homeLater')
  if (home.family.onePerson) return null
  return (
    <Card title={t('familyTitle')}>
      <ul className="people people--row">
        {home.members.map((member) => (
          <li key={member.id}>
            <Face initials={member.initials} mark={member.mark} />
            <div>
              <p className="strong">
                <bdi>{member.calledName}</bdi>
              </p>
              {member.isMe ? (
                <p className="small soft">{t('you')}</p>
              ) : member.isChild && member.age !== null ? (
                <p className="small soft">{member.age === 0 ? t('baby') : t('years', { count: member.age })}</p>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      <Link to={page.myPeople} className="link-button people__more">
        {t('belongs')}
      </Link>
    </Card>
  )
}
