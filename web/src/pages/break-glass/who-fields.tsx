import type { GlassWho } from '@velferdslab/core/commands/break-glass'
import type { CalendarDay } from '@velferdslab/core/dates'
import { useTranslation } from 'react-i18next'
import { Field, Picks } from '../../ui/field.tsx'

export interface Typed {
  readonly by: GlassWho['by'] | null
  readonly number: string
  readonly name: string
  readonly born: string
}

/** What was typed, as it is sent; undefined while something is missing. */
export function whoOf({ by, number, name, born }: Typed): GlassWho | undefined {
  if (by === 'number') return { by, number }
  return by === 'name' && born !== '' ? { by, name: name.trim(), born: born as CalendarDay } : undefined
}

/** Whom it is about: a number, or the very name and birth day. There is no list to choose from. */
export function WhoFields(props: { typed: Typed; today: CalendarDay; onType: (part: Partial<Typed>) => void }) {
  const { t } = useTranslation('breakGlass')
  const { typed, onType } = props
  return (
    <>
      <Picks
        legend={t('by')}
        options={[
          { value: 'number', label: t('byNumber') },
          { value: 'name', label: t('byName') },
        ]}
        chosen={typed.by}
        onChoose={(by) => onType({ by })}
      />
      {typed.by === 'number' && (
        <Field label={t('number')} help={t('numberHelp')}>
          {(id, describedBy) => (
            <input
              id={id}
              type="text"
              inputMode="numeric"
              maxLength={11}
              className="glass__number"
              aria-describedby={describedBy}
              value={typed.number}
              onChange={(event) => onType({ number: event.target.value.replaceAll(/\D/g, '') })}
            />
          )}
        </Field>
      )}
      {typed.by === 'name' && (
        <>
          <Field label={t('name')} help={t('nameHelp')}>
            {(id, describedBy) => (
              <input
                id={id}
                type="text"
                dir="auto"
                maxLength={120}
                aria-describedby={describedBy}
                value={typed.name}
                onChange={(event) => onType({ name: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('born')}>
            {(id) => (
              <input
                id={id}
                type="date"
                max={props.today}
                value={typed.born}
                onChange={(event) => onType({ born: event.target.value })}
              />
            )}
          </Field>
        </>
      )}
    </>
  )
}
