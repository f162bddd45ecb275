import type { GlassWho } from '@velferdslab/core/commands/break-glass'
import type { CalendarDay } from '@velferdslab/core/dates'
import { useTranslation } from 'react-i18next'
import { Picks } from '../../ui/field.tsx'
import { DayField, ShortText } from '../../ui/text-field.tsx'

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
        <ShortText
          label={t('number')}
          help={t('numberHelp')}
          longest={11}
          value={typed.number}
          onChange={(number) => onType({ number: number.replaceAll(/\D/g, '') })}
        />
      )}
      {typed.by === 'name' && (
        <>
          <ShortText label={t('name')} help={t('nameHelp')} value={typed.name} onChange={(name) => onType({ name })} />
          <DayField label={t('born')} max={props.today} value={typed.born} onChange={(born) => onType({ born })} />
        </>
      )}
    </>
  )
}
