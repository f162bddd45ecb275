import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'

/** One register: what stands in it, and a button to add to it. */
export function RegisterCard({
  title,
  text,
  add,
  onAdd,
  more,
  children,
}: {
  title: string
  text?: string
  add?: string
  onAdd?: () => void
  /** The way to the rest of a long one. */
  more?: ReactNode
  children: ReactNode
}) {
  return (
    <Card title={title}>
      <div className="stack">
        {text && <p className="soft">{text}</p>}
        <ul className="admin__list">{children}</ul>
        {more && <div className="row">{more}</div>}
        {add && onAdd && (
          <div className="row">
            <Button look="second" icon="plus" onClick={onAdd}>
              {add}
            </Button>
          </div>
        )}
      </div>
    </Card>
  )
}

/** One line of a register: its name, what else is said of it, and the way to change it. */
export function RegisterLine({
  name,
  lines,
  tags,
  changeLabel,
  onChange,
}: {
  name: ReactNode
  lines: readonly (string | null | undefined | false)[]
  tags?: ReactNode
  changeLabel?: string
  onChange?: (() => void) | undefined
}) {
  const { t } = useTranslation('administration')
  return (
    <li className="admin__line">
      <div className="admin__said">
        <p className="strong">{name}</p>
        {lines.map(
          (line, at) =>
            line && (
              <p key={at} className="small soft">
                {line}
              </p>
            ),
        )}
        {tags}
      </div>
      {onChange && (
        <Button look="quiet" icon="pen" aria-label={changeLabel} onClick={onChange}>
          {t('change')}
        </Button>
      )}
    </li>
  )
}
