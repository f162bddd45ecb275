import type { CalendarDay } from '@velferdslab/core/dates'
import type { LineWords } from '@velferdslab/core/signing'
import i18next from 'i18next'
import { inList, lawInLine, longDay, money } from '../../texts/format.ts'

/** What stands in small letters under a line: who, when, what it costs, for whom. Whole texts, one after the other. */
export function factsOf(line: LineWords, today: CalendarDay): string[] {
  const t = i18next.getFixedT(null, 'signing')
  const day = (on: CalendarDay) => longDay(on, today)
  const place = [
    ...(line.area === 'common' ? [] : [i18next.t(`areas:${line.area}`)]),
    line.about.whole ? t('forAll') : t('forThose', { names: inList(line.about.names) }),
  ]
  switch (line.kind) {
    case 'voice':
      return [t('said', { name: line.by }), ...place]
    case 'goal':
      return [...place, ...(line.saidBy ? [t('said', { name: line.saidBy })] : [])]
    case 'measure':
      return [
        t('doer', { name: line.doer }),
        line.monthly
          ? t('monthly', { from: day(line.monthly.from), to: day(line.monthly.to) })
          : t('due', { day: day(line.due) }),
        ...(line.costs.length === 0
          ? [t('free')]
          : line.costs.map(({ payer, ore }) =>
              t(line.monthly ? 'costMonthly' : 'cost', { payer, amount: money(ore) }),
            )),
        ...(line.estimatedOre ? [t('estimated', { amount: money(line.estimatedOre) })] : []),
        ...place,
      ]
    case 'decision':
      return [
        t(`types.${line.type}`),
        ...(line.ground ? [lawInLine(line.ground)] : []),
        t('cost', { payer: line.payer, amount: money(line.ore) }),
        t('decidedBy', { name: line.by, day: day(line.on) }),
        ...place,
      ]
    case 'waiting':
      return [t(`why.${line.why}`), line.who, ...(line.ore === null ? [] : [money(line.ore)]), ...place]
  }
}

export const textOf = (line: LineWords): string => ('text' in line ? line.text : line.what)
