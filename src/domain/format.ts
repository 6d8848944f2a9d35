import type { Aspect, FrameRate, Resolution } from '@/domain/scene/vocabulary'

/** Picture format of a project, in pixels and frames per second. */
export type PictureFormat = { aspect: Aspect; width: number; height: number; fps: FrameRate }

const shortSide: Record<Resolution, number> = { '360p': 360, '720p': 720, '1080p': 1080 }
const ratio: Record<Aspect, [number, number]> = { '16:9': [16, 9], '9:16': [9, 16], '1:1': [1, 1], '4:5': [4, 5] }

/** Size for an aspect: the short side is the resolution's number; both sides are even. */
export const pictureFormat = (aspect: Aspect, resolution: Resolution, fps: FrameRate): PictureFormat => {
  const [w, h] = ratio[aspect]
  const short = shortSide[resolution]
  const even = (n: number) => 2 * Math.round(n / 2)
  return w >= h
    ? { aspect, width: even((short * w) / h), height: short, fps }
    : { aspect, width: short, height: even((short * h) / w), fps }
}

type Size = { width: number; height: number }

/** So far apart are the sizes models give for one shape, 1344 × 768 for 16:9 or 896 × 1152 for 4:5. */
const shapeOffBy = 0.03

/** Whether a picture of one size fills the other with hardly anything cut off; else it is letterboxed, or its middle is kept. */
export const isNearlyShape = (one: Size, other: Size): boolean =>
  Math.abs(one.width / one.height / (other.width / other.height) - 1) <= shapeOffBy
