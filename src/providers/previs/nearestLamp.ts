import type { FramedPerson, Framing } from './framed'
import type { Light } from './light'
import type { Plate } from './plates/plate'

/** A lamp farther away than this share of the frame's width lights nobody. */
const reach = 0.4

/** The light one person stands in: by night the nearest lamp of the place decides which of their sides is lit and
 *  where their shadow falls, as long as it is in view; else the light of the whole picture. */
export const litBy = ({ light, lamps }: Plate, { window, width, layered }: Framing, framed: FramedPerson): Light => {
  if (!light.night || light.interior || !layered) return light
  const scale = width / window.width
  const ways = lamps
    .map((lamp) => (lamp.x - window.x) * scale - framed.x)
    .filter((way) => Math.abs(way) < reach * width && Math.abs(way) > framed.half * 0.3)
    .sort((a, b) => Math.abs(a) - Math.abs(b))
  const [nearest] = ways
  return nearest === undefined ? light : { ...light, sunSide: nearest < 0 ? -1 : 1 }
}
