/** What must come down with this Node process. */
type Companion = {
  /** The orderly way: waits. */
  stop(): Promise<void>
  /** At the very end of a process nothing can be waited for: only asks. */
  askToStop(): void
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const companions = new Set<Companion>()

/** @returns the way to let it go */
export function endWithThisProcess(companion: Companion): () => void {
  if (companions.size === 0) {
    process.on('exit', onExit)
    for (const signal of signals) process.on(signal, onSignal)
  }
  companions.add(companion)
  return () => {
    companions.delete(companion)
    if (companions.size > 0) return
    process.off('exit', onExit)
    for (const signal of signals) process.off(signal, onSignal)
  }
}

function onExit(): void {
  for (const companion of companions) companion.askToStop()
}

function onSignal(signal: NodeJS.Signals): void {
  // A server with its own way of ending calls stop() when its work is done; only where nobody else listens we end the process.
  if (process.listenerCount(signal) > 1) return
  void Promise.allSettled([...companions].map((companion) => companion.stop())).then(() =>
    process.kill(process.pid, signal),
  )
}
