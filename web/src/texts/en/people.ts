import type { people as nb } from '../nb/people.ts'
import { like } from '../same-words.ts'

export const people = like<typeof nb>()({
  sameTitle: 'Is this the same person?',
  sameText: 'Two names are alike. Nothing is joined before you answer. The others are not told that you were asked.',
  sameReferred: 'Referred {{near}}',
  sameTold: 'Told of {{near}}',
  sameHere: 'Already here',
  sameBorn: 'Born {{day}}',
  sameFamily: 'The {{name}} family',
  sameFamilyLed: 'The {{name}} family. {{leader}} leads.',
  same_day: 'The names are alike, and the date of birth is the same.',
  near_day: 'The names are alike, and the dates of birth are nearly the same. One of them may be written wrong.',
  other_day: 'The names are the same, but the dates of birth differ.',
  sameYes: 'Same person',
  sameNo: 'Somebody else',
  sameSure: 'Is it {{name}}?',
  sameThenReferral:
    'Then it is one case. The referral moves to the family that is already here. Those who referred still only see that it was received.',
  sameThenMember:
    'Then the person belongs to both families. Everyone with parental responsibility must say yes before anybody reads.',
  sameCheck: 'If in doubt, call first. The answer cannot be undone here.',
  sameDo: 'Yes, it is the same person',
  sameWait: 'Answer later',
  sameJoined: '{{name}} is one person here now.',
  sameApart: '{{name}} is somebody else. You will not be asked about it again.',

  findTitle: 'Find a person',
  findName: 'Name',
  findHelp: 'You can write Aa for Å, o for ø, and leave out accents.',
  findMissing: 'Write at least two letters.',
  findDo: 'Search',
  findNobody: 'No match. You only find those you may open.',
  findFamily: 'The {{name}} family',
  findAtDoor: 'The {{name}} family, at the door',
})
