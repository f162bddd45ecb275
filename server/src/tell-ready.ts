import { people } from '@velferdslab/db/seed/fjordvik-people'
import { dayInOslo } from '@velferdslab/core/dates'
import type { Settings } from './settings.ts'

/** Prints where the lab is and who can sign in: the last thing a newcomer sees in the terminal. */
export function tellReady(settings: Settings, state: { seeded: boolean; hasMunicipality: boolean }): void {
  const lines = [``, `Velferdslab: ${settings.publicUrl}`]
  if (settings.mode === 'demo') {
    const signIns = people(dayInOslo(new Date())).filter((person) => person.signsInAs)
    const named = (kind: 'citizen' | 'staff') =>
      signIns
        .filter((person) => person.signsInAs === kind)
        .map((person) => `  ${person.name.padEnd(18)} ${person.about}`)
        .join('\n')
    lines.push(
      state.seeded
        ? 'Demokommunen Fjordvik er lagt inn. Alle personer er oppdiktet.'
        : 'Demokommunen Fjordvik. Alle personer er oppdiktet.',
      '',
      'Logg inn som innbygger:',
      named('citizen'),
      'Logg inn som ansatt:',
      named('staff'),
    )
  } else if (!state.hasMunicipality) {
    lines.push('Ingen kommune er lagt inn ennå. Kjør: npm run first-admin')
  }
  console.log(lines.join('\n') + '\n')
}
