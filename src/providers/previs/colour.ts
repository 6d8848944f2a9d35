type Triple = readonly [number, number, number]

/** Red, green, blue, 0–255 each, of '#rrggbb' (the '#' may be missing). */
export const rgbOf = (hex: string): Triple => {
  const value = Number.parseInt(hex.startsWith('#') ? hex.slice(1) : hex, 16)
  return [(value >>> 16) & 255, (value >>> 8) & 255, value & 255]
}

/** '#rrggbb' of three channels, rounded and held inside 0–255. */
export const hexOf = ([red, green, blue]: Triple): string =>
  `#${[red, green, blue].map((c) => byte(c).toString(16).padStart(2, '0')).join('')}`

/** The colour `t` of the way from a to b (0 = a, 1 = b), mixed in OKLab so that no grey or neon lies between. */
export const mix = (a: string, b: string, t: number): string => {
  if (t <= 0) return hexOf(rgbOf(a))
  if (t >= 1) return hexOf(rgbOf(b))
  const from = labOf(a)
  const to = labOf(b)
  return hexOfLab([from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t, from[2] + (to[2] - from[2]) * t])
}

/** The colour `local` takes in light of colour `light`: channel by channel, white changes nothing. */
export const multiply = (local: string, light: string): string => {
  const a = rgbOf(local)
  const b = rgbOf(light)
  return hexOf([(a[0] * b[0]) / 255, (a[1] * b[1]) / 255, (a[2] * b[2]) / 255])
}

/** Brightness 0–255 as the eye weighs it (BT.709 on the stored values). */
export const luma = (hex: string): number => {
  const [red, green, blue] = rgbOf(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Hue in degrees 0–360 in OKLab; greys have one too, so read `chromaOf` before trusting it. */
export const hueOf = (hex: string): number => {
  const [, a, b] = labOf(hex)
  return ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360
}

/** The same hue and strength, lightness moved by `by` (−1 to 1). */
export const lighten = (hex: string, by: number): string => {
  const [l, a, b] = labOf(hex)
  return hexOfLab([Math.min(1, Math.max(0, l + by)), a, b])
}

const byte = (channel: number): number => Math.min(255, Math.max(0, Math.round(channel)))

const toLinear = (channel: number): number => {
  const c = channel / 255
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
}

const toStored = (linear: number): number => {
  const c = Math.max(0, linear)
  return 255 * (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055)
}

/** Boards mix the same few dozen colours again and again; the map is emptied before it could grow. */
const known = new Map<string, Triple>()
const knownMost = 4096

const labOf = (hex: string): Triple => {
  const found = known.get(hex)
  if (found) return found
  if (known.size >= knownMost) known.clear()
  const lab = labOfRgb(rgbOf(hex))
  known.set(hex, lab)
  return lab
}

const labOfRgb = (rgb: Triple): Triple => {
  const [r, g, b] = [toLinear(rgb[0]), toLinear(rgb[1]), toLinear(rgb[2])]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

const hexOfLab = ([lightness, a, b]: Triple): string => {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return hexOf([
    toStored(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    toStored(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    toStored(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ])
}
