import { oreOf, writtenKroner } from '../plan/kroner.ts'
import type { FieldSpec } from './fields.ts'

export type WrittenValue = string | boolean | readonly string[]
export type Written = Readonly<Record<string, WrittenValue>>

/** Fields as somebody would find them written. */
export function startOf(specs: readonly FieldSpec[], from: Readonly<Record<string, unknown>>): Written {
  return Object.fromEntries(specs.map((spec) => [spec.name, writtenAs(spec, from[spec.name])]))
}

function writtenAs(spec: FieldSpec, value: unknown): WrittenValue {
  if (spec.type === 'tick') return value === true
  if (spec.type === 'many') return Array.isArray(value) ? value.map(String) : []
  if (value === null || value === undefined) return ''
  return spec.type === 'kroner' ? writtenKroner(Number(value)) : `${value as string | number}`
}

/** What is written, as the server takes it; undefined when something is missing or is no number. */
export function readField(spec: FieldSpec, value: WrittenValue | undefined): unknown {
  if (spec.type === 'tick') return value === true
  if (spec.type === 'many') return Array.isArray(value) && value.length > 0 ? value : spec.optional ? null : undefined
  const text = typeof value === 'string' ? value.trim() : ''
  if (text === '') return spec.optional ? null : undefined
  if (spec.type === 'kroner') return oreOf(text)
  if (spec.type === 'number') return /^\d{1,3}$/.test(text) ? Number(text) : undefined
  return text
}
