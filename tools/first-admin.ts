import { findOnlyMunicipality, makeFirstAdmin } from '@velferdslab/db/sessions'
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { operate } from './operate.ts'

/**
 * npm run first-admin -- --municipality "Fjordvik kommune" --slug fjordvik --phone "55 00 00 00" --name "Ola Nordmann" --subject SUBJECT
 * Makes an empty municipality and its one administrator. SUBJECT is what the staff's identity provider calls that person.
 */
const { values } = parseArgs({
  options: {
    municipality: { type: 'string' },
    slug: { type: 'string' },
    phone: { type: 'string' },
    name: { type: 'string' },
    subject: { type: 'string' },
  },
})

await operate(async ({ system, ring }) => {
  const { municipality, slug, phone, name, subject } = values
  if (!municipality || !slug || !phone || !name || !subject) {
    console.error(
      'Bruk: npm run first-admin -- --municipality "Navn kommune" --slug navn --phone "55 00 00 00" --name "Navn" --subject "ID hos innloggingen for ansatte"',
    )
    process.exitCode = 2
    return
  }
  if (await findOnlyMunicipality(system)) {
    console.error('Det finnes allerede en kommune her. Administratoren der legger inn flere.')
    process.exitCode = 1
    return
  }
  await makeFirstAdmin(system, ring, { slug, name: municipality, phone, adminName: name, subject }, randomUUID)
  console.log(`${municipality} er lagt inn. ${name} er administrator og kan logge inn som ansatt.`)
})
