import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'

/**
 * Every setting of the server, read from the environment once, at the start. docs/operate/settings.md is written from here
 * (`npx tsx tools/write-settings-doc.ts`), so a description is a sentence for the person who operates the server.
 */
declare module 'zod' {
  interface GlobalMeta {
    /** What holds when it is not set, in words; the schema's default otherwise. */
    whenNotSet?: string
    /** What production demands beyond the schema. */
    inProduction?: string
  }
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const namedNetworks = ['loopback', 'linklocal', 'uniquelocal']
const keyBytes = 32

export const settingsSchema = z.object({
  LAB_MODE: z
    .enum(['demo', 'production'], 'must be demo or production.')
    .default('demo')
    .describe(
      'demo shows the made-up municipality Fjordvik with a sign-in where one picks a person. production is for real people: it refuses everything that belongs to the demo.',
    ),
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe(
      'The address the server listens on. The default is reached from this machine only; 0.0.0.0 is every network of the machine.',
    ),
  PORT: wholeNumber(1, 65535).default(3000).describe('The port the server listens on.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://velferdslab.kommune.no.' })
    .refine(
      (url) => URL.canParse(url) && new URL(url).origin === url.replace(/\/$/, ''),
      'must be an address without a path, such as https://velferdslab.kommune.no.',
    )
    .transform((url) => url.replace(/\/$/, ''))
    .optional()
    .describe(
      'The address people use in their browser. Sign-in and cookies belong to this one address. Telephones cannot reach localhost, and browsers give them the full service by https only.',
    )
    .meta({ whenNotSet: '`http://localhost:PORT`', inProduction: 'required, https' }),
  TRUST_PROXY: z
    .string()
    .refine((list) => list === 'off' || list.split(',').every((part) => isNetwork(part.trim())), {
      error: 'must be off, or the addresses of your own proxies, such as 10.0.0.5 or 10.0.0.0/8,loopback.',
    })
    .transform((list): false | string => (list === 'off' ? false : list))
    .default(false)
    .describe(
      'Which proxies in front of the server may say who the visitor is (X-Forwarded-For): addresses or networks, separated by commas; loopback is this machine.',
    )
    .meta({ whenNotSet: '`off`' }),
  DATABASE_URL: databaseUrl().describe(
    'PostgreSQL 15 or newer, as the role lab_app: everything that is done for a person. Set all three database addresses or none; docs/operate says how the roles are made.',
  ),
  DATABASE_SYSTEM_URL: databaseUrl().describe(
    'The same database, as the role lab_system: the few named jobs nobody is signed in for.',
  ),
  DATABASE_OWNER_URL: databaseUrl().describe(
    'The same database, as the role lab_owner: migrations only, before the server opens its doors.',
  ),
  DATA_FOLDER: z
    .string()
    .default('.data')
    .transform((folder) => resolve(folder))
    .describe(
      'What the server keeps outside the database: the embedded PostgreSQL of the demo, and whatever of the next two is not put elsewhere.',
    ),
  ROOT_FOLDER: z
    .string()
    .transform((folder) => resolve(folder))
    .optional()
    .describe(
      'The signed roots of the event chains, a file a day: what shows that a tail was cut or a family removed. Best where whoever administers the database cannot write.',
    )
    .meta({ whenNotSet: '`chain-roots` in DATA_FOLDER' }),
  KEY_FOLDER: z
    .string()
    .transform((folder) => resolve(folder))
    .optional()
    .describe(
      'Key files. Back them up apart from the database: together they open every sealed word, apart neither does.',
    )
    .meta({ whenNotSet: '`keys` in DATA_FOLDER' }),
  MASTER_KEY: masterKey()
    .describe(
      'The key that wraps every family’s own key: 32 random bytes in base64, from `openssl rand -base64 32`. Who loses it loses every word that families have written.',
    )
    .meta({ whenNotSet: 'the demo makes a key file', inProduction: 'required' }),
  MASTER_KEY_ALSO: masterKey()
    .describe(
      'Another master key that opens and never seals: the one to come or the one before, while the master key is changed (docs/operate says how).',
    )
    .meta({ whenNotSet: 'only MASTER_KEY opens' }),
  ...signInSettings('CITIZEN', 'citizens (ID-porten)'),
  CITIZEN_ACR: z
    .string()
    .default('idporten-loa-high')
    .describe('The level of assurance a citizen must sign in with, as the issuer names it (acr).'),
  ...signInSettings('STAFF', 'employees (Entra ID, Feide or another OpenID Connect issuer of the municipality)'),
  SMS_GATEWAY_URL: z
    .url({ protocol: /^https$/, error: 'must be an address that begins with https://.' })
    .optional()
    .describe('Where messages leave the house: a gateway that takes `{ id, to, text }` as JSON by POST.')
    .meta({
      whenNotSet: 'the demo shows them at /demo-phone; production sends none, and the core team is told to call',
    }),
  SMS_GATEWAY_TOKEN: z
    .string()
    .optional()
    .describe('What the server proves itself with at the gateway (Authorization: Bearer).')
    .meta({ whenNotSet: 'no gateway' }),
  SESSION_MINUTES: wholeNumber(1, 720).default(60).describe('Minutes without use after which a person is signed out.'),
  LOG_LEVEL: z
    .enum(logLevels, `must be one of ${logLevels.join(', ')}.`)
    .default('info')
    .describe(`How much the server tells in its log: ${logLevels.join(', ')}.`),
})

