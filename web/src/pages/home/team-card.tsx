import type { FamilyHome, SeatCard } from '@velferdslab/core/family'
import { useTranslation } from 'react-i18next'
import { areaInSentence, inAreaOrder } from '../../areas.ts'
import { inList } from '../../texts/format.ts'
import { page } from '../../paths.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Face } from '../../ui/face.tsx'

/** Who sits at the table, for which service, what each may read, and who leads. The leader first. */
export function TeamCard({ home }: { home: FamilyHome }) {
  const { t } = useTranslation('home')
  const seats = [...home.seats].sort((a, b) => Number(b.isLeader) - Number(a.isLeader))

  function says(seat: SeatCard): string {
    if (seat.isLeader) return t('leads')
    const areas = inAreaOrder(seat.mayRead).map((area) => areaInSentence(area))
    const service = seat.isTrusted ? t('trusted').replace(/\.$/, '') : seat.service
    return areas.length > 0 ? t('mayRead', { service, areas: inList(areas) }) : t('mayReadNothing', { service })
  }

  return (
    <Card title={t('teamTitle')}>
      {seats.length === 0 ? (
        <EmptyState icon="friends" title={t('teamNone')}>
          {t('teamNoneText')}
        </EmptyState>
      ) : (
        <ul className="people">
          {seats.map((seat) => (
            <li key={seat.seatId}>
              <Face initials={seat.initials} mark={seat.mark} />
              <div>
                <p className="strong">
                  <bdi>{seat.name}</bdi>
                </p>
                <p className="small soft">{says(seat)}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {home.members.some(({ isMe, isChild }) => isMe && !isChild) && (
        <ButtonLink look="second" wide to={page.myStart}>
          {t('teamChange')}
        </ButtonLink>
      )}
    </Card>
  )
}
