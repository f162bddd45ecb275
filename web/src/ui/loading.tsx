import { useEffect, useState } from 'react'

/** True when a wait has lasted a second: before that nothing is said, the place is only kept. */
export function useAfterOneSecond(): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 1000)
    return () => clearTimeout(timer)
  }, [])
  return late
}

/** Keeps the place while something is fetched, and says what is fetched when it takes more than a second. */
export function Loading({ what }: { what: string }) {
  const late = useAfterOneSecond()
  return (
    <div className="state" role="status" aria-busy="true">
      {late && (
        <>
          <p>{what}</p>
          <ul className="ghosts" aria-hidden="true">
            <li />
            <li />
            <li />
          </ul>
        </>
      )}
    </div>
  )
}
