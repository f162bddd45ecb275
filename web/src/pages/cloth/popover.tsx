import { useEffect, useId, useRef, useState, type ReactNode } from 'react'

interface PopoverProps {
  /** The button's own look and words. */
  button: (props: { 'aria-expanded': boolean; 'aria-controls': string; onClick: () => void }) => ReactNode
  className?: string
  children: (close: () => void) => ReactNode
}

/**
 * A button that opens a few more things beside it. Escape closes it and gives the focus back; going elsewhere closes it too. While it is
 * open an unseen ground lies over the page, so that a press beside it closes it and hits nothing by accident.
 */
export function Popover({ button, className, children }: PopoverProps) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const close = () => {
    setOpen(false)
    box.current?.querySelector<HTMLButtonElement>('button[aria-expanded]')?.focus({ preventScroll: true })
  }
  useEffect(() => {
    if (!open) return
    const elsewhere = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('focusin', elsewhere)
    return () => document.removeEventListener('focusin', elsewhere)
  }, [open])
  return (
    <div
      ref={box}
      className={['popover', className].filter(Boolean).join(' ')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        close()
      }}
    >
      {button({ 'aria-expanded': open, 'aria-controls': id, onClick: () => setOpen(!open) })}
      {open && <div className="popover__ground" onClick={() => setOpen(false)} />}
      <div id={id} className="popover__body" hidden={!open}>
        {open && children(close)}
      </div>
    </div>
  )
}
