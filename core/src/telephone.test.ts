import { expect, test } from 'vitest'
import { isTelephone } from './telephone.ts'

test('knows a telephone number from something else', () => {
  for (const right of ['40000111', '400 00 111', '+47 400 00 111']) expect(isTelephone(right)).toBe(true)
  for (const wrong of ['4000011', 'leila@example.no', '']) expect(isTelephone(wrong)).toBe(false)
})
