import { routesActAsPeople } from './check-house/as-system-alone.ts'
import { documentsExist, linksLead } from './check-house/documents.ts'
import type { Rule } from './check-house/house.ts'
import {
  filesAreKebabCase,
  filesAreSmall,
  noDrawerFiles,
  onlyTheLogSpeaks,
  subjectsHaveOneName,
} from './check-house/names-and-sizes.ts'
import { basisOpensNothing } from './check-house/legal-basis.ts'
import { identityNumbersAreInvented, noMachinePaths } from './check-house/nothing-private.ts'
import { licencesFit, lockfileNamesNoRegistry, packagesAreOurs } from './check-house/packages.ts'
import { coreIsPure } from './check-house/pure-core.ts'
import { coreStandsOnLittle, roomsPointOneWay, testHelpersStayInTests } from './check-house/rooms.ts'
import { eventsAreInTheVocabulary } from './check-house/vocabulary.ts'

/**
 * The rules of the house that can be checked by reading it. `npm test` runs them (check-house.test.ts), and with them the rules about
 * the doors of the API (check-house/doors.ts) and about the locks of the database (check-house.pg.test.ts).
 */
export const rules: readonly Rule[] = [
  roomsPointOneWay,
  coreStandsOnLittle,
  coreIsPure,
  routesActAsPeople,
  testHelpersStayInTests,
  eventsAreInTheVocabulary,
  basisOpensNothing,
  subjectsHaveOneName,
  noDrawerFiles,
  filesAreSmall,
  filesAreKebabCase,
  onlyTheLogSpeaks,
  identityNumbersAreInvented,
  noMachinePaths,
  documentsExist,
  linksLead,
  licencesFit,
  packagesAreOurs,
  lockfileNamesNoRegistry,
]
