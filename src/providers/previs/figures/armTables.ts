import type { Emotion, Pose } from '@/domain/scene/vocabulary'
import type { Carry, HandKind } from './joints'

/** Degrees of upper arm and forearm; on front and back views positive is away from the body, else forward. */
export type ArmShape = { upper: number; fore: number; short?: number; hand: HandKind; behind?: boolean }
export type ArmTable = Record<'front' | 'threeQuarter' | 'side', { near: ArmShape; far: ArmShape }>

const relaxed = (upper: number, fore: number): ArmShape => ({ upper, fore, hand: 'relaxed' })
const arm = (upper: number, fore: number, rest: Omit<ArmShape, 'upper' | 'fore'>): ArmShape => ({
  upper,
  fore,
  ...rest,
})
/** A forearm that lies before the chest is seen shortened. */
const folded = (upper: number, fore: number, hand: HandKind = 'relaxed'): ArmShape =>
  arm(upper, fore, { hand, short: 0.84, behind: true })

const standing: ArmTable = {
  front: { near: relaxed(10, -1), far: relaxed(9, 3) },
  threeQuarter: { near: relaxed(-7, 12), far: relaxed(7, 20) },
  side: { near: relaxed(-10, 12), far: relaxed(4, 24) },
}

/** What hands do that have nothing to do: the feeling moves them. */
export const idleArms: Record<Emotion, ArmTable> = {
  neutral: standing,
  tender: {
    front: { near: folded(12, -104), far: folded(11, -96) },
    threeQuarter: {
      near: arm(-8, 64, { hand: 'relaxed', short: 0.86 }),
      far: arm(-20, 34, { hand: 'relaxed', short: 0.6 }),
    },
    side: { near: arm(-12, 58, { hand: 'relaxed', short: 0.9 }), far: relaxed(-8, 62) },
  },
  happy: {
    front: { near: arm(16, 34, { hand: 'open' }), far: relaxed(10, 3) },
    threeQuarter: { near: relaxed(-8, 20), far: arm(18, 58, { hand: 'open' }) },
    side: { near: relaxed(-10, 20), far: arm(12, 56, { hand: 'open' }) },
  },
  sad: {
    front: { near: relaxed(6, -6), far: relaxed(5, -5) },
    threeQuarter: { near: relaxed(2, 6), far: relaxed(8, 10) },
    side: { near: relaxed(1, 7), far: relaxed(7, 12) },
  },
  angry: {
    front: { near: arm(20, -8, { hand: 'grip' }), far: arm(20, -6, { hand: 'grip' }) },
    threeQuarter: { near: arm(-20, 26, { hand: 'grip' }), far: arm(12, 48, { hand: 'grip' }) },
    side: { near: arm(-22, 24, { hand: 'grip' }), far: arm(8, 44, { hand: 'grip' }) },
  },
  determined: {
    front: { near: arm(42, -52, { hand: 'grip', behind: true }), far: relaxed(11, 2) },
    threeQuarter: { near: arm(-48, 46, { hand: 'grip' }), far: relaxed(6, 22) },
    side: { near: arm(-46, 50, { hand: 'grip' }), far: relaxed(4, 24) },
  },
  afraid: {
    front: { near: folded(14, -142, 'grip'), far: folded(13, -136, 'grip') },
    threeQuarter: { near: arm(8, 128, { hand: 'grip', short: 0.84 }), far: arm(16, 122, { hand: 'grip' }) },
    side: { near: arm(6, 122, { hand: 'grip', short: 0.88 }), far: arm(16, 116, { hand: 'grip' }) },
  },
  worried: {
    front: { near: folded(13, -150, 'grip'), far: relaxed(10, -8) },
    threeQuarter: { near: arm(8, 148, { hand: 'grip', short: 0.92 }), far: relaxed(4, 40) },
    side: { near: arm(10, 146, { hand: 'grip', short: 0.92 }), far: relaxed(4, 44) },
  },
  surprised: {
    front: { near: arm(20, 112, { hand: 'open', short: 0.8 }), far: arm(18, 104, { hand: 'open', short: 0.8 }) },
    threeQuarter: { near: arm(-16, 70, { hand: 'open' }), far: arm(24, 112, { hand: 'open' }) },
    side: { near: arm(-14, 68, { hand: 'open' }), far: arm(18, 108, { hand: 'open' }) },
  },
  tired: {
    front: { near: relaxed(5, -8), far: relaxed(4, -6) },
    threeQuarter: { near: relaxed(5, 2), far: relaxed(10, 6) },
    side: { near: relaxed(4, 4), far: relaxed(9, 8) },
  },
}

