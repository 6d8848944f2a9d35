const widest = 42

/**
 * Breaks a text into lines of at most 42 characters: at spaces and dashes, in scripts without spaces after their
 * punctuation, else anywhere in them. Two lines are made about equally long. A longer word of letters stays whole.
 */
export const breakLines = (text: string): string[] => {
  const pieces = text.split(/(?<=\s|[—–-](?=\p{L})|[。、！？，；：…」』）])/u).flatMap(splitWide)
  const pack = (width: number) => {
    const lines: string[] = []
    for (const piece of pieces) {
      const line = lines.at(-1)
      if (line !== undefined && size((line + piece).trimEnd()) <= width) lines[lines.length - 1] = line + piece
      else lines.push(piece)
    }
    return lines.map((line) => line.trim()).filter((line) => line !== '')
  }
  const lines = pack(widest)
  if (lines.length !== 2) return lines
  for (let width = Math.ceil(size(text) / 2); width < widest; width++) {
    const even = pack(width)
    if (even.length === 2 && even.every((line) => size(line) <= widest)) return even
  }
  return lines
}

const size = (text: string) => Array.from(text).length
const spaceless =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{P}\p{M}\s]+$/u
const splitWide = (piece: string): string[] => {
  const letters = Array.from(piece)
  if (letters.length <= widest || !spaceless.test(piece)) return [piece]
  return Array.from({ length: Math.ceil(letters.length / widest) }, (_, i) =>
    letters.slice(i * widest, (i + 1) * widest).join(''),
  )
}
