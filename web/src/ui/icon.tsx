import sprite from '../theme/icons.svg?no-inline'

/** Line icons of the theme. Never a meaning alone: there are always words beside. */
export type IconName =
  | 'aloud'
  | 'bell'
  | 'body'
  | 'calendar'
  | 'camera'
  | 'chat'
  | 'check'
  | 'clock'
  | 'close'
  | 'copy'
  | 'down'
  | 'draw'
  | 'economy'
  | 'exit'
  | 'eye'
  | 'eye-off'
  | 'family'
  | 'friends'
  | 'goal'
  | 'home'
  | 'housing'
  | 'law'
  | 'left'
  | 'leisure'
  | 'lock'
  | 'mail'
  | 'menu'
  | 'mind'
  | 'offline'
  | 'pause'
  | 'pen'
  | 'person'
  | 'phone'
  | 'plus'
  | 'public'
  | 'right'
  | 'scale'
  | 'school'
  | 'screen'
  | 'star'
  | 'stop'
  | 'substance'
  | 'think'
  | 'undo'
  | 'voluntarism'
  | 'work'

export type ShapeName = 'circle' | 'square' | 'pentagon' | 'hexagon' | 'diamond' | 'octagon' | 'shield' | 'drop'

const turning = new Set<IconName>(['right', 'left', 'exit', 'undo'])

export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  const className = `ic${small ? ' ic--s' : ''}${turning.has(name) ? ' ic--turns' : ''}`
  return (
    <svg className={className} aria-hidden="true">
      <use href={`${sprite}#i-${name}`} />
    </svg>
  )
}

export function Shape({ name }: { name: ShapeName }) {
  return (
    <svg aria-hidden="true">
      <use href={`${sprite}#sh-${name}`} />
    </svg>
  )
}

/** The mark and the name of the product; says where it leads through its link's own words. */
export function Wordmark({ label }: { label: string }) {
  return (
    <svg role="img" aria-label={label}>
      <use href={`${sprite}#wordmark`} />
    </svg>
  )
}
