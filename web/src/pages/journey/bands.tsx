import '../../ui/situations.css'
import { situations } from '@velferdslab/core/journey'
import type { Rect } from './chart-geometry.ts'

/** The four situations as bands: hatch, dots, lines and plain, never colour alone. */
export function BandPatterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-untenable`} width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="b-untenable band__line" d="M0 0V9" />
      </pattern>
      <pattern id={`${id}-vulnerable`} width="9" height="9" patternUnits="userSpaceOnUse">
        <circle className="b-vulnerable band__dot" cx="4.5" cy="4.5" r="1.1" />
      </pattern>
      <pattern id={`${id}-stable`} width="8" height="8" patternUnits="userSpaceOnUse">
        <path className="b-stable band__line" d="M0 4H8" />
      </pattern>
    </defs>
  )
}

export function Bands({ id, rectOf, radius }: { id: string; rectOf: (at: number) => Rect; radius: number }) {
  return situations.map((situation, at) => {
    const rect = rectOf(at)
    return (
      <g key={situation}>
        <rect className={`band b-${situation}`} {...rect} rx={radius} />
        {situation !== 'sustainable' && <rect {...rect} rx={radius} fill={`url(#${id}-${situation})`} />}
      </g>
    )
  })
}
