import type { Sector } from '@velferdslab/core/cloth'

/**
 * Finds room for names in "the people around me": three rings, six sectors. All lengths are parts of the outer radius, the
 * middle of the drawing is (0, 0) and y grows downwards, so that the same places serve every paper. around.typ draws with the
 * same measures.
 */
export type Spot = { x: number; y: number }
export type Standing = { sector: Sector; ring: number; name: string; lines: string[] }

/** Sectors clockwise, the first at the top. */
export const sectorsAround = ['family', 'friends', 'leisure', 'public', 'work', 'home'] as const satisfies Sector[]

/** Where the middle ends, and each ring after it. */
const ringEdges = [0.19, 0.46, 0.73, 1] as const
/** The size of a name, and of what stands under it. */
const nameSize = 0.066
const lineSize = 0.06
const leading = 1.22
const dotSize = 0.044
const numberSize = 0.165
/** A sector's own name stands in the outer ring, under its icon. */
const sectorAt = 0.865
const sectorIcon = 0.09

type Box = { left: number; top: number; right: number; bottom: number }
type Size = { width: number; height: number; dotFromTop: number }

/** Where each sector's own name stands. */
export function sectorSpots(): (Spot & { code: Sector })[] {
  return sectorsAround.map((code, index) => ({ code, ...polar(sectorAt, middleOf(index)) }))
}

/** Everybody with a spot for the dot over the name; nothing when one of them finds no room: then numbers stand for names. */
export function spotsForNames<Person extends Standing>(
  people: Person[],
  sectorNames: string[],
): (Person & Spot)[] | null {
  const placed = place(people, sectorNames, sizeOfName)
  return placed.length === people.length ? placed : null
}

/** Those who find room for a number, with its spot; the others stand only in the list beside the drawing. */
export function spotsForNumbers<Person extends Standing>(people: Person[], sectorNames: string[]): (Person & Spot)[] {
  return place(people, sectorNames, () => ({ width: numberSize, height: numberSize, dotFromTop: numberSize / 2 }))
}

function place<Person extends Standing>(
  people: Person[],
  sectorNames: string[],
  sizeOf: (person: Standing) => Size,
): (Person & Spot)[] {
  const taken = sectorNames.map(sectorBox)
  const spots = new Map<Person, Spot>()
  // The inner rings are narrow: whoever stands near gets the best spot.
  for (const person of [...people].sort((a, b) => a.ring - b.ring)) {
    const together = people.filter((other) => other.sector === person.sector && other.ring === person.ring)
    const wished = spread(together.indexOf(person), together.length)
    const found = candidates(person, sizeOf(person), wished).find(
      ({ box }) => !taken.some((other) => overlap(box, other)),
    )
    if (!found) continue
    taken.push(found.box)
    spots.set(person, found.dot)
  }
  return people.flatMap((person) => {
    const spot = spots.get(person)
    return spot ? [{ ...person, ...spot }] : []
  })
}

/** Degrees from the middle of the sector where one of several who stand together would like to be. */
const spread = (index: number, of: number) => (index - (of - 1) / 2) * (of === 2 ? 28 : 48 / of)

/** Spots where the dot stands in its own ring and sector, those first whose words stay inside it too. */
function candidates(person: Standing, size: Size, wished: number): { dot: Spot; box: Box }[] {
  const sector = sectorsAround.indexOf(person.sector)
  const [inner, outer] = [ringEdges[person.ring - 1] ?? 0, ringEdges[person.ring] ?? 1]
  const found: { dot: Spot; box: Box; cost: number }[] = []
  for (let step = 0; step <= 8; step += 1) {
    const radius = inner + ((outer - inner) * step) / 8
    for (let turn = -28; turn <= 28; turn += 4) {
      const middle = polar(radius, middleOf(sector) + turn)
      const box = boxAt(middle, size.width, size.height)
      const dot = { x: middle.x, y: box.top + size.dotFromTop }
      if (!standsIn(dot, sector, inner, outer) || !insideCircle(box) || touchesMiddle(box)) continue
      const strays = corners(box).reduce((sum, corner) => sum + stray(corner, sector, inner, outer), 0)
      const offMiddle = Math.abs(radius - (inner + outer) / 2) + Math.abs(turn - wished) / 120
      found.push({ dot, box, cost: 3 * strays + offMiddle })
    }
  }
  return found.sort((a, b) => a.cost - b.cost)
}

