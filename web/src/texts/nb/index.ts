import { areas } from './areas.ts'
import { everywhere } from './everywhere.ts'
import { dates } from './dates.ts'
import { errors } from './errors.ts'
import { home } from './home.ts'
import { refusals } from './refusals.ts'
import { session } from './session.ts'
import { shell } from './shell.ts'
import { signIn } from './sign-in.ts'
import { stop } from './stop.ts'

/** Bokmål, one file a subject: what the first page needs. */
export const nb = { areas, everywhere, dates, errors, home, refusals, session, shell, signIn, stop } as const

/** What comes with the page it belongs to. */
export const nbLater = {
  agreement: () => import('./agreement.ts').then((texts) => texts.agreement),
  commandRefusals: () => import('./command-refusals.ts').then((texts) => texts.commandRefusals),
  cloth: () => import('./cloth.ts').then((texts) => texts.cloth),
  consent: () => import('./consent.ts').then((texts) => texts.consent),
  door: () => import('./door.ts').then((texts) => texts.door),
  families: () => import('./families.ts').then((texts) => texts.families),
  overview: () => import('./overview.ts').then((texts) => texts.overview),
  promises: () => import('./promises.ts').then((texts) => texts.promises),
  referral: () => import('./referral.ts').then((texts) => texts.referral),
  signing: () => import('./signing.ts').then((texts) => texts.signing),
  start: () => import('./start.ts').then((texts) => texts.start),
  wellbeing: () => import('./wellbeing.ts').then((texts) => texts.wellbeing),
  phase: () => import('./phase.ts').then((texts) => texts.phase),
  workHome: () => import('./work-home.ts').then((texts) => texts.workHome),
  homeLater: () => import('./home-later.ts').then((texts) => texts.homeLater),
  journey: () => import('./journey.ts').then((texts) => texts.journey),
  plan: () => import('./plan.ts').then((texts) => texts.plan),
  deciding: () => import('./deciding.ts').then((texts) => texts.deciding),
  account: () => import('./account.ts').then((texts) => texts.account),
  administration: () => import('./administration.ts').then((texts) => texts.administration),
  aboutMe: () => import('./about-me.ts').then((texts) => texts.aboutMe),
  privacy: () => import('./privacy.ts').then((texts) => texts.privacy),
  consentRecord: () => import('./consent-record.ts').then((texts) => texts.consentRecord),
  meeting: () => import('./meeting.ts').then((texts) => texts.meeting),
  trace: () => import('./trace.ts').then((texts) => texts.trace),
  retention: () => import('./retention.ts').then((texts) => texts.retention),
  looked: () => import('./looked.ts').then((texts) => texts.looked),
  law: () => import('./law.ts').then((texts) => texts.law),
  people: () => import('./people.ts').then((texts) => texts.people),
  task: () => import('./task.ts').then((texts) => texts.task),
  soleConsent: () => import('./sole-consent.ts').then((texts) => texts.soleConsent),
  seenBy: () => import('./seen-by.ts').then((texts) => texts.seenBy),
  selfReferral: () => import('./self-referral.ts').then((texts) => texts.selfReferral),
  share: () => import('./share.ts').then((texts) => texts.share),
  breakGlass: () => import('./break-glass.ts').then((texts) => texts.breakGlass),
  confirm: () => import('./confirm.ts').then((texts) => texts.confirm),
  childrenRules: () => import('./children-rules.ts').then((texts) => texts.childrenRules),
} as const
