import type { JWK } from 'jose'

/** Two doors: people of the municipality through ID-porten, staff through the municipality's own directory. */
export type IssuerName = 'citizen' | 'staff'
export const issuerNames: readonly IssuerName[] = ['citizen', 'staff']

/** What sign-in needs to keep: the sessions. Implemented over PostgreSQL; the token itself is never stored there, only its hash. */
export interface Sessions {
  /** undefined when no person of the municipality has this identity. `subject` is used for this one look-up and then forgotten. */
  open(input: {
    issuer: IssuerName
    subject: string
    acr: string
    providerSession?: string
    /** A code from a message: for somebody who is known by name only. */
    invitation?: string
  }): Promise<{ token: string; expiresAt: Date } | undefined>
  /** Ends this session, in every process and on every socket. */
  end(token: string): Promise<void>
  /** Ends every session that was opened from this session at the provider. Unknown ones are no fault. */
  endByProviderSession(issuer: IssuerName, providerSession: string): Promise<void>
  /**
   * True the first time this logout token is seen before `until`, false afterwards. Without it each process remembers for itself,
   * which is enough for one process.
   */
  rememberLogoutToken?(input: { issuer: IssuerName; jti: string; until: Date }): Promise<boolean>
}

/** Somebody of the demo municipality whom one can be. For a citizen `subject` is a synthetic identity number. */
export interface DemoPerson {
  issuer: IssuerName
  subject: string
  /** Short slug: 'amina', 'solveig'. One persona is one person at one issuer. */
  persona: string
  name: string
  description: string
}

/** One registration at an OpenID provider. */
export interface IssuerSettings {
  issuer: string
  clientId: string
  /** private_key_jwt, which ID-porten asks for. A private JWK with `alg`, and with the `kid` registered at the provider. */
  clientKey?: JWK
  /** Only where the provider cannot take a key. */
  clientSecret?: string
  /** Which claim says who it is. Default: `pid` for citizens, `sub` for staff. Entra: `oid`. */
  subjectClaim?: 'pid' | 'sub' | 'oid'
  /** Default 'openid'. */
  scope?: string
  /** The one algorithm we accept in tokens of this issuer. Default RS256. */
  tokenAlgorithm?: 'RS256' | 'PS256' | 'ES256'
}

export interface SignInSettings {
  mode: 'demo' | 'production'
  /** The address people use, without a path. Every URL of sign-in is made from it, never from a Host header. */
  publicUrl: string
  municipality: { name: string; phone: string }
  /** The lowest level of assurance a citizen may come with. */
  citizenAcr: string
  /** The web page with the two doors. Default '/sign-in'. It gets ?message=cancelled or ?message=signed-out. */
  signInPage?: string
  /** Required in production. Left out in demo, the demo provider is used. */
  citizen?: IssuerSettings
  staff?: IssuerSettings
}

export interface SignInOptions {
  settings: SignInSettings
  sessions: Sessions
  /** The people of the demo municipality. Production refuses to start with it. */
  demoPeople?: () => Promise<DemoPerson[]>
  /** Called with each token that ended here, so that its sockets close at once. */
  onSessionEnded: (token: string) => void
  /** 32 bytes that seal the login state in its cookie; the same in every process. */
  sessionsKey: Buffer
}
