import type { CalendarDay } from '@velferdslab/core/dates'
import type { SoleConsent } from '@velferdslab/core/sole-consent'
import { useTranslation } from 'react-i18next'
import { lawInLine, plainDay } from '../../texts/format.ts'
import { shownLanguage } from '../../texts/i18n.ts'
import { Tag } from '../../ui/tag.tsx'

interface SoleItemProps {
  sole: SoleConsent
  today: CalendarDay
  /** The reader lives elsewhere, and has no page here to say no on. */
  elsewhere?: boolean
}

/** That one is enough for a child: on which ground, until when, why, and that a no is heard. */
export function SoleItem({ sole, today, elsewhere = false }: SoleItemProps) {
  const { t } = useTranslation('soleConsent')
  const { person, without, ground } = sole
  const { statute, paragraph } = ground
  const words = { child: person.calledName, name: without.calledName }
  return (
    <>
      <div className="records__head">
        <p className="strong">{t(without.isMe ? 'whoYou' : 'who', words)}</p>
        <Tag look={sole.counts ? 'ok' : 'plain'}>{t(sole.counts ? 'counts' : 'over')}</Tag>
      </div>
      <p>
        {t('because', { ground: ground.title[shownLanguage()], statute, paragraph: lawInLine(paragraph) })}{' '}
        <a href={ground.source} target="_blank" rel="noreferrer">
          {t('source')}
        </a>
      </p>
      <blockquote className="start__words" dir="auto">
        {sole.reason}
      </blockquote>
      <p className="small soft">
        {sole.endedOn
          ? t('ended', { day: plainDay(sole.endedOn, today) })
          : t('days', { from: plainDay(sole.from, today), until: plainDay(sole.until, today) })}{' '}
        {t('by', { name: sole.recordedBy })}{' '}
        {sole.counts && t(elsewhere ? 'saidNoElsewhere' : without.isMe ? 'saidNoYou' : 'saidNo', words)}
      </p>
    </>
  )
}
