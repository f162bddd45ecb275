import type { HTMLAttributes, HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute, ReactNode } from 'react'
import { Field } from './field.tsx'

interface FieldProps {
  label: ReactNode
  help?: string | undefined
  /** What is wrong with it, said beside it when somebody has tried to go on. */
  wrong?: string | undefined
  value: string
  onChange: (value: string) => void
}

interface Hand {
  type?: HTMLInputTypeAttribute
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  autoComplete?: HTMLInputAutoCompleteAttribute
}

/** How each kind of short text is typed. Only one's own name is offered by the browser: it must not remember what is written of others. */
const hands = {
  words: {},
  'own name': { autoComplete: 'name' },
  money: { inputMode: 'decimal' },
  telephone: { type: 'tel' },
  link: { type: 'url' },
  search: { type: 'search' },
} satisfies Record<string, Hand>

interface ShortTextProps extends FieldProps {
  holds?: keyof typeof hands
  /** In characters. */
  longest?: number
}

/** One line of text, written in whichever direction its language is. */
export function ShortText({ label, help, wrong, value, onChange, holds = 'words', longest = 120 }: ShortTextProps) {
  return (
    <Field label={label} help={help} wrong={wrong}>
      {(id, describedBy) => (
        <input
          id={id}
          dir="auto"
          autoComplete="off"
          {...hands[holds]}
          maxLength={longest}
          aria-describedby={describedBy}
          aria-invalid={wrong ? true : undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

interface LongTextProps extends FieldProps {
  /** In characters. */
  longest?: number
  /** A sentence or two is expected, not a page. */
  brief?: boolean
  /** What stands under the text while it is written. */
  children?: ReactNode
}

/** Several lines; the field grows with them. */
export function LongText(props: LongTextProps) {
  const { label, help, wrong, value, onChange, longest = 600, brief = false, children } = props
  return (
    <Field label={label} help={help} wrong={wrong}>
      {(id, describedBy) => (
        <>
          <textarea
            id={id}
            className={brief ? 'field__brief' : undefined}
            dir="auto"
            rows={brief ? 2 : 4}
            maxLength={longest}
            aria-describedby={describedBy}
            aria-invalid={wrong ? true : undefined}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {children}
        </>
      )}
    </Field>
  )
}

interface DayFieldProps extends FieldProps {
  min?: string | undefined
  max?: string | undefined
}

/** A calendar day, in the browser's own calendar; empty until one is chosen. */
export function DayField({ label, help, wrong, value, onChange, min, max }: DayFieldProps) {
  return (
    <Field label={label} help={help} wrong={wrong}>
      {(id, describedBy) => (
        <input
          id={id}
          type="date"
          autoComplete="off"
          min={min}
          max={max}
          aria-describedby={describedBy}
          aria-invalid={wrong ? true : undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
