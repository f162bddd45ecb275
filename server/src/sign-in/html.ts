/** HTML that is already safe. Everything else put into a page is escaped. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** html`<p>${name}</p>`: values are escaped, pieces of Html and lists of them are not, undefined is nothing. */
export function html(
  pieces: TemplateStringsArray,
  ...values: readonly (string | Html | readonly Html[] | undefined)[]
): Html {
  return new Html(pieces.reduce((page, piece, i) => page + asText(values[i - 1]) + piece))
}

function asText(value: string | Html | readonly Html[] | undefined): string {
  if (value === undefined) return ''
  if (value instanceof Html) return value.text
  if (typeof value === 'string') return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
  return value.map(asText).join('')
}
