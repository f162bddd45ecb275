import type { DecisionCard } from '@velferdslab/core/decision'
import type { Plan } from '@velferdslab/core/plan'
import i18next from 'i18next'
import { atStart, dayAndClock, inList, longDay } from '../../texts/format.ts'
import type { IconName } from '../../ui/icon.tsx'
import { calledName } from './plan-names.ts'

export interface DecisionHead {
  /** go: green, here and now, or decided. need: amber, somebody else. wait: dashed, the family's own time. */
  readonly look: 'go' | 'need' | 'wait'
  readonly icon: IconName
  readonly state: string
  readonly more?: string
}

/** Where a decision stands, in words: colour and icon only say it once more. */
export function headOf(card: DecisionCard, plan: Pick<Plan, 'members' | 'people' | 'today' | 'me'>): DecisionHead {
  const t = i18next.getFixedT(i18next.language, 'deciding')
  const nameOf = (id: DecisionCard['proposedBy']) => calledName(plan, id)
  const day = (on: Parameters<typeof longDay>[0]) => longDay(on, plan.today)
  switch (card.state) {
    case 'decided': {
      const more = card.decided
        ? t('decidedBy', { When: atStart(dayAndClock(card.decided.at, plan.today)), name: nameOf(card.decided.by) })
        : ''
      return { look: 'go', icon: 'check', state: t('decided'), more }
    }
    case 'ready': {
      const able = card.mandates.filter((mandate) => mandate.covers && mandate.atTable).map((each) => each.personId)
      const more = able.includes(plan.me.id)
        ? t('readyMine')
        : t('readyBy', { name: inList([...new Set(able.map(nameOf))]) })
      return { look: 'go', icon: 'check', state: t('ready'), more }
    }
    case 'needs_mandate': {
      if (card.asked) {
        const late = card.asked.by < plan.today
        return {
          look: 'need',
          icon: 'clock',
          state: t('needsMandate', { name: nameOf(card.asked.personId) }),
          more: t(late ? 'askedLate' : 'askedBy', { day: day(card.asked.by) }),
        }
      }
      const right = card.mandates.find((mandate) => mandate.covers)
      return {
        look: 'need',
        icon: 'clock',
        state: right ? t('needsMandate', { name: nameOf(right.personId) }) : t('needsMandateNobody'),
        more: t('notAsked'),
      }
    }
    case 'over_frame':
      return { look: 'need', icon: 'lock', state: t('overFrame'), more: t('overFrameText') }
    case 'declined':
      return {
        look: 'wait',
        icon: 'close',
        state: t('declined', { name: card.asked ? nameOf(card.asked.personId) : '' }),
        more: t('declinedText'),
      }
    case 'refused':
      return { look: 'wait', icon: 'close', state: t('refused'), more: t('refusedText') }
    case 'thinking': {
      const lack = card.missing.find((each) => each.what === 'think')
      const by = card.answers.find((said) => said.answer === 'think' && said.personId === lack?.personId)
      const name = nameOf((by?.giverId ?? lack?.personId) as DecisionCard['proposedBy'])
      const until = by?.until ?? lack?.until
      return {
        look: 'wait',
        icon: 'think',
        state: t('thinking', { name }),
        ...(until ? { more: t('thinkingText', { day: day(until), name }) } : {}),
      }
    }
    case 'waiting': {
      const names = [...new Set(card.missing.filter((lack) => lack.what === 'yes').map((lack) => lack.personId))]
      return {
        look: 'wait',
        icon: 'think',
        state: names.length > 0 ? t('waiting', { names: inList(names.map(nameOf)) }) : t('waitingOther'),
        more: t('waitingText'),
      }
    }
  }
}
