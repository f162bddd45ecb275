import qrcode from 'qrcode-generator'

/** A quiet edge of four modules belongs to the code: without it, telephones do not find it. */
const edge = 4

/** An address as a picture to photograph. Always dark on white, also on a dark page: many telephones read no other. */
export function Qr({ address, label }: { address: string; label: string }) {
  const code = qrcode(0, 'M')
  code.addData(address)
  code.make()
  const size = code.getModuleCount()
  const squares: string[] = []
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      if (code.isDark(row, column)) squares.push(`M${column + edge} ${row + edge}h1v1h-1z`)
  const side = size + 2 * edge
  return (
    <svg className="qr" role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`} data-address={address}>
      <rect width={side} height={side} fill="#fff" />
      <path d={squares.join('')} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
