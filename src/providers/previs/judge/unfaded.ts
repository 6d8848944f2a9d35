import type { Circumstances } from '../../spec/vision'
import { rgbOf } from '../colour'
import { lightOf } from '../light'
import { memoryAt, memoryPaper } from '../memory'
import type { Looked } from './looked'

/** A picture of a flashback as it was before it was faded, so that it can be held against references that never were. */
export const unfaded = (picture: Looked, circumstances: Circumstances): Looked => {
  const { width, height } = picture
  const paper = rgbOf(memoryPaper(lightOf(circumstances)))
  const data = new Uint8Array(picture.data.length)
  for (let at = 0, i = 0; at < width * height; at++) {
    const share = memoryAt(((at % width) + 0.5) / width, (Math.floor(at / width) + 0.5) / height)
    for (let c = 0; c < 3; c++, i++) {
      const before = ((picture.data[i] ?? 0) - (paper[c] ?? 0) * share) / (1 - share)
      data[i] = Math.min(255, Math.max(0, Math.round(before)))
    }
  }
  return { ...picture, data }
}
