import { Dialog as DsDialog } from '@digdir/designsystemet-react'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Button } from './button.tsx'

interface DialogProps {
  open: boolean
  title: string
  /** Called when it is closed by the cross, by Escape or by a press beside it. Without it the dialog stays until answered. */
  onClose?: (() => void) | undefined
  /** What the cross is called: "Lukk". */
  closeLabel?: string
  /** Covers the page wholly, so that nobody reads what lies behind. */
  cover?: boolean
  className?: string
  children: ReactNode
}

/** A question or an explanation over the page; on a phone a sheet from the bottom. The focus goes in, stays in, and comes back. */
export function Dialog({ open, title, onClose, closeLabel, cover = false, className, children }: DialogProps) {
  const id = useId()
  const box = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (open) heading.current?.focus({ preventScroll: true })
  }, [open])
  // A press on the dialog element itself is a press on the dark ground: its content lies in a child.
  const closeBeside = (event: React.MouseEvent<HTMLDialogElement>) => {
    if (!onClose || event.target !== box.current) return
    const edge = box.current.getBoundingClientRect()
    const inside =
      event.clientX >= edge.left &&
      event.clientX <= edge.right &&
      event.clientY >= edge.top &&
      event.clientY <= edge.bottom
    if (!inside) onClose()
  }
  return (
    <DsDialog
      ref={box}
      open={open}
      closeButton={false}
      className={['dialog', cover && 'dialog--cover', className].filter(Boolean).join(' ')}
      aria-labelledby={id}
      onClick={closeBeside}
      onCancel={(event) => {
        if (!onClose) event.preventDefault()
      }}
      onClose={() => {
        // A browser lets a second Escape through: what must be answered opens again at once.
        if (onClose) onClose()
        else if (open) box.current?.showModal()
      }}
    >
      <div className="dialog__body">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {children}
      </div>
      {onClose && closeLabel && (
        <Button
          look="quiet"
          icon="close"
          className="btn--round dialog__close"
          aria-label={closeLabel}
          onClick={onClose}
        />
      )}
    </DsDialog>
  )
}