/** An OpenID Connect issuer where this server is known. */
export type RegisteredIssuer = { readonly issuer: string; readonly clientId: string; readonly clientSecret: string }

export type Settings = {
  readonly mode: 'demo' | 'production'
  readonly host: string
  readonly port: number
  /** Origin without a slash at the end. */
  readonly publicUrl: string
  readonly trustProxy: false | string
  /** undefined: the embedded PostgreSQL. */
  readonly database: { readonly app: string; readonly system: string; readonly owner: string } | undefined
  readonly dataFolder: string
  readonly rootFolder: string
  readonly keyFolder: string
  /** undefined: the demo's generated key file. */
  readonly masterKey: Buffer | undefined
  readonly masterKeyAlso: Buffer | undefined
  /** undefined: the demo's own identity provider. */
  readonly citizenSignIn: RegisteredIssuer | undefined
  readonly citizenAcr: string
  readonly staffSignIn: RegisteredIssuer | undefined
  /** undefined: none; the demo has a telephone of its own. */
  readonly smsGateway: { readonly url: string; readonly token: string } | undefined
  readonly sessionMinutes: number
  readonly logLevel: (typeof logLevels)[number]
}

/**
 * Reads the settings. An empty value counts as not set (compose files pass those on).
 * @throws one error that names every wrong setting, each with a sentence. No value is repeated: it may be a password.
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const parsed = settingsSchema.safeParse(given)
  const wrong = parsed.success ? [] : firstOfEach(parsed.error.issues)
  wrong.push(...wrongTogether(given))
  if (wrong.length > 0 || !parsed.success) {
    throw new Error(
      `The server cannot start with these settings:\n${wrong.map((sentence) => `- ${sentence}`).join('\n')}`,
    )
  }
  return settingsFrom(parsed.data)
}

/** One sentence per setting: the second thing wrong with it usually follows from the first. */
function firstOfEach(issues: readonly z.core.$ZodIssue[]): string[] {
  const first = new Map<string, string>()
  for (const { path, message } of issues) {
    const name = path.join('.')
    if (!first.has(name)) first.set(name, `${name} ${message}`)
  }
  return [...first.values()]
}

function settingsFrom(values: z.infer<typeof settingsSchema>): Settings {
  const { DATABASE_URL: app, DATABASE_SYSTEM_URL: system, DATABASE_OWNER_URL: owner } = values
  return {
    mode: values.LAB_MODE,
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL ?? localUrl(values.HOST, values.PORT),
    trustProxy: values.TRUST_PROXY,
    database: app && system && owner ? { app, system, owner } : undefined,
    dataFolder: values.DATA_FOLDER,
    rootFolder: values.ROOT_FOLDER ?? resolve(values.DATA_FOLDER, 'chain-roots'),
    keyFolder: values.KEY_FOLDER ?? resolve(values.DATA_FOLDER, 'keys'),
    masterKey: values.MASTER_KEY,
    masterKeyAlso: values.MASTER_KEY_ALSO,
    citizenSignIn: registeredIssuer(values.CITIZEN_ISSUER, values.CITIZEN_CLIENT_ID, values.CITIZEN_CLIENT_SECRET),
    citizenAcr: values.CITIZEN_ACR,
    staffSignIn: registeredIssuer(values.STAFF_ISSUER, values.STAFF_CLIENT_ID, values.STAFF_CLIENT_SECRET),
    smsGateway:
      values.SMS_GATEWAY_URL && values.SMS_GATEWAY_TOKEN
        ? { url: values.SMS_GATEWAY_URL, token: values.SMS_GATEWAY_TOKEN }
        : undefined,
    sessionMinutes: values.SESSION_MINUTES,
    logLevel: values.LOG_LEVEL,
  }
}

/**
 * localhost and not 127.0.0.1: cookies belong to one name, so there must be one; localhost is the name people type, the one every
 * browser counts as a secure context, and the only one of the two that passkeys accept. The server listens on 127.0.0.1 all the same:
 * browsers that first try ::1 fall back at once. A request by any other name is sent on to this one.
 */
function localUrl(host: string, port: number): string {
  const reachedAsLocalhost = ['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::'].includes(host)
  const name = reachedAsLocalhost ? 'localhost' : isIP(host) === 6 ? `[${host}]` : host
  return `http://${name}:${port}`
}

