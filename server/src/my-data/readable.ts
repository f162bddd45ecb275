import { dayInOslo, type CalendarDay } from '@velferdslab/core/dates'
import type { RestsOn } from '@velferdslab/core/decision'
import type { Language } from '@velferdslab/core/language'
import { lookedDays } from '@velferdslab/core/looked'
import { kroner } from '@velferdslab/core/money'
import type { MyData, MyFamily } from '@velferdslab/core/my-data'
import { inOwnWords, paperLanguageOf, type OwnWords } from '../print/own-words.ts'
import { myDataTexts } from './texts.ts'

/** Words and the facts under them. Plain strings: whoever draws them sets them as words, never as markup. */
export interface ReadableItem {
  readonly text: string
  readonly facts: readonly string[]
}
export interface ReadableSection {
  readonly title: string
  readonly note: string | null
  readonly items: readonly ReadableItem[]
}
/** The package in words, the same for the page and the paper. */
export interface Readable {
  readonly language: Language
  readonly title: string
  readonly madeOn: string
  readonly lead: readonly string[]
  readonly parts: readonly { readonly title: string; readonly sections: readonly ReadableSection[] }[]
  readonly nothing: string
}

type Words = ReturnType<typeof wordsOf>

export function readableOf(data: MyData, language: Language, own: OwnWords): Readable {
  const words = wordsOf(data, language, own)
  const { t, day } = words
  const me = [
    { text: `${t.name}: ${data.me.name}`, facts: [] },
    ...(data.me.born ? [{ text: `${t.born}: ${day(data.me.born)}`, facts: [] }] : []),
  ]
  return {
    language,
    title: t.title,
    madeOn: t.madeOn(day(data.madeAt), data.municipality.name),
    lead: [t.lead, t.leadRights(data.municipality.phone)],
    parts: [
      { title: t.me, sections: [{ title: data.me.calledName, note: null, items: me }] },
      ...data.families.map((family) => ({ title: t.familyOf(family.name), sections: sectionsOf(family, words) })),
    ],
    nothing: t.nothing,
  }
}

function wordsOf(data: MyData, language: Language, own: OwnWords) {
  const { locale } = myDataTexts[language]
  const t = inOwnWords(myDataTexts[language].texts, own, language)
  const paper = paperLanguageOf(language, own).texts
  const names = new Map<string, string>(
    data.people.map(({ id, name, service }) => [id, service ? `${name} (${service})` : name]),
  )
  const parties = new Map<string, string>(data.parties.map(({ id, name }) => [id, name]))
  const form = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const list = new Intl.ListFormat(locale)
  return {
    t,
    /** A day, or the day in Norway of an instant. */
    day: (at: string) =>
      form.format(new Date(`${at.length === 10 ? (at as CalendarDay) : dayInOslo(new Date(at))}T12:00:00Z`)),
    name: (id: string) => names.get(id) ?? '',
    party: (id: string) => parties.get(id) ?? '',
    all: (ids: readonly string[]) => list.format(ids.map((id) => names.get(id) ?? '').filter(Boolean)),
    area: (code: keyof typeof paper.areaNames) => paper.areaNames[code],
    areas: (codes: readonly (keyof typeof paper.areaNames)[]) =>
      list.format(codes.map((code) => paper.areaNames[code])),
    list: (words: readonly string[]) => list.format(words),
    cell: (code: keyof typeof paper.cells) => paper.cells[code].many,
  }
}

/** One thing said in parts, without those that are not there. */
const item = (text: string, ...facts: (string | null | undefined | false)[]): ReadableItem => ({
  text,
  facts: facts.filter((fact): fact is string => typeof fact === 'string' && fact !== ''),
})

