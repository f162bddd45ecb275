import type { Fault } from '../plant.ts'

/** Who may know where somebody is. */
export const peopleFaults: readonly Fault[] = [
  {
    name: 'keeper-for-good',
    says: 'who is no longer named still knows where a protected family can be found',
    places: ['function my_whereabouts'],
    was: 'and a.person_id = me and a.ended_at is null',
    becomes: 'and a.person_id = me',
  },
  {
    name: 'protected-from-tomorrow',
    says: 'a protection counts a day late',
    places: ['view protected_now'],
    was: 'valid_from <= lab.today()',
    becomes: 'valid_from < lab.today()',
  },
  {
    name: 'contact-for-those-at-home',
    says: 'others at home read how one of them asked to be reached about her referral',
    places: ['function my_whereabouts'],
    was: "not (w.of = 'the door' and k.way in ('member', 'guardian')) and",
    becomes: '',
  },
  {
    name: 'address-for-the-team',
    says: 'everybody with a seat reads where somebody lives',
    places: ['function my_whereabouts'],
    was: "else k.way in ('member', 'guardian', 'leader') end",
    becomes: "else k.way in ('member', 'guardian', 'leader', 'seat') end",
  },
]
