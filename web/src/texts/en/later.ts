/** English texts that come with the page they belong to. */
export const enLater = {
  agreement: () => import('./agreement.ts').then((texts) => texts.agreement),
  cloth: () => import('./cloth.ts').then((texts) => texts.cloth),
  consent: () => import('./consent.ts').then((texts) => texts.consent),
  door: () => import('./door.ts').then((texts) => texts.door),
  families: () => import('./families.ts').then((texts) => texts.families),
  overview: () => import('./overview.ts').then((texts) => texts.overview),
  journey: () => import('./journey.ts').then((texts) => texts.journey),
  referral: () => import('./referral.ts').then((texts) => texts.referral),
  wellbeing: () => import('./wellbeing.ts').then((texts) => texts.wellbeing),
  meeting: () => import('./meeting.ts').then((texts) => texts.meeting),
  start: () => import('./start.ts').then((texts) => texts.start),
  promises: () => import('./promises.ts').then((texts) => texts.promises),
  signing: () => import('./signing.ts').then((texts) => texts.signing),
  plan: () => import('./plan.ts').then((texts) => texts.plan),
  deciding: () => import('./deciding.ts').then((texts) => texts.deciding),
  account: () => import('./account.ts').then((texts) => texts.account),
} as const
