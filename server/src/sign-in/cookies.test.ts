import { expect, test } from 'vitest'
import { readProviders, readSessionToken } from './cookies.ts'

const https = { publicUrl: 'https://lab.fjordvik.example' }
const lan = { publicUrl: 'http://192.168.1.20:3000' }
const asking = (cookie?: string): { headers: { cookie?: string } } => ({
  headers: cookie === undefined ? {} : { cookie },
})

test('a plain cookie that a neighbouring subdomain could have planted is never a session', () => {
  expect(readSessionToken(asking('lab-session=planted'), https)).toBeUndefined()
  expect(readSessionToken(asking('lab-session=planted; __Host-lab-session=own'), https)).toBe('own')
})
test('loopback counts as trustworthy, another http address does not', () => {
  for (const publicUrl of ['http://127.0.0.1:3000', 'http://localhost:3000', 'http://[::1]:3000']) {
    expect(readSessionToken(asking('__Host-lab-session=own'), { publicUrl })).toBe('own')
  }
  expect(readSessionToken(asking('lab-session=own'), lan)).toBe('own')
  expect(readSessionToken(asking('lab-session=own'), { publicUrl: 'http://127.0.0.1.evil.example' })).toBe('own')
})
test('no cookie, an empty one, and others around it', () => {
  expect(readSessionToken(asking(), https)).toBeUndefined()
  expect(readSessionToken(asking('__Host-lab-session='), https)).toBeUndefined()
  expect(readSessionToken(asking('a=b; x__Host-lab-session=no;__Host-lab-session=yes; c=d'), https)).toBe('yes')
})
test('only doors that exist are remembered', () => {
  expect(readProviders(asking('__Host-lab-providers=staff.evil.citizen'), https)).toEqual(['citizen', 'staff'])
})
