import type { SendReferral } from '@velferdslab/core/commands/referral'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { CommandId, PartyId, ReferralId } from '@velferdslab/core/ids'
import type { Reach, SpokenLanguage } from '@velferdslab/core/referral'

/** What the form holds before it is whole. */
export interface ReferralForm {
  readonly hasYes: boolean | null
  readonly how: SendReferral['yes']['how'] | null
  readonly on: string
  readonly name: string
  readonly born: string
  readonly relation: SendReferral['relation'] | null
  readonly language: SpokenLanguage
  readonly hopes: string
  readonly reach: Reach | null
  readonly contact: string
  readonly question: string
}

/** What either form is handed. `onSent`: the server has it, and nothing of it needs to be kept here any more. */
export interface FormProps {
  readonly form: ReferralForm
  readonly change: (patch: Partial<ReferralForm>) => void
  readonly party: PartyId | null
  readonly onSent: () => void
}

export const emptyForm: ReferralForm = {
  hasYes: null,
  how: null,
  on: '',
  name: '',
  born: '',
  relation: null,
  language: 'nb',
  hopes: '',
  reach: null,
  contact: '',
  question: '',
}

export const gapNames = [
  'missingYesHow',
  'missingYesOn',
  'missingName',
  'missingBorn',
  'missingRelation',
  'missingHopes',
  'missingReach',
  'missingContact',
] as const
export type Gap = (typeof gapNames)[number]

/** What is missing, in the order of the form. Empty when it can be sent. */
export function gapsOf(form: ReferralForm): Gap[] {
  const gaps: Record<Gap, boolean> = {
    missingYesHow: form.how === null,
    missingYesOn: form.on === '',
    missingName: form.name.trim().length < 2,
    missingBorn: form.born === '',
    missingRelation: form.relation === null,
    missingHopes: form.hopes.trim() === '',
    missingReach: form.reach === null,
    missingContact: needsContact(form.reach) && form.contact.trim() === '',
  }
  return gapNames.filter((gap) => gaps[gap])
}

export function needsContact(reach: Reach | null): boolean {
  return reach === 'sms' || reach === 'call' || reach === 'letter'
}

/** The form as it is sent. Only for a form without gaps. */
export function referralOf(
  form: ReferralForm,
  ids: { commandId: CommandId; referralId: ReferralId },
  partyId: PartyId | null,
): SendReferral {
  return {
    ...ids,
    partyId,
    name: form.name.trim(),
    born: form.born as CalendarDay,
    relation: form.relation as SendReferral['relation'],
    language: form.language,
    reach: form.reach as Reach,
    contact: needsContact(form.reach) ? form.contact.trim() : null,
    hopes: form.hopes.trim(),
    yes: { how: form.how as SendReferral['yes']['how'], on: form.on as CalendarDay },
  }
}
