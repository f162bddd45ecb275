import { dayInOslo, type CalendarDay } from '@velferdslab/core/dates'
import type { Language } from '@velferdslab/core/language'
import { sharedKinds, type KeptShare } from '@velferdslab/core/share'
import { inOwnWords, paperLanguageOf, type OwnWords } from './own-words.ts'
import { press } from './press.ts'
import { said } from './said.ts'
import { shareTexts } from './share-texts.ts'

interface SharePaper {
  readonly share: KeptShare
  readonly family: string
  readonly language: Language
  readonly printedOn: CalendarDay
  readonly own: OwnWords
}

/** What was handed over, for the journal of who has it: A4, tagged, set by the press of the plan. Throws `MissingGlyph` when a letter is in none of the fonts. */
export const printShare = (paper: SharePaper) => press('signed-plan.typ', shareSheetOf(paper))

export function shareSheetOf({ share, family, language, printedOn, own }: SharePaper) {
  const { texts: paper, locale } = paperLanguageOf(language, own)
  const t = inOwnWords(shareTexts[language], own, language)
  const form = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const day = (on: CalendarDay) => form.format(new Date(`${on}T12:00:00Z`))
  const list = new Intl.ListFormat(locale)
  const fact = (term: string, words: string) => ({ term, words: said(words) })
  const shown = sharedKinds.filter((kind) => share.things.some((thing) => thing.kind === kind))
  return {
    paper: 'a4',
    language,
    madeOn: printedOn.split('-').map(Number),
    words: { title: t.title, page: paper.page('{page}', '{of}'), version: t.printed(day(printedOn)) },
    heading: said(family),
    facts: [
      fact(t.sharedOn, day(dayInOslo(new Date(share.at)))),
      fact(t.from, share.by === null ? share.from.name : `${share.by} (${share.from.name})`),
      fact(t.to, share.to.name),
      ...(share.necessity === null ? [] : [fact(t.necessity, share.necessity)]),
    ],
    content: t.asItWas,
    sections: shown.map((kind) => ({
      title: t.kinds[kind],
      note: null,
      empty: '',
      parts: [
        {
          title: null,
          facts: [],
          items: share.things
            .filter((thing) => thing.kind === kind)
            .map(({ words, area, about }) => ({
              text: said(words.text),
              facts: [
                area === 'common' ? null : paper.areaNames[area],
                about.length > 0 ? t.about(list.format(about)) : t.aboutAll,
                words.who && t.who(words.who),
                words.due && t.due(day(words.due)),
                words.on && t.decided(day(words.on)),
                words.why && t.why(words.why),
                words.ground && t.ground(words.ground),
                ...words.corrections.map((each) => t.correction(each)),
              ]
                .filter((each): each is string => typeof each === 'string' && each !== '')
                .map(said),
            })),
        },
      ],
    })),
  }
}
