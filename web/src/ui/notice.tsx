import { Alert } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

interface NoticeProps {
  icon: IconName
  look?: 'calm' | 'need'
  /** status: said politely when it appears; alert: said at once; without: stands there from the start. */
  role?: 'status' | 'alert' | undefined
  children: ReactNode
}

/** A calm explanation inside a page. */
export function Notice({ icon, look = 'calm', role, children }: NoticeProps) {
  return (
    <Alert
      data-color={look === 'need' ? 'warning' : 'success'}
      className={`info${look === 'need' ? ' info--need' : ''}`}
      {...(role ? { role } : {})}
    >
      <Icon name={icon} />
      <div>{children}</div>
    </Alert>
  )
}
