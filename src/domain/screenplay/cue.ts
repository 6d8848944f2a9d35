/** A character cue taken apart. `extension` is '' when there is none, several are joined by ", ". */
export type Cue = { name: string; extension: string; dual: boolean }

/** A longer line is no name: it is a sentence somebody shouts. Characters. */
const cueLengthMax = 200

/**
 * Takes a cue line apart: "MARA (V.O.) (CONT'D) ^" → MARA, "V.O., CONT'D", dual. Brackets that do not pair, are empty
 * or would leave no name stay in the name.
 */
export const readCue = (line: string): Cue => {
  const rest = line.trim()
  const dual = rest.endsWith('^')
  const extensions: string[] = []
  let end = rest.length
  while (rest.charAt(end - 1) === '^') end = lastInk(rest, end - 1)
  while (rest.charAt(end - 1) === ')') {
    const from = openingBracket(rest, end)
    const inner = from < 0 ? '' : rest.slice(from + 1, end - 1).trim()
    const nameEnd = from < 0 ? 0 : lastInk(rest, from)
    if (inner === '' || nameEnd === 0) break
    extensions.push(inner)
    end = nameEnd
  }
  return { name: rest.slice(0, end), extension: extensions.reverse().join(', '), dual }
}

/** True when a line may be a cue by its letters alone: capitals of any script that has them, no small letter. */
export const looksLikeCue = (line: string): boolean => {
  if (line.length > cueLengthMax) return false
  const { name } = readCue(line)
  return isUpperCase(name)
}

/** At least one capital and no small letter (ß counts as a capital, as printers have it). */
export const isUpperCase = (text: string): boolean => /\p{Lu}/u.test(text) && !/[^\P{Ll}ß]/u.test(text)

const openingBracket = (text: string, end: number): number => {
  let depth = 0
  for (let at = end - 1; at >= 0; at -= 1) {
    const character = text.charAt(at)
    if (character === ')') depth += 1
    if (character === '(') depth -= 1
    if (depth === 0) return at
  }
  return -1
}

const lastInk = (text: string, end: number): number => {
  let at = end
  while (at > 0 && text.charAt(at - 1).trim() === '') at -= 1
  return at
}
