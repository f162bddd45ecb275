import { useState } from 'react'

/** The secret of the link, out of the address at once: nobody who borrows the phone finds it in the history. It is sent when somebody presses, not before. */
export function useCode() {
  const [code, setCode] = useState(() => {
    const found = location.hash.slice(1)
    if (found) history.replaceState(history.state, '', location.pathname)
    return found === '' ? null : found
  })
  const forget = () => setCode(null)
  return { code, forget }
}
