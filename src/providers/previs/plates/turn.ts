import { hash32 } from '../random'
import type { Archetype } from './archetypeOf'
import type { Lamp, Turn } from './plate'

/** Open places whose houses stand square to the lens; open land and water have no wall to turn. */
const fronts = new Set<Archetype>(['street', 'building', 'castle', 'rooftop'])
const round = new Set<Archetype>(['space', 'cave', 'car'])

/** How a place is turned: by its name alone, so that it is the same place from every shot. Null where all is round or flat. */
export const turnOf = ({ name, interior }: { name: string; interior: boolean }, archetype: Archetype): Turn | null => {
  if (round.has(archetype) || (!interior && !fronts.has(archetype))) return null
  const seed = hash32(`${name.trim().toLowerCase()}/turn`)
  const way = seed & 1 ? 1 : -1
  const by = (interior ? 0.2 : 0.12) + (interior ? 0.08 : 0.06) * (((seed >>> 8) % 100) / 100)
  return { from: way > 0 ? -160 : 1760, way, by, eyeY: interior ? 400 : 560 }
}

/** What is left of the height at the far end. */
export const farEnd = 0.95

/** How much taller (below 1: lower) things at world x are drawn. */
export const growthAt = ({ from, way, by }: Turn, x: number): number =>
  farEnd + Math.max(0, ((x - from) * way * by) / 1600)

export const turnedLamp = <T extends Lamp>(turn: Turn | null, lamp: T): T =>
  turn ? { ...lamp, y: turn.eyeY + (lamp.y - turn.eyeY) * growthAt(turn, lamp.x) } : lamp
