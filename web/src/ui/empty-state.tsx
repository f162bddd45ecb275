import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

/** Nothing here yet: says what will come, and one thing to do. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon: IconName
  title: string
  children: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="state">
      <span className="state__round">
        <Icon name={icon} />
      </span>
      <p className="state__title">{title}</p>
      <p>{children}</p>
      {action}
    </div>
  )
}
