import { useEffect, useState } from 'react'
import { takeTicket } from '../../meeting-api.ts'

const shelf = 'table-ticket'

/**
 * The code from the screen is good for half a minute; it is changed at once into a ticket that lets somebody write their name, or sign in and come
 * back to this page. It stays in this window, and the code leaves the address. Who photographs the next code in the same window takes that.
 */
export function useTicket() {
  const [ticket, setTicket] = useState(() => sessionStorage.getItem(shelf))
  const [isTaking, setTaking] = useState(() => location.hash.length > 1)
  const [isOld, setOld] = useState(false)
  useEffect(() => {
    const take = () => {
      const code = location.hash.slice(1)
      if (!code) return
      history.replaceState(history.state, '', location.pathname)
      setTaking(true)
      takeTicket(code)
        .then(({ ticket: taken }) => {
          sessionStorage.setItem(shelf, taken)
          setTicket(taken)
        })
        .catch(() => setOld(true))
        .finally(() => setTaking(false))
    }
    take()
    addEventListener('hashchange', take)
    return () => removeEventListener('hashchange', take)
  }, [])
  const forget = () => {
    sessionStorage.removeItem(shelf)
    setTicket(null)
  }
  return { ticket, isTaking, isOld, forget }
}
