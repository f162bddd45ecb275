import { expect, test } from 'vitest'
import { chosenLanguage } from './language.ts'

test('who has chosen nothing, or something we do not speak, reads bokmål', () => {
  expect(chosenLanguage(undefined)).toBe('nb')
  expect(chosenLanguage('lab-session=en')).toBe('nb')
  expect(chosenLanguage('lab-language=fr; other=en')).toBe('nb')
  expect(chosenLanguage('not-lab-language=en')).toBe('nb')
})

test('what was chosen is found among the other cookies', () => {
  expect(chosenLanguage('lab-session=x; lab-language=en')).toBe('en')
  expect(chosenLanguage('lab-language=nb;other=1')).toBe('nb')
})
