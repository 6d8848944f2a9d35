/** What of an SVG is more than a drawing; null when it is one. In: the file's text. */
export const svgFault = (text: string): string | null => {
  const found = faults.find(([sign]) => sign.test(text))
  return found ? found[1] : null
}

const faults: [RegExp, string][] = [
  [/<!(?:DOCTYPE[^>]*\[|ENTITY)/i, 'It declares entities.'],
  [/<\s*(?:[\w-]+:)?script\b/i, 'It holds a script.'],
  [/<\s*(?:[\w-]+:)?(?:foreignObject|iframe|embed|object|handler|listener)\b/i, 'It holds more than a drawing.'],
  [/\son\w+\s*=\s*["']/i, 'It holds a script.'],
  [/(?:javascript|vbscript)\s*:/i, 'It holds a script.'],
  [/(?:href|src)\s*=\s*["']\s*(?:https?:|\/\/|file:)/i, 'It draws in files from elsewhere.'],
  [/(?:@import|url\(\s*["']?\s*(?:https?:|\/\/|file:))/i, 'It draws in files from elsewhere.'],
]

/** An SVG, or something that a reader may take for one, whatever its name ends in. In: how the file begins. */
export const looksLikeSvg = (text: string): boolean => /^\uFEFF?\s*</.test(text) && /<(?:\w{1,40}:)?svg\b/i.test(text)
