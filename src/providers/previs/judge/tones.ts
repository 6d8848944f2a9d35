import { labOf } from './lab'
import { rgbAt, type Looked } from './looked'

/** How light and of which tint a picture is (OKLab): means of lightness and both hue axes, and the lightness below
 *  which a fifth and four fifths of it lie. */
export type Tones = { light: number; red: number; warm: number; low: number; high: number }

export const tonesOf = (picture: Looked): Tones => {
  const count = picture.data.length / 3
  const lights = new Float32Array(count)
  let [light, red, warm] = [0, 0, 0]
  for (let at = 0; at < count; at++) {
    const lab = labOf(rgbAt(picture, at))
    lights[at] = lab[0]
    light += lab[0]
    red += lab[1]
    warm += lab[2]
  }
  lights.sort()
  const share = (part: number) => lights[Math.floor(count * part)] ?? 0
  return { light: light / count, red: red / count, warm: warm / count, low: share(0.2), high: share(0.8) }
}
