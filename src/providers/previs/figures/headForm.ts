import type { CharacterLook } from '@/domain/cast/look'
import { hash32 } from '../random'
import { outlines } from './headShapes'
import type { ViewKind } from './viewKind'

/** What makes one head unlike another under the same hair. */
export type HeadForm = {
  /** Wider and longer than the drawn head. */
  x: number
  y: number
  jaw: 'round' | 'square' | 'pointed'
  /** Size of the nose. */
  nose: number
}

const frames = { slim: [0.95, 1.035], average: [1, 1], broad: [1.06, 0.985] } as const

/** The form follows from build, age and the colours that never change, so it is the same in every scene. */
export const headFormOf = (look: Pick<CharacterLook, 'age' | 'build' | 'skinColor' | 'hairColor'>): HeadForm => {
  const seed = hash32(`${look.skinColor} ${look.hairColor} ${look.build}`)
  if (look.age === 'child') return { x: 1.07, y: 0.95, jaw: 'round', nose: 0.92 }
  const [x, y] = frames[look.build]
  const drift = ((seed % 5) - 2) * 0.01
  const jaws = look.build === 'broad' ? (['square', 'round'] as const) : (['pointed', 'square', 'round'] as const)
  return {
    x: x + drift,
    y: y - drift,
    jaw: jaws[(seed >>> 4) % jaws.length] ?? 'round',
    nose: 0.9 + ((seed >>> 8) % 5) * 0.07,
  }
}

const jawLines: Record<Exclude<HeadForm['jaw'], 'round'>, Partial<Record<ViewKind, string>>> = {
  square: {
    front:
      'M0-74C31-74 53-54 55-22C56 2 55 22 52 40C48 58 31 76 0 77C-31 76-48 58-52 40C-55 22-56 2-55-22C-53-54-31-74 0-74Z',
    threeQuarter:
      'M-6-74C26-75 47-58 49-34C50-23 47-16 47-9C47-2 50 6 50 15C51 30 50 42 48 55C45 71 33 78 15 78C-8 78-31 66-38 44C-50 36-58 10-58-20C-58-54-36-74-6-74Z',
  },
  pointed: {
    front:
      'M0-74C31-74 53-54 55-22C56-2 51 14 45 32C36 55 17 79 0 79C-17 79-36 55-45 32C-51 14-56-2-55-22C-53-54-31-74 0-74Z',
    threeQuarter:
      'M-6-74C26-75 47-58 49-34C50-23 47-16 47-9C47-2 50 6 50 15C49 27 45 37 41 49C36 66 28 79 16 79C0 78-24 58-35 40C-50 34-58 10-58-20C-58-54-36-74-6-74Z',
  },
}

/** The skull of this head; children and round faces have the plain one. */
export const outlineOf = (kind: ViewKind, { jaw }: HeadForm): string =>
  (jaw === 'round' ? undefined : jawLines[jaw][kind]) ?? outlines[kind]
