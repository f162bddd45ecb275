import { Input } from '@digdir/designsystemet-react'
import type { ChangeEventHandler, ReactNode, Ref } from 'react'

interface TickTileProps {
  type: 'checkbox' | 'radio'
  name: string
  value: string
  checked: boolean
  onChange: ChangeEventHandler<HTMLInputElement>
  disabled?: boolean
  className?: string
  describedBy?: string | undefined
  ref?: Ref<HTMLInputElement>
  children: ReactNode
}

/** A large thing to tick: the design system's own box, with the whole tile as its label. */
export function TickTile({
  type,
  name,
  value,
  checked,
  onChange,
  disabled,
  className,
  describedBy,
  ref,
  children,
}: TickTileProps) {
  return (
    <label className={className ? `tile ${className}` : 'tile'}>
      <Input
        type={type}
        name={name}
        value={value}
        checked={checked}
        onChange={onChange}
        {...(disabled ? { disabled } : {})}
        {...(describedBy ? { 'aria-describedby': describedBy } : {})}
        {...(ref ? { ref } : {})}
      />
      {children}
    </label>
  )
}
