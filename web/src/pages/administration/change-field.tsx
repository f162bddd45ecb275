import type { ChangeKind } from '@velferdslab/core/change'
import { useTranslation } from 'react-i18next'
import { Field, Select } from '../../ui/field.tsx'
import { TickTile } from '../../ui/tick-tile.tsx'
import { DayField, ShortText } from '../../ui/text-field.tsx'
import { SharedText } from '../privacy/shared-text.tsx'
import { optionsOf } from './change-words.ts'
import { useRegisters } from './editing.ts'
import type { FieldSpec } from './fields.ts'
import type { WrittenValue } from './written.ts'

interface Props {
  spec: FieldSpec
  kind: ChangeKind
  value: WrittenValue
  onChange: (value: WrittenValue) => void
}

/** One field of a register, in the way its kind of content is written. */
export function ChangeField({ spec, kind, value, onChange }: Props) {
  const { t } = useTranslation(['administration', 'everywhere', 'retention', 'trace'])
  const { registers } = useRegisters()
  const { name, type } = spec
  const word = kind === 'mandate' && name === 'role' ? t('administration:orRole') : t(`administration:fields.${name}`)
  const label = spec.optional ? t('administration:optional', { label: word }) : word
  const helped = (['inSentence', 'nb', 'nbDefinite', 'link', 'lawSectors', 'longestDays'] as const).find(
    (each) => each === name,
  )
  const help = helped && t(`administration:help.${helped}`)
  const text = typeof value === 'string' ? value : ''
  if (type === 'tick')
    return (
      <TickTile
        type="checkbox"
        name={name}
        value={name}
        checked={value === true}
        onChange={() => {
          onChange(value !== true)
        }}
      >
        <span>{label}</span>
      </TickTile>
    )
  if (type === 'many' && spec.options) {
    const ticked = Array.isArray(value) ? (value as readonly string[]) : []
    return (
      <fieldset className="admin__ticks">
        <legend>{label}</legend>
        {help && <p className="small soft admin__help">{help}</p>}
        {optionsOf(spec.options, registers, t).map((option) => (
          <TickTile
            key={option.value}
            type="checkbox"
            name={name}
            value={option.value}
            checked={ticked.includes(option.value)}
            onChange={() => {
              onChange(
                ticked.includes(option.value)
                  ? ticked.filter((each) => each !== option.value)
                  : [...ticked, option.value],
              )
            }}
          >
            <span>{option.label}</span>
          </TickTile>
        ))}
      </fieldset>
    )
  }
  if (type === 'one' && spec.options)
    return (
      <Field label={label}>
        {(id, describedBy) => (
          <Select
            id={id}
            describedBy={describedBy}
            value={text}
            options={[
              { value: '', label: spec.optional ? t('administration:nobody') : t('administration:choose') },
              ...optionsOf(spec.options ?? 'roles', registers, t),
            ]}
            onChoose={onChange}
          />
        )}
      </Field>
    )
  if (type === 'day') return <DayField label={label} value={text} onChange={onChange} />
  if (type === 'long') return <SharedText label={label} help={help} value={text} onChange={onChange} />
  return (
    <ShortText
      label={label}
      help={help}
      value={text}
      onChange={onChange}
      longest={name === 'link' ? 300 : 200}
      holds={type === 'kroner' ? 'money' : name === 'link' ? 'link' : 'words'}
    />
  )
}
