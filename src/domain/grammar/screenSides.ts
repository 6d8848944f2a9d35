import type { Facing, Position } from '@/domain/scene/vocabulary'
import type { Sides } from './moment'

const seats: Record<number, Position[]> = {
  1: ['center_left'],
  2: ['center_left', 'center_right'],
  3: ['left', 'right', 'center'],
}
const crowdSeats: Position[] = ['left', 'right', 'center_left', 'center_right', 'center']
const order: Position[] = ['left', 'center_left', 'center', 'center_right', 'right']

/**
 * Never cross the line: everybody of a heading gets one side for the whole of it. Who speaks first sits left, who
 * answers sits right, the others between them; from the sixth on the seats are shared.
 */
export const screenSides = (names: readonly string[]): Sides => {
  const row = seats[names.length] ?? crowdSeats
  return new Map(names.map((name, at) => [name, row[at % row.length] ?? 'center']))
}

/** Rank on the screen from left to right, 0–4; the middle for whom nobody placed. */
export const rankOf = (sides: Sides, name: string): number => order.indexOf(sides.get(name) ?? 'center')

/** Eyes go to the other side: who sits left of the one they look at faces screen right. Alone: away from the own side. */
export const faceTo = (sides: Sides, name: string, other: string): Facing => {
  const own = rankOf(sides, name)
  const theirs = other === '' ? (own <= 2 ? 4 : 0) : rankOf(sides, other)
  return theirs < own || (theirs === own && other !== '' && name > other) ? 'screen_left' : 'screen_right'
}

/** Who comes in comes from the side they will stand on; who goes out goes by it. */
export const inward = (sides: Sides, name: string): Facing =>
  rankOf(sides, name) <= 2 ? 'screen_right' : 'screen_left'
export const outOf = (sides: Sides, name: string): Facing => (rankOf(sides, name) < 2 ? 'screen_left' : 'screen_right')

/** "toward TOM, screen right": the eyeline in words. */
export const eyelineOf = (facing: Facing, other: string): string => {
  const way = {
    screen_left: 'screen left',
    screen_right: 'screen right',
    camera: 'into the lens',
    away: 'away from us',
  }
  return other === '' ? way[facing] : `toward ${other}, ${way[facing]}`
}
