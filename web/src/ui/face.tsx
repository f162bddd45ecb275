import { Shape, type ShapeName } from './icon.tsx'

const shapeOfMark: readonly ShapeName[] = [
  'circle',
  'square',
  'pentagon',
  'hexagon',
  'diamond',
  'octagon',
  'shield',
  'drop',
]

/** The shape somebody writes with, by their mark 1 to 8. */
export function shapeOf(mark: number): ShapeName {
  return shapeOfMark[(mark - 1) % shapeOfMark.length] ?? 'circle'
}

/** A person as a shape, a colour and initials. The name stands beside it in words, so the picture itself is not read aloud. */
export function Face({ initials, mark, small = false }: { initials: string; mark: number; small?: boolean }) {
  return (
    <span className={`face w${mark}${small ? ' face--s' : ''}`} aria-hidden="true">
      <Shape name={shapeOf(mark)} />
      <b>{initials}</b>
    </span>
  )
}

/** Who wrote something, small: shape and initials, with the whole name for whoever asks. */
export function By({ initials, mark, name }: { initials: string; mark: number; name: string }) {
  return (
    <span className={`by w${mark}`}>
      <Shape name={shapeOf(mark)} />
      <abbr title={name} aria-hidden="true">
        {initials}
      </abbr>
      <span className="hidden">{name}</span>
    </span>
  )
}
