import { rotateKeys } from '@velferdslab/db/rotate-keys'
import { operate } from './operate.ts'

/**
 * npm run keys:rotate: while the server goes on with MASTER_KEY (seals) and MASTER_KEY_ALSO (opens too), brings the key ring and the identity numbers under
 * MASTER_KEY. docs/operate says in which order.
 */
await operate(async ({ system, ring, settings }) => {
  if (!settings.masterKeyAlso) throw new Error('MASTER_KEY_ALSO is not set: there is no other key to come from.')
  const { files, identities } = await rotateKeys(system, ring)
  console.log(`${files.rewrapped} key files and ${identities.rewrapped} identity numbers were sealed under MASTER_KEY.`)
  console.log(
    `${files.already} and ${identities.already} were so already. ` +
      (files.rewrapped + identities.rewrapped === 0
        ? 'MASTER_KEY_ALSO can go.'
        : 'Run it once more, when every server process has the same settings; when it finds nothing, MASTER_KEY_ALSO can go.'),
  )
})
