import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSettings } from './settings.ts'

const databases = {
  DATABASE_URL: 'postgresql://lab_app:hemmelig@db/lab',
  DATABASE_SYSTEM_URL: 'postgresql://lab_system:hemmelig@db/lab',
  DATABASE_OWNER_URL: 'postgresql://lab_owner:hemmelig@db/lab',
}
const citizens = { CITIZEN_ISSUER: 'https://idporten.no', CITIZEN_CLIENT_ID: 'lab', CITIZEN_CLIENT_SECRET: 'hemmelig' }
const staff = { STAFF_ISSUER: 'https://login.kommune.no', STAFF_CLIENT_ID: 'lab', STAFF_CLIENT_SECRET: 'hemmelig' }
const production = {
  LAB_MODE: 'production',
  PUBLIC_URL: 'https://velferdslab.kommune.no',
  MASTER_KEY: randomBytes(32).toString('base64'),
  ...databases,
  ...citizens,
  ...staff,
}

describe('with nothing set', () => {
  test('it is a demo on this machine only, on the embedded PostgreSQL and with its own sign-in', () => {
    expect(readSettings({})).toEqual({
      mode: 'demo',
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      trustProxy: false,
      database: undefined,
      dataFolder: resolve('.data'),
      rootFolder: resolve('.data/chain-roots'),
      keyFolder: resolve('.data/keys'),
      masterKey: undefined,
      masterKeyAlso: undefined,
      citizenSignIn: undefined,
      citizenAcr: 'idporten-loa-high',
      staffSignIn: undefined,
      sessionMinutes: 60,
      logLevel: 'info',
    })
  })

  test('an empty value counts as not set', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: ' ' })).toEqual(readSettings({}))
  })
})

describe('the public address', () => {
  test('follows the port, and the host when that is an address of its own', () => {
    expect(readSettings({ PORT: '8080', HOST: '0.0.0.0' }).publicUrl).toBe('http://localhost:8080')
    expect(readSettings({ HOST: '10.0.0.7' }).publicUrl).toBe('http://10.0.0.7:3000')
    expect(readSettings({ HOST: 'fd00::7' }).publicUrl).toBe('http://[fd00::7]:3000')
  })

  test('loses the slash at its end, and may have no path', () => {
    expect(readSettings({ PUBLIC_URL: 'https://lab.no/' }).publicUrl).toBe('https://lab.no')
    expect(refusal({ PUBLIC_URL: 'https://lab.no/velferd' })).toEqual([
      expect.stringMatching(/^PUBLIC_URL must be an address without a path/),
    ])
    expect(refusal({ PUBLIC_URL: 'ftp://lab.no' })).toHaveLength(1)
    expect(refusal({ PUBLIC_URL: 'lab.no' })).toHaveLength(1)
  })
})

describe('wrong settings', () => {
  test('are all named in one error, each with a sentence', () => {
    expect(
      refusal({ PORT: '70000', LAB_MODE: 'prod', SESSION_MINUTES: 'an hour', LOG_LEVEL: 'loud', MASTER_KEY: 'short' }),
    ).toEqual([
      'LAB_MODE must be demo or production.',
      'PORT must be a whole number from 1 to 65535.',
      'MASTER_KEY must be 32 random bytes in base64. `openssl rand -base64 32` makes one.',
      'SESSION_MINUTES must be a whole number from 1 to 720.',
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.',
    ])
  })

  test('never repeat a value, which may be a password', () => {
    const sentences = refusal({
      ...databases,
      DATABASE_URL: 'mysql://lab:hemmelig@db',
      MASTER_KEY: 'hemmelig',
      CITIZEN_CLIENT_SECRET: 'hemmelig',
    })
    expect(sentences).toHaveLength(3)
    expect(sentences.join()).not.toContain('hemmelig')
  })

  test.each(['yes', '10.0.0.0/33', '10.0.0', '10.0.0.1,', '::1/129', '1'])(
    'a trusted proxy is an address or a network, not %s',
    (TRUST_PROXY) => {
      expect(refusal({ TRUST_PROXY })).toHaveLength(1)
    },
  )

  test.each(['loopback', '10.0.0.0/8, 192.168.1.1', '::1/128'])('a trusted proxy may be %s', (TRUST_PROXY) => {
    expect(readSettings({ TRUST_PROXY }).trustProxy).toBe(TRUST_PROXY)
  })

  test('a master key that is not random is refused', () => {
    expect(refusal({ MASTER_KEY: Buffer.alloc(32).toString('base64') })).toEqual([
      expect.stringContaining('is not random'),
    ])
  })
})

