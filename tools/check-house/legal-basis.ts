import { isTest, type Finding, type Rule } from './house.ts'

const maySpeakOfIt = /^(?:db\/src\/(?:statute-defaults|law-tables)\.ts|db\/migrations\/\d+_a_law\.sql)$/

/** Legal basis and the release from confidentiality are two tables, and no code path uses one as the other (REQ-07). */
export const basisOpensNothing: Rule = {
  says: 'what the municipality processes on (legal_basis) is read by no rule, query or page about who may see',
  why: 'A legal basis for processing is no yes from a family, and a yes is no legal basis: used for one another, a family would be read without its consent, or processed by a consent it cannot freely give (REQ-07).',
  mend: 'Ask lab.my_cells() for what may be seen. To show the legal bases, make a page that shows them and nothing else, and name its file here.',
  look(house) {
    return house.files
      .filter((path) => /^(?:core|db|server|web)\/.+\.(?:ts|tsx|sql)$/.test(path) && !isTest(path))
      .filter((path) => !maySpeakOfIt.test(path) && /legal_basis|legalBas[ie]s/i.test(house.read(path)))
      .map((path): Finding => ({ where: path, what: 'speaks of legal_basis' }))
  },
}
