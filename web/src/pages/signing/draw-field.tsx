import type { Drawing } from '@velferdslab/core/signing'
import { useRef, type PointerEvent } from 'react'

type Point = Drawing[number][number]

/** The field of a drawing (core/src/signing.ts): its points are whole numbers of it. */
const width = 600
const height = 200
/** A stroke and a drawing hold no more than the server takes. */
const mostPoints = 400
const mostStrokes = 40

const pathOf = (strokes: readonly (readonly Point[])[]) =>
  strokes
    .map((stroke) => stroke.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${String(x)} ${String(y)}`).join(''))
    .join('')

/** A drawn signature, to be looked at. */
export function Drawn({ strokes, label }: { strokes: Drawing; label: string }) {
  return (
    <svg className="drawn" viewBox={`0 0 ${String(width)} ${String(height)}`} role="img" aria-label={label}>
      <path d={pathOf(strokes)} />
    </svg>
  )
}

interface DrawFieldProps {
  label: string
  strokes: Drawing
  onDraw: (strokes: Drawing) => void
}

/** Where one draws one's name with a finger, a pen or a mouse. For the keyboard there is the button beside it. */
export function DrawField({ label, strokes, onDraw }: DrawFieldProps) {
  const drawing = useRef<Point[] | null>(null)
  const at = (event: PointerEvent<SVGSVGElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect()
    const within = (value: number, most: number) => Math.round(Math.min(1, Math.max(0, value)) * most)
    return [
      within((event.clientX - box.left) / box.width, width),
      within((event.clientY - box.top) / box.height, height),
    ]
  }
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    if (strokes.length >= mostStrokes) return
    event.currentTarget.setPointerCapture(event.pointerId)
    drawing.current = [at(event)]
  }
  const go = (event: PointerEvent<SVGSVGElement>) => {
    const points = drawing.current
    if (!points || points.length >= mostPoints) return
    const isFirst = points.length === 1
    points.push(at(event))
    onDraw([...(isFirst ? strokes : strokes.slice(0, -1)), [...points]])
  }
  const end = () => {
    drawing.current = null
  }
  return (
    <svg
      className="draw-field"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      role="img"
      aria-label={label}
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <path className="draw-field__line" d={`M30 ${String(height - 40)}H${String(width - 30)}`} />
      <path d={pathOf(strokes)} />
    </svg>
  )
}
