import type { AreaCode } from '@velferdslab/core/areas'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { SharedKind, SharedWords } from '@velferdslab/core/share'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { areaName, type Speaker } from '../../areas.ts'
import { inList, lawInLine, longDay } from '../../texts/format.ts'

export interface ShownThing {
  readonly kind: SharedKind
  readonly area: AreaCode
  readonly about: readonly string[]
  readonly words: SharedWords
}

/** Under its words: what it is, where it lies, whom it is about, from whom and by when. */
export function factsOf(t: TFunction<'share'>, thing: ShownThing, speaker: Speaker, today: CalendarDay): string[] {
  const { words } = thing
  return [
    t(`${speaker === 'family' ? 'kindsAtHome' : 'kinds'}.${thing.kind}`),
    areaName(thing.area, speaker),
    thing.about.length > 0 ? inList(thing.about) : t('aboutAll'),
    ...(words.who ? [t('fromWho', { name: words.who })] : []),
    ...(words.due ? [t('by', { day: longDay(words.due, today) })] : []),
    ...(words.on ? [t('decidedOn', { day: longDay(words.on, today) })] : []),
  ]
}

/** Why a decision was so decided and what it rests on; what those a note is about say beside it. */
export function besideOf(t: TFunction<'share'>, { words }: ShownThing): string[] {
  return [
    ...(words.why ? [t('reasoned', { text: words.why })] : []),
    ...(words.ground ? [t('restsOn', { text: lawInLine(words.ground) })] : []),
    ...words.corrections.map((text) => t('correction', { text })),
  ]
}

/** One thing that can be, or was, handed over. */
export function Thing({ thing, speaker, today }: { thing: ShownThing; speaker: Speaker; today: CalendarDay }) {
  const { t } = useTranslation('share')
  return (
    <span className="share__thing">
      <span className="share__words" dir="auto">
        {thing.words.text}
      </span>
      {besideOf(t, thing).map((each) => (
        <span key={each} dir="auto">
          {each}
        </span>
      ))}
      <span className="small soft">{factsOf(t, thing, speaker, today).join(' · ')}</span>
    </span>
  )
}
