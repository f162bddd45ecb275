import type { AreaCode } from '@velferdslab/core/areas'
import type { Happening, ToldKind, Visit } from '@velferdslab/core/looked'
import type { Ground } from '@velferdslab/core/opening'
import type { TFunction } from 'i18next'
import { areaInSentence, inAreaOrder } from '../../areas.ts'
import { atStart, inList } from '../../texts/format.ts'

type Words = TFunction<'looked'>

/** "Tor fra NAV leste om økonomi og arbeid." Each sentence stands whole in the texts. */
export function visitSentence(t: Words, { name, service, areas }: Visit): string {
  const values = { name: name ?? '', service: service ?? '', areas: areasInWords(t, areas) }
  if (areas.length === 0)
    return name ? t(service ? 'opened' : 'openedAlone', values) : t(service ? 'openedNoName' : 'openedNobody', values)
  return name ? t(service ? 'read' : 'readAlone', values) : t(service ? 'readNoName' : 'readNobody', values)
}

function areasInWords(t: Words, areas: readonly AreaCode[]): string {
  const named = inAreaOrder(areas).map((area) => areaInSentence(area))
  return inList(areas.includes('common') ? [...named, t('common')] : named)
}

/** Whom else it was about; nothing where it was about oneself alone, or about everybody. */
export function aboutSentence(t: Words, { about, aboutMe }: Visit): string | null {
  if (about.length === 0) return null
  return t('about', { whom: inList(aboutMe ? [t('you'), ...about] : about) })
}

const why = {
  leader: 'whyLeader',
  table: 'whyTable',
  exception: 'whyException',
  break_glass: 'whyBreakGlass',
  core_team: 'whyCoreTeam',
  own_work: 'whyOwnWork',
} as const satisfies Record<Exclude<Ground, 'consent'>, string>

/** Why they could read it. */
export function whySentence(t: Words, { ground, service, byMyYes }: Visit): string | null {
  if (ground === 'consent')
    return service ? t(byMyYes ? 'whyMyYes' : 'whyOurYes', { Service: atStart(service) }) : t('whyTrusted')
  if (ground === 'own_work' && !service) return null
  return t(why[ground], { service: service ?? '' })
}

const happened = {
  'note.written': ['noteWritten', 'noteWrittenCommon'],
  'goal.made': ['goalMade', 'goalMadeCommon'],
  'measure.added': ['measureAdded', 'measureAddedCommon'],
  'measure.stopped': ['measureStopped', 'measureStoppedCommon'],
  'decision.proposed': ['decisionProposed', 'decisionProposedCommon'],
  'decision.decided': ['decisionDecided', 'decisionDecidedCommon'],
  'decision.outside': ['decisionOutside', 'decisionOutsideCommon'],
  'promise.answered': ['promiseAnswered', 'promiseAnsweredCommon'],
  'journey.placed': ['journeyPlaced', 'journeyPlaced'],
  'journey.goal_set': ['journeyGoalSet', 'journeyGoalSet'],
  'wellbeing.answered': ['wellbeingAnswered', 'wellbeingAnswered'],
  'consent.given': ['consentGiven', 'consentGiven'],
  'consent.refused': ['consentRefused', 'consentRefused'],
  'consent.withdrawn': ['consentWithdrawn', 'consentWithdrawn'],
  'consent.narrowed': ['consentNarrowed', 'consentNarrowed'],
  'consent.ended': ['consentEnded', 'consentEnded'],
  'share.made': ['shareMade', 'shareMadeCommon'],
} as const satisfies Record<ToldKind, readonly [string, string]>

/** "Amina skrev på duken om økonomi." */
export function happeningSentence(t: Words, { kind, by, byMe, area, service }: Happening): string {
  const [ofArea, common] = happened[kind]
  const Who = byMe ? t('youDid') : (by ?? t('someone'))
  return area && area !== 'common'
    ? t(ofArea, { Who, service: service ?? '', area: areaInSentence(area) })
    : t(common, { Who, service: service ?? '' })
}
