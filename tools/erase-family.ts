import { familyId } from '@velferdslab/core/ids'
import { eraseFamily } from '@velferdslab/db/erase'
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
  await eraseFamily(system, ring, family.data)
  console.log('Nøkkelen til familien er ødelagt.')
})
