import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'

export type Told = { text: string; undo: (() => void) | undefined; at: number }

/** Says that something has been done, without taking anybody's place. With a way back it stays until it is used or left. */
export function Toast({ told, onGone }: { told: Told | null; onGone: () => void }) {
  const { t } = useTranslation('cloth')
  useEffect(() => {
    if (!told) return
    const timer = setTimeout(onGone, told.undo ? 20_000 : 6_000)
    return () => clearTimeout(timer)
  }, [told, onGone])
  return (
    <div role="status" className="toast-place">
      {told && (
        <div className="toast" key={told.at}>
          <Icon name="check" />
          <span>{told.text}</span>
          {told.undo && (
            <button
              type="button"
              onClick={() => {
                onGone()
                told.undo?.()
              }}
            >
              <Icon name="undo" small />
              {t('undo')}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
