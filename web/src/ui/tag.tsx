import { Tag as DsTag } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

/** plain; ok: kept, decided; need: needs somebody, ends soon; late; new since last time. */
export type TagLook = 'plain' | 'ok' | 'need' | 'late' | 'new'

const color = { plain: 'neutral', ok: 'success', need: 'warning', late: 'danger', new: 'info' } as const

export function Tag({ look = 'plain', icon, children }: { look?: TagLook; icon?: IconName; children: ReactNode }) {
  return (
    <DsTag className="tag" data-color={color[look]}>
      {icon && <Icon name={icon} small />}
      {children}
    </DsTag>
  )
}
