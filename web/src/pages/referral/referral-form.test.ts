import type { CommandId, ReferralId } from '@velferdslab/core/ids'
import { describe, expect, test } from 'vitest'
import { emptyForm, gapNames, gapsOf, referralOf, type ReferralForm } from './referral-form.ts'

const whole: ReferralForm = {
  ...emptyForm,
  hasYes: true,
  how: 'spoken',
  on: '2026-11-20',
  name: ' Leila Haddad ',
  born: '1997-03-14',
  relation: 'mother',
  hopes: 'At Amir får barnehageplass.',
  reach: 'sms',
  contact: ' 400 00 111 ',
}

describe('the form', () => {
  test('names everything that is missing, in the order of the page; but no contact before it is known how', () => {
    expect(gapsOf(emptyForm)).toEqual(gapNames.filter((gap) => gap !== 'missingContact'))
  })

  test('wants somewhere to reach somebody, unless it goes by the one who refers', () => {
    expect(gapsOf({ ...whole, contact: ' ' })).toEqual(['missingContact'])
    expect(gapsOf({ ...whole, reach: 'sender', contact: '' })).toEqual([])
  })

  test('is sent without the spaces around it, and without a contact that was written before the mind changed', () => {
    const ids = { commandId: 'c' as CommandId, referralId: 'r' as ReferralId }
    expect(referralOf(whole, ids, null)).toMatchObject({ name: 'Leila Haddad', contact: '400 00 111' })
    expect(referralOf({ ...whole, reach: 'sender' }, ids, null)).toMatchObject({ contact: null })
  })
})
