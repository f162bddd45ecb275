import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

interface ErrorStateProps {
  icon?: IconName
  title: string
  heading?: 'h1' | 'h2'
  /** What happened, what was kept, what to do: each a term and its words. */
  facts: readonly { term: string; words: string }[]
  actions: ReactNode
}

/** Something failed. Always three things: what happened, what was kept, what to do now. */
export function ErrorState({ icon = 'bell', title, heading: Heading = 'h2', facts, actions }: ErrorStateProps) {
  return (
    <div className="state" role="alert">
      <span className="state__round">
        <Icon name={icon} />
      </span>
      <Heading className="state__title">{title}</Heading>
      <dl>
        {facts.map(({ term, words }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <div className="row">{actions}</div>
    </div>
  )
}
