import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import opentype, { type Font, type PathCommand } from 'opentype.js'

type Weight = 400 | 500 | 600 | 700

/** Letters as glyph outlines (Jost), so that every machine draws the same and none needs a font installed.
 *  In: `size` in the units of the picture, `letterSpacing` in em, `maxWidth` shrinks a line that is too wide.
 *  Out: SVG path data, baseline at y = 0, first letter at x = 0, and the line's width in the same units.
 *  Never throws: a letter no installed subset has (Latin, extended Latin, Cyrillic) is left out. */
export function textPath({
  text,
  size,
  weight = 500,
  letterSpacing = 0,
  maxWidth = Infinity,
}: {
  text: string
  size: number
  weight?: Weight
  letterSpacing?: number
  maxWidth?: number
}): { d: string; width: number } {
  const letters = Array.from(text).flatMap((letter) => {
    const font = subsets.map((subset) => fontOf(subset, weight)).find((one) => one && one.charToGlyphIndex(letter) > 0)
    return font ? [{ font, letter }] : []
  })
  const natural = letters.reduce(
    (sum, { font, letter }) => sum + advanceOf(font, letter) + letterSpacing,
    -letterSpacing,
  )
  const scale = Math.min(size, natural > 0 ? maxWidth / natural : size)
  let pen = 0
  const parts: string[] = []
  for (const { font, letter } of letters) {
    parts.push(dataOf(font.getPath(letter, pen * scale, 0, scale).commands))
    pen += advanceOf(font, letter) + letterSpacing
  }
  return { d: parts.join(''), width: Math.max(0, natural * scale) }
}

const subsets = ['latin', 'latin-ext', 'cyrillic'] as const
const fonts = new Map<string, Font | undefined>()
const locate = createRequire(import.meta.url)

function fontOf(subset: (typeof subsets)[number], weight: Weight): Font | undefined {
  const file = `@fontsource/jost/files/jost-${subset}-${weight}-normal.woff`
  if (!fonts.has(file)) fonts.set(file, readFont(file))
  return fonts.get(file)
}

/** Undefined when the package is not there: a slate without letters is better than a film that stops. */
function readFont(file: string): Font | undefined {
  try {
    const bytes = readFileSync(locate.resolve(file))
    return opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  } catch {
    return undefined
  }
}

function advanceOf(font: Font, letter: string): number {
  return (font.charToGlyph(letter).advanceWidth ?? 0) / font.unitsPerEm
}

/** opentype's own writer runs numbers together and librsvg then cuts the text short, hence the spaces. */
function dataOf(commands: PathCommand[]): string {
  return commands.map(stepOf).join(' ')
}

function stepOf(command: PathCommand): string {
  const n = (value: number) => value.toFixed(2)
  switch (command.type) {
    case 'Q':
      return `Q ${n(command.x1)} ${n(command.y1)} ${n(command.x)} ${n(command.y)}`
    case 'C':
      return `C ${n(command.x1)} ${n(command.y1)} ${n(command.x2)} ${n(command.y2)} ${n(command.x)} ${n(command.y)}`
    case 'Z':
      return 'Z'
    default:
      return `${command.type} ${n(command.x)} ${n(command.y)}`
  }
}
