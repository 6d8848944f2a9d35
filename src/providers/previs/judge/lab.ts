/** A colour in OKLab: lightness 0–1, then the two axes of hue (about −.3 to .3). */
export type Lab = readonly [number, number, number]
export type Rgb = readonly [number, number, number]

/** Brightness of a stored channel, 0–1, without its curve. */
export const linear = Float64Array.from({ length: 256 }, (_, byte) => {
  const c = byte / 255
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
})

const linearOf = (channel: number): number => {
  const low = Math.floor(channel)
  const part = channel - low
  const from = linear[low] ?? 1
  return part === 0 ? from : from + ((linear[low + 1] ?? 1) - from) * part
}

/** OKLab of stored red, green, blue, 0–255 each, fractions allowed. */
export const labOf = ([red, green, blue]: Rgb): Lab => {
  const [r, g, b] = [linearOf(red), linearOf(green), linearOf(blue)]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}
