import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'

const atOnce = 25

/** A long register a part at a time: so much as somebody reads, and the rest with a press. */
export function useMore<Each>(all: readonly Each[]): { shown: readonly Each[]; more: ReactNode } {
  const { t } = useTranslation('administration')
  const [asked, setAsked] = useState(atOnce)
  const left = all.length - asked
  return {
    shown: all.slice(0, asked),
    more: left > 0 && (
      <Button
        look="second"
        onClick={() => {
          setAsked(asked + atOnce)
        }}
      >
        {t('rules.more', { count: Math.min(left, atOnce) })}
      </Button>
    ),
  }
}
