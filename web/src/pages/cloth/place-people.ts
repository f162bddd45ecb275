import type { Sector } from '@velferdslab/core/cloth'
import { sectors } from './cells.ts'

/** Room for names in "the people around me": three rings, six sectors, in a drawing of 440 x 440 with the family in the middle. */
export const size = 440
export const middle = size / 2
/** Where the middle ends, and each ring after it. */
export const edges = [40, 100, 154, 210] as const
const sectorAt = 184

export type Person = { sector: Sector; ring: number; name: string; relation: string }
export type Spot = { x: number; y: number }
type Box = { left: number; right: number; top: number; bottom: number }

/** The middle of a sector's own name. */
export function sectorSpot(sector: Sector): Spot {
  return polar(sectorAt, middleOf(sector))
}

/** The line between a sector and the next one. */
export function spoke(sector: Sector): { from: Spot; to: Spot } {
  const angle = middleOf(sector) + 30
  return { from: polar(edges[0], angle), to: polar(edges[3], angle) }
}

/** A spot for each person's dot; null where there is no room (they stand in the list). Who is nearest is placed first. */
export function placePeople(people: readonly Person[], sectorNames: Record<Sector, string>): (Spot | null)[] {
  const taken: Box[] = [box({ x: middle, y: middle }, 2 * edges[0], 2 * edges[0])]
  for (const sector of sectors) taken.push(box(sectorSpot(sector), widthOf(sectorNames[sector]), 44))
  const spots: (Spot | null)[] = people.map(() => null)
  const order = people
    .map((person, at) => ({ person, at }))
    .sort((a, b) => a.person.ring - b.person.ring || a.at - b.at)
  for (const { person, at } of order) {
    const found = candidates(person).find(
      (one) => isInside(one.words) && !taken.some((other) => overlap(one.words, other)),
    )
    if (!found) continue
    taken.push(found.words)
    spots[at] = found.dot
  }
  return spots
}

/** Places for a dot in its own ring and sector with its words beneath, the middle of the field first. */
function candidates(person: Person): { dot: Spot; words: Box }[] {
  const [inner, outer] = [edges[person.ring - 1] ?? edges[0], edges[person.ring] ?? edges[3]]
  const width = Math.max(widthOf(person.name), widthOf(person.relation))
  const height = person.relation ? 42 : 28
  const found: { dot: Spot; words: Box; cost: number }[] = []
  for (let radius = inner + 8; radius <= outer - 8; radius += 8) {
    for (let turn = -25; turn <= 25; turn += 5) {
      const dot = polar(radius, middleOf(person.sector) + turn)
      const words = { left: dot.x - width / 2, right: dot.x + width / 2, top: dot.y - 6, bottom: dot.y - 6 + height }
      const centre = { x: dot.x, y: dot.y + height / 2 - 6 }
      const away = Math.abs(Math.hypot(centre.x - middle, centre.y - middle) - (inner + outer) / 2)
      found.push({ dot, words, cost: away + Math.abs(turn) })
    }
  }
  return found.sort((a, b) => a.cost - b.cost)
}

function middleOf(sector: Sector): number {
  return -90 + 60 * sectors.indexOf(sector)
}

function polar(radius: number, degrees: number): Spot {
  const angle = (degrees * Math.PI) / 180
  return { x: round(middle + radius * Math.cos(angle)), y: round(middle + radius * Math.sin(angle)) }
}

function box({ x, y }: Spot, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }
}

function isInside({ left, right, top, bottom }: Box): boolean {
  const within = (x: number, y: number): boolean => Math.hypot(x - middle, y - middle) < edges[3] - 2
  return within(left, top) && within(right, top) && within(left, bottom) && within(right, bottom)
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right + 4 && b.left < a.right + 4 && a.top < b.bottom + 2 && b.top < a.bottom + 2
}

/** Near enough, at the drawing's 13.5 px. */
function widthOf(text: string): number {
  return [...text].length * 7.1 + 4
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
