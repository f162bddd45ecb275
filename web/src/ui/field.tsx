import './field.css'
import { useId, type ReactNode } from 'react'
import { Icon } from './icon.tsx'

interface FieldProps {
  label: ReactNode
  help?: string | undefined
  /** What is wrong with it, said beside it when somebody has tried to go on. */
  wrong?: string | undefined
  children: (id: string, describedBy: string | undefined) => ReactNode
}

/** One labelled field, with what helps and what is wrong beside it. */
export function Field({ label, help, wrong, children }: FieldProps) {
  const id = useId()
  const describedBy = [help && `${id}-help`, wrong && `${id}-wrong`].filter(Boolean).join(' ') || undefined
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {help && (
        <span id={`${id}-help`} className="small soft">
          {help}
        </span>
      )}
      {children(id, describedBy)}
      {wrong && (
        <span id={`${id}-wrong`} className="field__wrong">
          {wrong}
        </span>
      )}
    </div>
  )
}

/** One of many, in the browser's own list. */
export function Select<Value extends string>(props: {
  id: string
  describedBy?: string | undefined
  value: Value
  options: readonly { value: Value; label: string; lang?: string }[]
  onChoose: (value: Value) => void
}) {
  return (
    <span className="select">
      <select
        id={props.id}
        value={props.value}
        aria-describedby={props.describedBy}
        onChange={(event) => props.onChoose(event.target.value as Value)}
      >
        {props.options.map(({ value, label, lang }) => (
          <option key={value} value={value} {...(lang ? { lang } : {})}>
            {label}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </span>
  )
}

/** One of a few, as large rounded choices. */
export function Picks<Value extends string>(props: {
  legend: string
  options: readonly { value: Value; label: ReactNode }[]
  chosen: Value | null
  onChoose: (value: Value) => void
}) {
  const name = useId()
  return (
    <fieldset className="picks">
      <legend>{props.legend}</legend>
      {props.options.map(({ value, label }) => (
        <label key={value} className="pick">
          <input type="radio" name={name} checked={props.chosen === value} onChange={() => props.onChoose(value)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}
