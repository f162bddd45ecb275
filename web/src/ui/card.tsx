import { Card as DsCard } from '@digdir/designsystemet-react'
import { useId, type ReactNode } from 'react'

interface CardProps {
  title?: ReactNode
  /** Hide the title from the eye where the page already says it; it is still read aloud. */
  titleHidden?: boolean
  /** A card without a title of its own inside another section. */
  flat?: boolean
  className?: string
  children: ReactNode
}

/** A section of a page on paper, with its heading. */
export function Card({ title, titleHidden = false, flat = false, className, children }: CardProps) {
  const id = useId()
  const names = ['card', flat && 'card--flat', className].filter(Boolean).join(' ')
  if (title === undefined) return <DsCard className={names}>{children}</DsCard>
  return (
    <DsCard asChild className={names}>
      <section aria-labelledby={id}>
        <h2 id={id} className={titleHidden ? 'hidden' : 'card__title'}>
          {title}
        </h2>
        {children}
      </section>
    </DsCard>
  )
}
