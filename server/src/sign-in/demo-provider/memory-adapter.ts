import type { Adapter, AdapterPayload } from 'oidc-provider'

/** What falls with a grant. An interaction names its grant too, but must live on while somebody changes who they are. */
const ofGrant = /^(AccessToken|AuthorizationCode) /

interface Kept {
  payload: AdapterPayload
  until: number
}

/**
 * What the demo provider remembers: in memory, until it ends or until there are too many, the oldest first. Losing an entry
 * costs a demo visitor a new sign-in, nothing else. One store for both issuers' models, so that one bound holds for all.
 */
export function makeMemoryAdapter(most = 20_000): (model: string) => Adapter {
  const store = new Map<string, Kept>()

  function keep(key: string, payload: AdapterPayload, seconds: number | undefined): void {
    store.delete(key)
    store.set(key, { payload, until: Date.now() + (seconds ?? 3600) * 1000 })
    for (const [old, { until }] of store) {
      if (store.size <= most && until > Date.now()) break
      store.delete(old)
    }
  }

  function find(key: string): AdapterPayload | undefined {
    const kept = store.get(key)
    if (!kept) return undefined
    if (kept.until > Date.now()) return kept.payload
    store.delete(key)
    return undefined
  }

  return (model) => ({
    async upsert(id, payload, seconds) {
      keep(`${model} ${id}`, payload, seconds)
      if (payload.uid && model === 'Session') keep(`uid ${payload.uid}`, { jti: id }, seconds)
    },
    async find(id) {
      return find(`${model} ${id}`)
    },
    async findByUid(uid) {
      const id = find(`uid ${uid}`)?.jti
      return id === undefined ? undefined : find(`${model} ${id}`)
    },
    async findByUserCode() {
      return undefined
    },
    async consume(id) {
      const payload = find(`${model} ${id}`)
      if (payload) payload.consumed = Math.floor(Date.now() / 1000)
    },
    async destroy(id) {
      store.delete(`${model} ${id}`)
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of store) if (payload.grantId === grantId && ofGrant.test(key)) store.delete(key)
    },
  })
}