function standsIn(dot: Spot, sector: number, inner: number, outer: number): boolean {
  const radius = Math.hypot(dot.x, dot.y)
  const halfDot = dotSize / 2 + 0.008
  if (radius < inner + halfDot || radius > outer - halfDot) return false
  return Math.abs(turnFrom(dot, sector)) < 30 - toDegrees(halfDot / radius)
}

/** How far a point is outside its ring and sector. */
function stray(point: Spot, sector: number, inner: number, outer: number): number {
  const radius = Math.hypot(point.x, point.y)
  const beside = Math.max(0, Math.abs(turnFrom(point, sector)) - 30)
  return Math.max(0, inner - radius, radius - outer) + (radius * beside * Math.PI) / 180
}

const insideCircle = (box: Box) => corners(box).every((corner) => Math.hypot(corner.x, corner.y) < 0.985)

function touchesMiddle({ left, right, top, bottom }: Box): boolean {
  const nearest = { x: Math.max(left, Math.min(0, right)), y: Math.max(top, Math.min(0, bottom)) }
  return Math.hypot(nearest.x, nearest.y) < ringEdges[0] + 0.015
}

const middleOf = (sector: number) => -90 + 60 * sector
const toDegrees = (radians: number) => (radians * 180) / Math.PI

/** Degrees between a point and the middle of a sector, -180 to 180. */
function turnFrom(point: Spot, sector: number): number {
  const turn = toDegrees(Math.atan2(point.y, point.x)) - middleOf(sector)
  return ((((turn + 180) % 360) + 360) % 360) - 180
}

function polar(radius: number, degrees: number): Spot {
  const angle = (degrees * Math.PI) / 180
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
}

const boxAt = ({ x, y }: Spot, width: number, height: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
})

const corners = ({ left, top, right, bottom }: Box): Spot[] => [
  { x: left, y: top },
  { x: right, y: top },
  { x: left, y: bottom },
  { x: right, y: bottom },
]

/** Whether two names would stand closer than a hair. */
const overlap = (a: Box, b: Box) =>
  a.left < b.right + 0.02 && b.left < a.right + 0.02 && a.top < b.bottom + 0.012 && b.top < a.bottom + 0.012

function sizeOfName({ name, lines }: Standing): Size {
  return {
    width: Math.max(widthOf(name) * nameSize * 1.06, ...lines.map((line) => widthOf(line) * lineSize)),
    height: dotSize + 0.012 + nameSize * leading + lines.length * lineSize * leading,
    dotFromTop: dotSize / 2,
  }
}

function sectorBox(name: string, index: number): Box {
  const width = widthOf(name) * nameSize * 1.06
  return boxAt(polar(sectorAt, middleOf(index)), width, sectorIcon + nameSize * leading)
}

/** Width of a text in ems, near enough to keep names apart. Letters we do not know count as wide ones. */
function widthOf(text: string): number {
  let width = 0
  for (const letter of text.normalize('NFC')) {
    if (/[iljtfrI.,:;'’·\- ]/.test(letter)) width += 0.34
    else if (/[mwMWÆŒæœ@]/.test(letter)) width += 0.92
    else if (/[\p{Lu}\p{N}]/u.test(letter)) width += 0.7
    else if (/[a-zà-ÿčđŋšŧž]/.test(letter)) width += 0.58
    else if (!/\p{M}/u.test(letter)) width += 0.95
  }
  return width
}
