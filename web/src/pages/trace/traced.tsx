import type { AreaCode } from '@velferdslab/core/areas'
import type { PersonId } from '@velferdslab/core/ids'
import type { Trace } from '@velferdslab/core/trace'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { areaInSentence, inAreaOrder } from '../../areas.ts'
import { ByDay } from '../../by-day.tsx'
import { atStart, clockTime, dayOf, inList } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'

/** Who has read: page and areas, what for, by which right. */
export function Openings({ trace }: { trace: Trace }) {
  const { t } = useTranslation('trace')
  const areasOf = (areas: readonly AreaCode[]) => {
    const named = inAreaOrder(areas).map((area) => areaInSentence(area, 'work'))
    return inList(areas.includes('common') ? [...named, t('common')] : named)
  }
  return (
    <Card title={t('openingsTitle')}>
      {trace.openings.length === 0 ? (
        <p>{t('openingsNone')}</p>
      ) : (
        <ByDay items={trace.openings} dayOf={({ from }) => dayOf(from)} today={trace.today} more={t('more')}>
          {(those) => (
            <ul className="traced">
              {those.map((opening, index) => {
                const page = t(`pages.${opening.page}`)
                return (
                  <Line key={index} trace={trace} readerId={opening.readerId} family={opening.family} at={opening.from}>
                    <p>{opening.areas.length > 0 ? t('readOf', { page, areas: areasOf(opening.areas) }) : page}</p>
                    <p className="soft">
                      {t('for', { purpose: t(`purposes.${opening.purpose}`), ground: t(`grounds.${opening.ground}`) })}
                    </p>
                  </Line>
                )
              })}
            </ul>
          )}
        </ByDay>
      )}
    </Card>
  )
}

/** Who asked for a family that is not theirs. */
export function Denials({ trace }: { trace: Trace }) {
  const { t } = useTranslation('trace')
  return (
    <Card title={t('denialsTitle')}>
      {trace.denials.length === 0 ? (
        <p>{t('denialsNone')}</p>
      ) : (
        <ByDay items={trace.denials} dayOf={({ at }) => dayOf(at)} today={trace.today} more={t('more')}>
          {(those) => (
            <ul className="traced">
              {those.map((denial, index) => (
                <Line key={index} trace={trace} readerId={denial.readerId} family={denial.family} at={denial.at}>
                  <p>{t('deniedAt')}</p>
                  <p className="soft">
                    <code>{denial.door}</code>
                  </p>
                </Line>
              ))}
            </ul>
          )}
        </ByDay>
      )}
    </Card>
  )
}

function Line(props: { trace: Trace; readerId: PersonId; family: string; at: string; children: ReactNode }) {
  const { t } = useTranslation('trace')
  const reader = props.trace.people.find(({ id }) => id === props.readerId)
  return (
    <li className="traced__line">
      <div className="traced__what">
        <p className="strong">{[reader?.name, reader?.service].filter(Boolean).join(', ')}</p>
        {props.children}
      </div>
      <p className="traced__when">
        {t('family', { number: props.family })}
        <br />
        <time dateTime={props.at}>{atStart(clockTime(props.at))}</time>
      </p>
    </li>
  )
}
