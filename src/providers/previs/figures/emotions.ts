import type { Emotion } from '@/domain/scene/vocabulary'

/** How a feeling moves a face, in units of a head 150 high; brows: up is positive. */
export type Expression = {
  browInner: number
  browOuter: number
  /** 1 = relaxed wide; lids hang below. */
  eyeOpen: number
  /** −1 corners down, 1 corners up. */
  mouthCurve: number
  /** 0 closed, 1 agape. */
  mouthOpen: number
  /** Degrees the head bows forward (negative: back). */
  bow: number
  /** Where the eyes look: down is positive. */
  gazeDown: number
}

const express = (brows: [number, number], eyeOpen: number, rest: [number, number, number, number]): Expression => ({
  browInner: brows[0],
  browOuter: brows[1],
  eyeOpen,
  mouthCurve: rest[0],
  mouthOpen: rest[1],
  bow: rest[2],
  gazeDown: rest[3],
})

export const expressions: Record<Emotion, Expression> = {
  neutral: express([0, 0], 0.9, [0.22, 0, 0, 0]),
  tender: express([4, 0], 0.74, [0.7, 0, 3, 0.8]),
  happy: express([2, 3], 0.76, [1, 0.35, -2, 0]),
  sad: express([10, -5], 0.64, [-0.8, 0, 5, 1.6]),
  angry: express([-9, 5], 0.74, [-0.7, 0.08, 3, 0]),
  determined: express([-5, 2], 0.8, [-0.15, 0, 1, 0]),
  afraid: express([10, 2], 1.2, [-0.5, 0.3, -2, 0]),
  worried: express([9, -3], 0.95, [-0.5, 0, 1, 0.5]),
  surprised: express([9, 10], 1.3, [0.1, 0.75, -3, 0]),
  tired: express([2, -4], 0.44, [-0.2, 0, 5, 1.2]),
}