function sectionsOf(family: MyFamily, words: Words): ReadableSection[] {
  const { t, day, name, party, all, area, areas, list } = words
  // An end is the first moment that no longer counts.
  const lastDay = (end: string) => day(new Date(new Date(end).getTime() - 1).toISOString())
  const rules = (kept: RestsOn | null) => (kept ?? []).map(({ law, from }) => t.ruleFrom(law, day(from)))
  const section = (title: string, items: ReadableItem[], note: string | null = null) => ({ title, note, items })
  return [
    section(t.me, [
      item(t.started(day(family.startedOn))),
      item(family.me ? t.belongsSince(day(family.me.from)) : t.guardian),
    ]),
    section(
      t.answersFor,
      family.answersFor.map((child) => item(child.name, child.born && `${t.born} ${day(child.born)}`)),
    ),
    section(
      t.others,
      family.others.map((called) => item(called)),
    ),
    section(
      t.seats,
      family.seats.map((seat) =>
        item(
          name(seat.person),
          t.fromDay(day(seat.from)),
          (seat.endedAt ?? seat.to) && t.toDay(lastDay(seat.endedAt ?? seat.to ?? '')),
        ),
      ),
    ),
    section(
      t.agreement,
      family.agreement.map((one) => item(t.signedOn(day(one.signedAt)), t.textVersion(one.textVersion))),
    ),
    section(
      t.consents,
      family.consents.map((one) =>
        item(
          one.answer === 'yes' ? t.saidYes(party(one.party)) : t.saidNo(party(one.party)),
          areas(one.areas),
          one.persons.length > 0 && t.concerns(all(one.persons)),
          t.givenBy(name(one.givenBy), day(one.givenAt)),
          one.validTo && t.toDay(lastDay(one.validTo)),
          one.endedAt && t.ended(day(one.endedAt)),
          t.textVersion(one.textVersion),
        ),
      ),
    ),
    section(
      t.mayRead,
      family.mayRead.map((one) => item(party(one.party), areas(one.areas), t.concerns(name(one.person)))),
      family.mayRead.length === 0 ? t.mayReadNone : null,
    ),
    section(
      t.notes,
      family.notes.map((note) => noteItem(note, words)),
      t.notesLead,
    ),
    section(
      t.goals,
      family.goals.map((goal) =>
        item(
          goal.words.text,
          area(goal.area),
          goal.thread && t.writtenBy(name(goal.thread.saidBy)),
          ...(goal.thread?.corrections ?? []).map((each) => t.disagrees(name(each.by), each.text)),
        ),
      ),
    ),
    section(
      t.measures,
      family.measures.map((measure) =>
        item(
          measure.words.text,
          area(measure.area),
          t.doneBy(
            measure.words.who ??
              (measure.doer.is === 'party'
                ? party(measure.doer.partyId)
                : measure.doer.is === 'member'
                  ? name(measure.doer.personId)
                  : ''),
          ),
          t.due(day(measure.due)),
          measure.stoppedOn && t.stopped(day(measure.stoppedOn)),
        ),
      ),
    ),
    section(
      t.decisions,
      family.decisions.map((one) =>
        item(
          one.words.what,
          one.words.why,
          one.words.ground,
          party(one.party),
          t.money(kroner(one.amountOre)),
          t.concerns(all(one.persons)),
          ...one.answers.map((answer) => `${t.yourAnswer[answer.answer]}, ${name(answer.personId)}`),
          one.decidedAt ? t.decidedOn(day(one.decidedAt)) : t.notDecided,
          ...rules(one.restsOn),
        ),
      ),
    ),
    section(
      t.outside,
      family.outside.map((one) =>
        item(one.words.what, one.words.why, one.words.ground, party(one.partyId), day(one.on), ...rules(one.restsOn)),
      ),
    ),
    section(
      t.promises,
      family.promises.map((promise) =>
        item(
          promise.text,
          promise.owes.is === 'party' ? promise.owes.service : promise.owes.name,
          t.due(day(promise.due)),
          promise.state === 'done' && t.promiseDone,
        ),
      ),
    ),
    section(
      t.account,
      family.account.map((entry) =>
        item(
          `${day(entry.onDay)}: ${t.money(kroner(entry.ore))}`,
          t.entry[entry.kind],
          party(entry.payer),
          entry.minutes !== null && t.minutes(entry.minutes),
        ),
      ),
    ),
    section(
      t.journey,
      family.journey.map((one) =>
        item(
          `${day(one.onDay)}: ${t.situations[one.situation]}`,
          one.mark === 'goal' ? t.goalOf : t.viewOf[one.view],
          one.words,
          t.writtenBy(name(one.author)),
        ),
      ),
    ),
    section(
      t.wellbeing,
      family.wellbeing.map((one) =>
        item(
          `${day(one.onDay)}: ${one.answer.kind === 'score' ? one.answer.score : one.answer.kind === 'rather_not' ? t.ratherNot : t.leftOut}`,
          one.words,
        ),
      ),
    ),
    section(
      t.meetings,
      family.meetings.map((one) =>
        item(
          one.startedAt ? t.held(day(one.startedAt)) : one.plannedAt ? t.planned(day(one.plannedAt)) : t.planned(''),
          ...Object.values(one.words ?? {}).filter((word): word is string => typeof word === 'string'),
        ),
      ),
    ),
    section(
      t.papers,
      family.papers.map((one) => item(t.paper(one.number), t.paperFile(one.file))),
    ),
    section(
      t.shares,
      family.shares.flatMap((share) =>
        share.things.map((thing) =>
          item(
            thing.words.text,
            t.sharedTo(share.from.name, share.to.name, day(share.at)),
            area(thing.area),
            thing.about.length > 0 && t.concerns(list(thing.about)),
            share.ground.by === 'act' ? t.readGround.exception : share.ground.isMine ? t.onYourYes : t.onAYes,
          ),
        ),
      ),
    ),
    section(
      t.looked,
      family.looked.map((visit) =>
        item(
          t.readAt(day(visit.from), t.readBy(visit.name, visit.service)),
          visit.areas.length > 0 ? areas(visit.areas) : t.openedOnly,
          visit.about.length > 0 && t.concerns(list(visit.about)),
          visit.ground === 'consent' && visit.byMyYes ? t.byYourYes : t.readGround[visit.ground],
        ),
      ),
      t.lookedLead(lookedDays),
    ),
    section(t.events, [], t.eventsLead(family.events.length)),
  ]
}

function noteItem(note: MyFamily['notes'][number], { t, day, name, all, area, cell }: Words): ReadableItem {
  return item(
    note.words.text,
    note.area === 'common' ? cell(note.cell) : `${area(note.area)}, ${cell(note.cell)}`,
    note.words.relation,
    note.words.who,
    note.due && t.due(day(note.due)),
    t.concerns(note.about.whole ? t.whole : all(note.about.persons)),
    t.writtenBy(name(note.author)),
    t.changedOn(day(note.changedAt)),
    note.privacy !== 'table' && t[note.privacy],
    note.voided && t.struck(name(note.voided.by), day(note.voided.at)),
    ...note.corrections.map((each) => t.disagrees(name(each.by), each.text)),
  )
}
