import { describe, expect, it } from 'vitest'
import { readField, startOf } from './written.ts'

describe('what is written in a field', () => {
  it('is nothing when it is empty, and missing where it must not be', () => {
    expect(readField({ name: 'name', type: 'text' }, '  ')).toBeUndefined()
    expect(readField({ name: 'to', type: 'day', optional: true }, '')).toBeNull()
    expect(readField({ name: 'kinds', type: 'many' }, [])).toBeUndefined()
  })
  it('is no number when it is not one', () => {
    expect(readField({ name: 'age', type: 'number' }, 'seksten')).toBeUndefined()
    expect(readField({ name: 'amountOre', type: 'kroner' }, 'mye')).toBeUndefined()
  })
  it('is what stood there, when nobody touched it', () => {
    const stood = { amountOre: 1234550, kinds: ['agreement'], needsYes: true, to: null, age: 16 }
    const specs = [
      { name: 'amountOre', type: 'kroner' },
      { name: 'kinds', type: 'many' },
      { name: 'needsYes', type: 'tick' },
      { name: 'to', type: 'day', optional: true },
      { name: 'age', type: 'number' },
    ] as const
    const written = startOf(specs, stood)
    expect(Object.fromEntries(specs.map((spec) => [spec.name, readField(spec, written[spec.name])]))).toEqual(stood)
  })
})
