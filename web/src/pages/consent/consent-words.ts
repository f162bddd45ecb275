import { isSensitiveArea, type ConsentArea } from '@velferdslab/core/areas'
import type { Consent, ConsentPicture } from '@velferdslab/core/consent'
import type { PersonId } from '@velferdslab/core/ids'
import i18next from 'i18next'
import { areaInSentence } from '../../areas.ts'
import { endDay, inList } from '../../texts/format.ts'

export type Service = ConsentPicture['services'][number]
export type Person = ConsentPicture['persons'][number]

/** "meg", "Noor": how a person stands in my own sentence. */
export function asI(person: Pick<Person, 'isMe' | 'calledName'>): string {
  return person.isMe ? i18next.t('everywhere:me') : person.calledName
}

/** "deg", "Noor": how a person stands in a sentence said to me. */
export function asYou(person: Person): string {
  return person.isMe ? i18next.t('everywhere:you') : person.calledName
}

/** What I am guardian for, in one plain sentence, and that the rest is not mine to answer. */
export function guardianSays({ calledName: name, asGuardian }: Person): string {
  if (!asGuardian) return ''
  const areas = inList(areaWords(asGuardian.areas))
  return asGuardian.until
    ? i18next.t('consent:guardianOfUntil', { name, areas, until: endDay(asGuardian.until) })
    : i18next.t('consent:guardianOf', { name, areas })
}

/** Chosen areas in the order of the area list, the two that are always asked by themselves last. */
export function areasInOrder(chosen: Iterable<ConsentArea>, picture: ConsentPicture): ConsentArea[] {
  const set = new Set(chosen)
  const listed = picture.areas.filter((area) => set.has(area))
  return [...listed.filter((area) => !isSensitiveArea(area)), ...listed.filter(isSensitiveArea)]
}

export function areaWords(areas: readonly ConsentArea[]): string[] {
  return areas.map((area) => areaInSentence(area))
}

/** Me first, then by age: the order the server gives. */
export function personsInOrder(chosen: Iterable<PersonId>, picture: ConsentPicture): Person[] {
  const set = new Set(chosen)
  return picture.persons.filter(({ id }) => set.has(id))
}

/** A yes of mine that still says something, whether it counts fully yet or not. */
export function isStanding(consent: Consent): boolean {
  return (
    consent.answer === 'yes' &&
    (consent.state === 'active' ||
      consent.state === 'partly' ||
      consent.state === 'awaiting' ||
      consent.state === 'unheard')
  )
}

export function hasStandingYes(service: Service): boolean {
  return service.mine.some(isStanding)
}

/** Services I have not answered yet, neither yes nor no. */
export function unanswered(picture: ConsentPicture): Service[] {
  return picture.services.filter(({ mine }) => mine.length === 0)
}

/** A sentence a square can be opened with. */
export interface SquareSentence {
  areas: ConsentArea[]
  persons: Person[]
  /** Takes the place of an earlier sentence, and covers all of it. */
  replaces: boolean
}

/**
 * The one sentence that opens a square and keeps all else I have said to the service. A new yes takes the place of the earlier
 * ones, and a sentence is every area for every person: where the old answers and the square do not make one sentence together,
 * there is none, and everything is chosen anew.
 */
export function sentenceFor(
  service: Service,
  person: Person,
  area: ConsentArea,
  picture: ConsentPicture,
): SquareSentence | null {
  const [standing, ...others] = service.mine.filter(isStanding)
  if (!standing) return { areas: [area], persons: [person], replaces: false }
  const addsArea = standing.persons.every((id) => id === person.id)
  const addsPerson = standing.areas.every((each) => each === area)
  const covered = standing.areas.includes(area) && standing.persons.includes(person.id)
  if (others.length > 0 || !(addsArea || addsPerson || covered)) return null
  return {
    areas: areasInOrder([...standing.areas, area], picture),
    persons: personsInOrder([...standing.persons, person.id], picture),
    replaces: true,
  }
}
