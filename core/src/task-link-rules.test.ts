import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { familyNameIn, giveLink, type LinkedPromise } from './task-link-rules.ts'

const promise: LinkedPromise = {
  doer: 'named',
  isPrivate: false,
  isDone: false,
  hasLink: false,
  familyName: 'Hansen-Ali',
  names: [
    { name: 'Amina Hansen-Ali', calledName: 'Amina' },
    { name: 'Elias Berg Hansen-Ali', calledName: 'Elias' },
  ],
}

describe('a link to one promise', () => {
  it('is not given for what a service or somebody of the family promised: they sign in', () => {
    for (const doer of ['member', 'party'] as const)
      expect(giveLink({ ...promise, doer }, 'Hente Elias')).toEqual({ refused: 'link-not-for-this' })
  })
  it('is not given for what is done, nor while somebody has one', () => {
    expect(giveLink({ ...promise, isDone: true }, 'Hente Elias')).toEqual({ refused: 'link-not-for-this' })
    expect(giveLink({ ...promise, hasLink: true }, 'Hente Elias')).toEqual({ refused: 'link-already-there' })
  })
  it('tells no family name, also in its parts and with an s', () => {
    for (const text of ['Hente Elias Hansen', 'hansens sønn', 'Til ALI på mandag', 'Kjøre Elias Berg'])
      expect(giveLink(promise, text), text).toMatchObject({ refused: 'link-tells-name' })
  })
  it('is given to who was named, and to a private participant, in first names', () => {
    expect(giveLink(promise, 'Hente Elias og Amina til trening')).toEqual({ done: true })
    expect(giveLink({ ...promise, doer: 'party', isPrivate: true }, 'Hente Elias til trening')).toEqual({ done: true })
  })
  it('one who is called by the only name there is may be named by it', () => {
    const alone = { familyName: 'Marius Lie', names: [{ name: 'Marius Lie', calledName: 'Marius' }] }
    expect(familyNameIn('Vise Marius verkstedet', alone)).toBeUndefined()
    expect(familyNameIn('Vise Marius Lie verkstedet', alone)).toBe('Lie')
  })
  it('whatever stands around it, a family name is found', () => {
    const around = fc.constantFrom('', ' ', 'til ', '(', '«', 'æ ', '\n')
    fc.assert(
      fc.property(around, around, fc.constantFrom('Hansen', 'ALI', 'hansens', 'Berg'), (before, after, name) => {
        expect(familyNameIn(`${before}${name} ${after}`, promise)?.toLowerCase()).toBe(name.toLowerCase())
      }),
    )
  })
})