describe('what is set together', () => {
  test('the three database addresses come together or not at all', () => {
    expect(readSettings(databases).database?.owner).toBe(databases.DATABASE_OWNER_URL)
    expect(refusal({ DATABASE_URL: databases.DATABASE_URL })).toEqual([
      'DATABASE_SYSTEM_URL and DATABASE_OWNER_URL are missing. DATABASE_URL, DATABASE_SYSTEM_URL, DATABASE_OWNER_URL are set together or not at all.',
    ])
  })

  test('the three database addresses are three roles', () => {
    expect(refusal({ ...databases, DATABASE_SYSTEM_URL: databases.DATABASE_URL })).toEqual([
      expect.stringContaining('a role of their own'),
    ])
  })

  test('an issuer comes with its client and secret', () => {
    expect(readSettings(citizens).citizenSignIn).toEqual({
      issuer: 'https://idporten.no',
      clientId: 'lab',
      clientSecret: 'hemmelig',
    })
    expect(refusal({ STAFF_ISSUER: staff.STAFF_ISSUER })).toEqual([
      expect.stringContaining('STAFF_CLIENT_ID and STAFF_CLIENT_SECRET are missing'),
    ])
  })
})

describe('production', () => {
  test('starts when everything real is in place', () => {
    expect(readSettings(production)).toMatchObject({ mode: 'production', publicUrl: 'https://velferdslab.kommune.no' })
    expect(readSettings(production).masterKey).toHaveLength(32)
  })

  test('refuses everything that belongs to the demo, at once', () => {
    expect(refusal({ LAB_MODE: 'production' })).toEqual([
      'DATABASE_URL and DATABASE_SYSTEM_URL and DATABASE_OWNER_URL are missing. Production does not run on the embedded PostgreSQL.',
      'CITIZEN_ISSUER and CITIZEN_CLIENT_ID and CITIZEN_CLIENT_SECRET are missing. Production has no demo sign-in.',
      'STAFF_ISSUER and STAFF_CLIENT_ID and STAFF_CLIENT_SECRET are missing. Production has no demo sign-in.',
      expect.stringMatching(/^MASTER_KEY is missing/),
      expect.stringMatching(/^PUBLIC_URL is missing/),
    ])
  })

  test.each(['http://velferdslab.kommune.no', 'http://localhost:3000', 'http://127.0.0.1:3000'])(
    'refuses the address %s',
    (PUBLIC_URL) => {
      expect(refusal({ ...production, PUBLIC_URL })).toEqual([
        'PUBLIC_URL must begin with https:// in production, on this machine too.',
      ])
    },
  )

  test('refuses an issuer without https, and one on this server', () => {
    expect(refusal({ ...production, STAFF_ISSUER: 'http://login.kommune.no' })).toEqual([
      'STAFF_ISSUER must begin with https:// in production.',
    ])
    expect(refusal({ ...production, CITIZEN_ISSUER: `${production.PUBLIC_URL}/demo` })).toEqual([
      expect.stringContaining('CITIZEN_ISSUER points at this server itself'),
    ])
  })
})

/** The sentences of the one error. */
function refusal(env: Record<string, string>): string[] {
  try {
    readSettings(env)
  } catch (error) {
    const [first, ...sentences] = (error as Error).message.split('\n')
    expect(first).toBe('The server cannot start with these settings:')
    return sentences.map((sentence) => sentence.replace(/^- /, ''))
  }
  throw new Error('These settings were accepted.')
}