const lap: ArmTable = {
  front: { near: folded(13, -56), far: folded(12, -60) },
  threeQuarter: { near: relaxed(8, 46), far: relaxed(6, 44) },
  side: { near: relaxed(6, 44), far: relaxed(14, 50) },
}

/** The arms of every pose that is told by its arms; who stands has idle ones, who walks or runs swings them. */
export const poseArms: Partial<Record<Pose, ArmTable>> = {
  sit: lap,
  sit_ground: {
    front: { near: relaxed(24, -18), far: relaxed(23, -16) },
    threeQuarter: { near: relaxed(10, 62), far: relaxed(14, 66) },
    side: { near: relaxed(12, 66), far: relaxed(18, 70) },
  },
  kneel: {
    front: { near: folded(14, -30), far: relaxed(12, 4) },
    threeQuarter: { near: relaxed(6, 40), far: relaxed(18, 62) },
    side: { near: relaxed(4, 42), far: relaxed(16, 64) },
  },
  lie: {
    front: { near: relaxed(2, 22), far: relaxed(6, 12) },
    threeQuarter: { near: relaxed(2, 22), far: relaxed(6, 12) },
    side: { near: relaxed(2, 22), far: relaxed(6, 12) },
  },
  point: {
    front: { near: arm(74, 88, { hand: 'point' }), far: relaxed(11, 4) },
    threeQuarter: { near: arm(70, 86, { hand: 'point' }), far: relaxed(4, 16) },
    side: { near: arm(76, 88, { hand: 'point' }), far: relaxed(2, 20) },
  },
  hold: {
    front: { near: arm(12, -128, { hand: 'grip', short: 0.86, behind: true }), far: relaxed(9, 3) },
    threeQuarter: { near: arm(15, 106, { hand: 'grip' }), far: relaxed(8, 24) },
    side: { near: arm(2, 100, { hand: 'grip' }), far: relaxed(6, 26) },
  },
  gesture: {
    front: { near: arm(18, 138, { hand: 'open', short: 0.86 }), far: arm(15, 30, { hand: 'open' }) },
    threeQuarter: { near: arm(4, 122, { hand: 'open' }), far: arm(22, 92, { hand: 'open' }) },
    side: { near: arm(8, 116, { hand: 'open' }), far: arm(20, 84, { hand: 'open' }) },
  },
  reach: {
    front: { near: arm(46, 66, { hand: 'open', short: 0.94 }), far: relaxed(10, 4) },
    threeQuarter: { near: arm(50, 78, { hand: 'open' }), far: relaxed(12, 34) },
    side: { near: arm(56, 80, { hand: 'open' }), far: relaxed(16, 40) },
  },
  wave: {
    front: { near: arm(88, 170, { hand: 'open' }), far: relaxed(10, 4) },
    threeQuarter: { near: arm(94, 152, { hand: 'open' }), far: relaxed(4, 18) },
    side: { near: arm(88, 164, { hand: 'open' }), far: relaxed(4, 22) },
  },
  embrace: {
    front: { near: folded(16, -88, 'open'), far: folded(15, -82, 'open') },
    threeQuarter: {
      near: arm(58, 104, { hand: 'relaxed', short: 0.84 }),
      far: arm(70, 84, { hand: 'relaxed', short: 0.84 }),
    },
    side: { near: arm(62, 106, { hand: 'relaxed', short: 0.84 }), far: arm(76, 86, { hand: 'relaxed', short: 0.84 }) },
  },
}

/** The arm that carries; with `both` the other one mirrors it from the front and lies beside it from the side. */
export const carryArms: Record<Exclude<Carry, 'ear'>, Record<keyof ArmTable, ArmShape>> = {
  lift: {
    front: arm(12, -128, { hand: 'grip', short: 0.86, behind: true }),
    threeQuarter: arm(15, 106, { hand: 'grip' }),
    side: arm(2, 100, { hand: 'grip' }),
  },
  hang: {
    front: arm(10, 3, { hand: 'grip' }),
    threeQuarter: arm(1, 7, { hand: 'grip' }),
    side: arm(-3, 8, { hand: 'grip' }),
  },
  upright: {
    front: arm(20, 62, { hand: 'grip', short: 0.9 }),
    threeQuarter: arm(10, 84, { hand: 'grip' }),
    side: arm(8, 82, { hand: 'grip' }),
  },
  // The shaft of an umbrella stands beside the face, never across it.
  over: {
    front: arm(34, 150, { hand: 'grip', short: 0.8 }),
    threeQuarter: arm(46, 138, { hand: 'grip' }),
    side: arm(50, 136, { hand: 'grip' }),
  },
  both: {
    front: arm(16, -76, { hand: 'grip', short: 0.66, behind: true }),
    threeQuarter: arm(6, 82, { hand: 'grip' }),
    side: arm(4, 84, { hand: 'grip' }),
  },
}
