import type { Language } from '@velferdslab/core/language'
import type { SharedKind } from '@velferdslab/core/share'

const nb = {
  /** Title of the document: neutral, names nobody. */
  title: 'Delt fra samtaleduken og planen',
  printed: (day: string) => `Skrevet ut ${day}`,
  sharedOn: 'Delt',
  from: 'Av',
  to: 'Til',
  necessity: 'Hvorfor det var nødvendig',
  asItWas: 'Ordene står slik de var den dagen de ble delt.',
  kinds: {
    note: 'Lapper',
    goal: 'Mål',
    measure: 'Det som skal gjøres',
    decision: 'Beslutninger',
    promise: 'Løfter',
  } as Record<SharedKind, string>,
  about: (names: string) => `Gjelder ${names}`,
  aboutAll: 'Gjelder hele familien',
  who: (name: string) => `Fra ${name}`,
  due: (day: string) => `Innen ${day}`,
  decided: (day: string) => `Bestemt ${day}`,
  why: (words: string) => `Begrunnelse: ${words}`,
  ground: (words: string) => `Bygger på ${words}`,
  correction: (words: string) => `Rettelse ved lappen: ${words}`,
}

const en: typeof nb = {
  title: 'Shared from the cloth and the plan',
  printed: (day) => `Printed on ${day}`,
  sharedOn: 'Shared',
  from: 'By',
  to: 'With',
  necessity: 'Why it was needed',
  asItWas: 'The words stand as they were on the day they were shared.',
  kinds: { note: 'Notes', goal: 'Goals', measure: 'What will be done', decision: 'Decisions', promise: 'Promises' },
  about: (names) => `About ${names}`,
  aboutAll: 'About the whole family',
  who: (name) => `From ${name}`,
  due: (day) => `By ${day}`,
  decided: (day) => `Decided on ${day}`,
  why: (words) => `Reason: ${words}`,
  ground: (words) => `Rests on ${words}`,
  correction: (words) => `Correction beside the note: ${words}`,
}

/** The words of the paper a service takes along. */
export const shareTexts: Record<Language, typeof nb> = { nb, en }
