import { asOthersFaults } from './faults/as-others.ts'
import { codeFaults } from './faults/code.ts'
import { consentFaults } from './faults/consent.ts'
import { doorFaults } from './faults/door.ts'
import { glassFaults } from './faults/glass.ts'
import { guardianFaults } from './faults/guardian.ts'
import { lawFaults } from './faults/law.ts'
import { linkFaults } from './faults/link.ts'
import { noteFaults } from './faults/note.ts'
import { peopleFaults } from './faults/people.ts'
import { ruleRegisterFaults } from './faults/rule-registers.ts'
import { shareFaults } from './faults/share.ts'
import { sightFaults } from './faults/sight.ts'
import { traceFaults } from './faults/trace.ts'
import type { Fault } from './plant.ts'

/** Ways in which the rule could be wrong by one condition. `npm run access:check -- --faults` must find every one. */
export const listedFaults: readonly Fault[] = [
  ...sightFaults,
  ...peopleFaults,
  ...noteFaults,
  ...traceFaults,
  ...lawFaults,
  ...consentFaults,
  ...linkFaults,
  ...asOthersFaults,
  ...glassFaults,
  ...doorFaults,
  ...ruleRegisterFaults,
  ...shareFaults,
  ...guardianFaults,
  ...codeFaults,
]