/** What is wrong with settings that are right one by one. */
function wrongTogether(given: Record<string, string | undefined>): string[] {
  const production = given['LAB_MODE'] === 'production'
  return [
    ...allOrNone(
      given,
      ['DATABASE_URL', 'DATABASE_SYSTEM_URL', 'DATABASE_OWNER_URL'],
      production,
      'Production does not run on the embedded PostgreSQL.',
    ),
    ...differentRoles(given),
    ...signInWrong(given, 'CITIZEN', production),
    ...signInWrong(given, 'STAFF', production),
    ...allOrNone(given, ['SMS_GATEWAY_URL', 'SMS_GATEWAY_TOKEN'], false, ''),
    ...(production ? wrongInProduction(given) : []),
  ]
}

function wrongInProduction(given: Record<string, string | undefined>): string[] {
  const wrong: string[] = []
  if (!given['MASTER_KEY'])
    wrong.push('MASTER_KEY is missing. Production has no demo key: `openssl rand -base64 32` makes one; keep it safe.')
  if (!given['PUBLIC_URL']) wrong.push('PUBLIC_URL is missing: the https address people use in their browser.')
  else if (!isHttps(given['PUBLIC_URL']))
    wrong.push('PUBLIC_URL must begin with https:// in production, on this machine too.')
  return wrong
}

function signInWrong(
  given: Record<string, string | undefined>,
  who: 'CITIZEN' | 'STAFF',
  production: boolean,
): string[] {
  const names = [`${who}_ISSUER`, `${who}_CLIENT_ID`, `${who}_CLIENT_SECRET`] as const
  const wrong = allOrNone(given, names, production, 'Production has no demo sign-in.')
  const issuer = given[names[0]]
  if (!production || !issuer) return wrong
  if (!isHttps(issuer)) wrong.push(`${names[0]} must begin with https:// in production.`)
  const publicUrl = given['PUBLIC_URL']
  if (
    publicUrl &&
    URL.canParse(issuer) &&
    URL.canParse(publicUrl) &&
    new URL(issuer).host === new URL(publicUrl).host
  ) {
    wrong.push(`${names[0]} points at this server itself: that is the demo sign-in, which production refuses.`)
  }
  return wrong
}

function allOrNone(
  given: Record<string, string | undefined>,
  names: readonly string[],
  needed: boolean,
  why: string,
): string[] {
  const missing = names.filter((name) => !given[name])
  if (missing.length === 0 || (missing.length === names.length && !needed)) return []
  return [
    `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing. ${needed ? why : `${names.join(', ')} are set together or not at all.`}`,
  ]
}

/** One role for everything would make every lock in the database pointless. */
function differentRoles(given: Record<string, string | undefined>): string[] {
  const urls = [given['DATABASE_URL'], given['DATABASE_SYSTEM_URL'], given['DATABASE_OWNER_URL']]
  const roles = urls.flatMap((url) => (url && URL.canParse(url) ? [new URL(url).username] : []))
  return new Set(roles).size === roles.length
    ? []
    : ['DATABASE_URL, DATABASE_SYSTEM_URL and DATABASE_OWNER_URL must each sign in as a role of their own.']
}

function registeredIssuer(
  issuer: string | undefined,
  clientId: string | undefined,
  clientSecret: string | undefined,
): RegisteredIssuer | undefined {
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : undefined
}

function signInSettings<Who extends 'CITIZEN' | 'STAFF'>(who: Who, people: string) {
  const extra = { whenNotSet: 'the demo’s own sign-in', inProduction: 'required' }
  return {
    [`${who}_ISSUER`]: z
      .url({ protocol: /^https?$/, error: 'must be the address of an OpenID Connect issuer.' })
      .optional()
      .describe(`The OpenID Connect issuer for ${people}.`)
      .meta(extra),
    [`${who}_CLIENT_ID`]: z.string().optional().describe('What this server is called there.').meta(extra),
    [`${who}_CLIENT_SECRET`]: z.string().optional().describe('The secret agreed with it.').meta(extra),
  } as Record<`${Who}_ISSUER` | `${Who}_CLIENT_ID` | `${Who}_CLIENT_SECRET`, z.ZodOptional<z.ZodString>>
}

function masterKey() {
  return z
    .base64('must be 32 random bytes in base64. `openssl rand -base64 32` makes one.')
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((key) => key.length === keyBytes, 'must be 32 random bytes in base64. `openssl rand -base64 32` makes one.')
    .refine((key) => new Set(key).size > 8, 'is not random. `openssl rand -base64 32` makes one that is.')
    .optional()
}

function databaseUrl() {
  return z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'must be an address such as postgresql://role:password@host:5432/database.',
    })
    .optional()
    .meta({ whenNotSet: 'the embedded PostgreSQL', inProduction: 'required' })
}

function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}.`
  return z
    .string()
    .regex(/^\d{1,9}$/, error)
    .transform(Number)
    .refine((number) => number >= least && number <= most, error)
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  if (namedNetworks.includes(text)) return true
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return more.length === 0 && most > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
}

function isHttps(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:'
}
