import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { loginStateSeconds, openLoginState, sealLoginState } from './login-state.ts'

const key = randomBytes(32)
const now = new Date('2026-12-10T10:00:00Z')
const state = { state: 's', nonce: 'n', verifier: 'v', returnTo: '/familien' }

test('a login state opens with the same key, at the same door, in time', () => {
  expect(openLoginState(key, 'citizen', sealLoginState(key, 'citizen', state, now), now)).toEqual(state)
})
test('it opens in another process with the same key, and not with another', () => {
  const sealed = sealLoginState(key, 'citizen', state, now)
  expect(openLoginState(Buffer.from(key), 'citizen', sealed, now)).toEqual(state)
  expect(openLoginState(randomBytes(32), 'citizen', sealed, now)).toBeUndefined()
})
test('it does not fit the other door', () => {
  expect(openLoginState(key, 'staff', sealLoginState(key, 'citizen', state, now), now)).toBeUndefined()
})
test('it ends', () => {
  const late = new Date(now.getTime() + loginStateSeconds * 1000)
  expect(openLoginState(key, 'citizen', sealLoginState(key, 'citizen', state, now), late)).toBeUndefined()
})
test('any changed byte spoils it', () => {
  const bytes = Buffer.from(sealLoginState(key, 'citizen', state, now), 'base64url')
  for (let i = 0; i < bytes.length; i++) {
    const changed = Buffer.from(bytes)
    changed.writeUInt8(changed.readUInt8(i) ^ 1, i)
    expect(openLoginState(key, 'citizen', changed.toString('base64url'), now)).toBeUndefined()
  }
})
test('nothing and nonsense open to nothing', () => {
  for (const sealed of [undefined, '', 'x', 'a'.repeat(200)])
    expect(openLoginState(key, 'citizen', sealed, now)).toBeUndefined()
})
