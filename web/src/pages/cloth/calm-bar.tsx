import { useTranslation } from 'react-i18next'
import type { HeldByAuthor } from '../../live/held-back.ts'
import { atStart, clockTime, countWord } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useTable } from './table-context.ts'

/** In the calm: what waits, by author and time, and the press that shows it. Not a live region: the calm is calm. */
export function CalmBar({ held, onShow }: { held: readonly HeldByAuthor[]; onShow: () => void }) {
  const { t } = useTranslation('cloth')
  const { person } = useTable()
  const count = held.reduce((sum, one) => sum + one.written + one.changed, 0)
  return (
    <section className="calm-bar" aria-label={t('others')}>
      <Icon name="pause" />
      <div>
        <p className="strong">{count === 0 ? t('calmOn') : t('held', { count, number: atStart(countWord(count)) })}</p>
        {held.length > 0 && (
          <ul className="small">
            {held.map((one) => {
              const { written, changed } = one
              const facts = { name: person(one.person).calledName, clock: clockTime(one.lastAt) }
              return (
                <li key={one.person}>
                  {written > 0 && `${t('heldWritten', { ...facts, count: written, number: countWord(written) })} `}
                  {changed > 0 && t('heldChanged', { ...facts, count: changed, number: countWord(changed) })}
                </li>
              )
            })}
          </ul>
        )}
      </div>
      <Button
        look={count === 0 ? 'waiting' : 'second'}
        aria-disabled={count === 0 || undefined}
        onClick={() => count > 0 && onShow()}
      >
        {t('showNew')}
      </Button>
    </section>
  )
}
