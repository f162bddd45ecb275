import { familyId } from '@velferdslab/core/ids'
import { eraseFamily, FamilyHeld } from '@velferdslab/db/erase'
import { operate } from './operate.ts'

/** npm run erase-family -- FAMILY_ID --yes: its words can never be opened again. */
await operate(async ({ system, ring }) => {
  const [id, sure] = process.argv.slice(2)
  const family = familyId.safeParse(id)
  if (!family.success || sure !== '--yes') {
    console.error('Bruk: npm run erase-family -- FAMILIE-ID --yes. Ordene til familien kan aldri åpnes igjen.')
    process.exitCode = 2
    return
  }
  try {
    await eraseFamily(system, ring, family.data)
  } catch (error) {
    if (!(error instanceof FamilyHeld)) throw error
    const { since, because } = error.hold
    console.error(
      `Familien er holdt igjen siden ${since} (${because ?? 'hvorfor, vet personvernombudet'}). Ingenting er slettet. Personvernombudet kan oppheve det.`,
    )
    process.exitCode = 1
    return
  }
  console.log('Nøkkelen til familien er ødelagt.')
})
