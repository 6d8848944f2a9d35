/** What people call a colour #rrggbb: "grey", "dark red". Other text is answered as it is. */
export const colourWord = (text: string): string => {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text)
  if (!hex) return text
  const [red = 0, green = 0, blue = 0] = hex.slice(1).map((part) => Number.parseInt(part, 16) / 255)
  const most = Math.max(red, green, blue)
  const least = Math.min(red, green, blue)
  const lightness = (most + least) / 2
  const chroma = most - least
  if (chroma < 0.12) return greyOf(lightness)
  const hue = hueOf({ red, green, blue }, most, chroma)
  const name = hues.find(([upTo]) => hue < upTo)?.[1] ?? 'red'
  if (name === 'orange' && lightness < 0.4) return 'brown'
  if (lightness < 0.3) return `dark ${name}`
  return lightness > 0.75 ? `light ${name}` : name
}

const greyOf = (lightness: number): string => {
  if (lightness < 0.15) return 'black'
  if (lightness > 0.9) return 'white'
  if (lightness < 0.35) return 'dark grey'
  return lightness > 0.7 ? 'light grey' : 'grey'
}

type Rgb = { red: number; green: number; blue: number }

const hueOf = ({ red, green, blue }: Rgb, most: number, chroma: number): number => {
  if (most === red) return (((green - blue) / chroma) * 60 + 360) % 360
  return most === green ? ((blue - red) / chroma) * 60 + 120 : ((red - green) / chroma) * 60 + 240
}

/** Up to which hue, in degrees, a colour is called so. */
const hues: readonly (readonly [number, string])[] = [
  [15, 'red'], [42, 'orange'], [68, 'yellow'], [160, 'green'], [195, 'turquoise'], [255, 'blue'], [290, 'purple'], [340, 'pink'], [361, 'red'],
] // prettier-ignore
