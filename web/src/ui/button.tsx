import { Button as DsButton } from '@digdir/designsystemet-react'
import { createLink, type LinkComponent } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, Ref } from 'react'
import { Icon, type IconName } from './icon.tsx'

/**
 * primary: the one thing to do here. second: the other thing. quiet: a way out. stop: ends sharing, and nothing else.
 * amber: the one next step on the dark card. waiting: not ready; a press says what is missing.
 */
export type ButtonLook = 'primary' | 'second' | 'quiet' | 'stop' | 'amber' | 'waiting'

interface Looks {
  look?: ButtonLook
  icon?: IconName
  /** An icon after the words: an arrow onwards. */
  iconAfter?: IconName
  wide?: boolean
}

function dsLook(look: ButtonLook, wide: boolean, className?: string) {
  const variant = look === 'second' || look === 'quiet' || look === 'stop' ? 'secondary' : 'primary'
  const color = look === 'stop' ? 'danger' : look === 'quiet' ? 'neutral' : 'accent'
  const names = ['btn', `btn--${look}`, wide && 'btn--wide', className].filter(Boolean).join(' ')
  return { variant, 'data-color': color, className: names } as const
}

type ButtonProps = Looks & ButtonHTMLAttributes<HTMLButtonElement> & { ref?: Ref<HTMLButtonElement> }

export function Button({ look = 'primary', icon, iconAfter, wide = false, className, children, ...rest }: ButtonProps) {
  return (
    <DsButton {...dsLook(look, wide, className)} {...rest}>
      {icon && <Icon name={icon} small />}
      {children}
      {iconAfter && <Icon name={iconAfter} small />}
    </DsButton>
  )
}

type AnchorProps = Looks & AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement> }

/** A link that looks like a button, to an address outside the pages: sign-in, a telephone number, another site. */
export function ButtonAnchor({
  look = 'primary',
  icon,
  iconAfter,
  wide = false,
  className,
  children,
  ...rest
}: AnchorProps) {
  return (
    <DsButton asChild {...dsLook(look, wide, className)}>
      <a {...rest}>
        {icon && <Icon name={icon} small />}
        {children}
        {iconAfter && <Icon name={iconAfter} small />}
      </a>
    </DsButton>
  )
}

/** A link to one of our own pages that looks like a button. */
export const ButtonLink: LinkComponent<typeof ButtonAnchor> = createLink(ButtonAnchor)
