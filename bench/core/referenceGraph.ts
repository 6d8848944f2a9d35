import { rankByCriticalPath } from '@/domain/run/criticalPath'
import type { SlotClass } from '@/domain/run/runPlan'

/** One step of the reference film: what it waits for, what it occupies, how long it takes (s). */
export type Piece = { node: number; needs: number[]; after: number[]; slot: SlotClass; seconds: number }
export type RankedPiece = Piece & { rank: number }

const image: SlotClass = 'provider:image'
const video: SlotClass = 'provider:video'

/**
 * The film the schedule is measured on: 8 characters with 7 pictures and 7 descriptions each, the story, 40 scenes in 8
 * sequences of 5 (17 steps each, a scene's clip begins with the last frame of the one before), and the cut: 797 steps.
 * Lengths vary by ±30 %, always the same for the same `seed`.
 */
export const referenceGraph = (seed: number): RankedPiece[] => {
  const pieces: Piece[] = []
  const random = dice(seed)
  const add = (seconds: number, slot: SlotClass, needs: number[]): number => {
    const node = pieces.length
    pieces.push({
      node,
      needs: [...new Set(needs)].sort((a, b) => a - b),
      after: [],
      slot,
      seconds: seconds * (0.7 + 0.6 * random()),
    })
    return node
  }
  const opening = [add(8, 'free', []), add(8, 'free', []), add(20, 'free', [])]
  const cast = Array.from({ length: 8 }, () => character(add, opening))
  const story = add(40, 'free', [...opening, ...cast.flat()])
  const lastFrames: number[] = []
  for (let sequence = 0; sequence < 8; sequence++)
    for (let scene = 0, before = story; scene < 5; scene++) {
      before = addScene(add, { story, before })
      lastFrames.push(before)
    }
  add(60, 'free', lastFrames)
  return rankByCriticalPath(pieces, ({ seconds }) => seconds)
}

type Add = (seconds: number, slot: SlotClass, needs: number[]) => number

const character = (add: Add, opening: number[]): number[] => {
  const master = add(40, image, opening)
  const views = Array.from({ length: 6 }, () => add(40, image, [master]))
  return [master, ...views].map((view) => add(4, 'free', [view]))
}

/** Plan, three takes of picture, two judges and a decision, clip, receipt, last frame, continuity; gives the last frame. */
const addScene = (add: Add, { story, before }: { story: number; before: number }): number => {
  let decided = add(3, 'free', [story])
  for (let take = 0; take < 3; take++) {
    const picture = add(40, image, [decided])
    const judges = [add(4, 'free', [picture]), add(4, 'free', [picture])]
    decided = add(1, 'free', judges)
  }
  const clip = add(240, video, [decided, before])
  const received = add(4, 'free', [clip])
  const lastFrame = add(1, 'free', [received])
  add(6, 'free', [received])
  return lastFrame
}

/** mulberry32: the same throws for the same seed. */
const dice = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}
