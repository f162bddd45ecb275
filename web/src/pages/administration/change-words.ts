import type { Administration } from '@velferdslab/core/administration'
import type { AreaCode } from '@velferdslab/core/areas'
import type { ChangeKind } from '@velferdslab/core/change'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { RetentionCategory } from '@velferdslab/core/retention-kinds'
import type { ReviewCode } from '@velferdslab/core/rule-registers'
import type { TFunction } from 'i18next'
import { areaName } from '../../areas.ts'
import { atStart, inList, plainDay, money } from '../../texts/format.ts'
import { fieldsFor, type FieldSpec } from './fields.ts'

type T = TFunction<['administration', 'everywhere', 'retention', 'trace']>

/** What can be chosen in a field, from the municipality's registers or from a closed list of the texts. */
export function optionsOf(list: NonNullable<FieldSpec['options']>, registers: Administration, t: T) {
  const named = (of: readonly { id: string; name: string }[]) => of.map(({ id, name }) => ({ value: id, label: name }))
  const closed = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }))
  switch (list) {
    case 'organisations':
      return named(registers.organisations)
    case 'services':
      return named(registers.services)
    case 'staff':
      return named(registers.staff)
    default:
      return closed(t(`administration:${list}`, { returnObjects: true }))
  }
}

/** One field in words: "Ja", a day, an amount, a name out of a list. */
export function valueInWords(spec: FieldSpec, value: unknown, registers: Administration, t: T): string {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0))
    return t('administration:none')
  if (spec.type === 'tick') return value === true ? t('administration:yes') : t('administration:no')
  if (spec.type === 'day') return plainDay(value as CalendarDay, registers.today)
  if (spec.type === 'kroner') return money(Number(value))
  if (spec.type === 'many' && Array.isArray(value))
    return atStart(labelsInLine(value.map((each) => labelIn(spec, String(each), registers, t))))
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return spec.type === 'one' ? labelIn(spec, text, registers, t) : text
}

function labelIn(spec: FieldSpec, value: string, registers: Administration, t: T): string {
  const found = spec.options && optionsOf(spec.options, registers, t).find((option) => option.value === value)
  return found?.label ?? value
}

/** Labels one after the other inside a line: "avtale og informasjon". */
export function labelsInLine(labels: readonly string[]): string {
  // NAV writes itself so, also inside a line.
  return inList(
    labels.map((label) => (/^\p{Lu}{2}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1))),
  )
}

/** What a change is about, by name: a service, somebody's role, an area, a word. */
export function subjectInWords(
  kind: ChangeKind,
  subject: string,
  after: Readonly<Record<string, unknown>>,
  registers: Administration,
  t: T,
): string {
  const [area = '', about] = subject.split(':')
  const nameOf = (id: unknown) => registers.staff.find((each) => each.id === id)?.name
  switch (kind) {
    case 'area':
    case 'consent_age':
      return areaName(subject as AreaCode, 'work')
    case 'child_rule':
      return t(about === 'life' ? 'administration:life' : 'administration:wordsOfChild', {
        area: areaName(area as AreaCode, 'work'),
      })
    case 'word':
      return t(`administration:ownKeys.${subject as 'lab'}`)
    case 'setting':
      return t('administration:settingNames')
    case 'approval':
      return t(`administration:kinds.${subject as ChangeKind}`)
    case 'role':
      return nameOf(after['personId']) ?? ''
    case 'mandate':
      return (
        nameOf(after['personId']) ??
        t('administration:mandateAll', { role: t(`administration:roles.${after['role'] as 'manager'}`) })
      )
    case 'question':
      return after['textNb'] as string
    case 'statute_rule':
      return after['titleNb'] as string
    case 'privacy_word':
      return `«${subject}»`
    case 'review_rule':
      return t(`trace:${subject as ReviewCode}`)
    case 'retention_rule':
      return t(`retention:${subject as RetentionCategory}`)
    default:
      return after['name'] as string
  }
}

function periodInWords({ amount, unit }: Readonly<Record<string, unknown>>, t: T): string {
  if (typeof amount !== 'number' || typeof unit !== 'string') return t('retention:inUse')
  return t(`retention:${unit as 'day'}`, { count: amount })
}

/** The lines that differ, or all of them where nothing stood before. */
export function differences(
  change: {
    kind: ChangeKind
    subject: string
    before: Readonly<Record<string, unknown>> | null
    after: Readonly<Record<string, unknown>>
  },
  registers: Administration,
  t: T,
) {
  const { before, after } = change
  const said = (spec: FieldSpec, of: Readonly<Record<string, unknown>>) =>
    spec.name === 'amount' ? periodInWords(of, t) : valueInWords(spec, of[spec.name], registers, t)
  return fieldsFor(change.kind, change.subject).flatMap((spec) => {
    // How long is said in one: "3 år".
    if (spec.name === 'unit') return []
    if (spec.name === 'amount' && before && periodInWords(before, t) === periodInWords(after, t)) return []
    const [was, becomes] = [before?.[spec.name] ?? null, after[spec.name] ?? null]
    if (spec.name !== 'amount' && (before ? JSON.stringify(was) === JSON.stringify(becomes) : becomes === null))
      return []
    return [
      {
        name: spec.name,
        was: before && said(spec, before),
        becomes: said(spec, after),
      },
    ]
  })
}
