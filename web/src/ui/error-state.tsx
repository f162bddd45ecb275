import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

interface ErrorStateProps {
  icon?: IconName
  title: string
  /** What happened, what was kept, what to do: each a term and its words. */
  facts: readonly { term: string; words: string }[]
  actions: ReactNode
}

/** Something failed. Always three things: what happened, what was kept, what to do now. */
export function ErrorState({ icon = 'bell', title, facts, actions }: ErrorStateProps) {
  return (
    <div className="state" role="alert">
      <span className="state__round">
        <Icon name={icon} />
      </span>
      <p className="state__title">{title}</p>
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
