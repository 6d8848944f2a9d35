import type { Range } from '../../money/priceRule'

/** What a picture counts when it is looked at. No source says it for every model: an allowance, wide on purpose. */
const pictureTokens: Range = { expected: 1000, atMost: 2000 }

/**
 * Tokens of a text before anybody counted them. Plain letters: a token for every four expected, for every three at
 * most; every other letter as many as it has bytes.
 */
export const tokensOf = (text: string, { pictures = 0 }: { pictures?: number } = {}): Range => {
  let plain = 0
  let bytes = 0
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    if (code < 0x80) plain += 1
    else bytes += code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return {
    expected: Math.ceil(plain / 4 + bytes / 2) + pictures * pictureTokens.expected,
    atMost: Math.ceil(plain / 3) + bytes + pictures * pictureTokens.atMost,
  }
}

/** What is written: a quarter of the most is expected, or what is usual where that is less. */
export const writtenTokens = (most: number, { usual = Infinity }: { usual?: number } = {}): Range => ({
  expected: Math.min(Math.ceil(most / 4), usual),
  atMost: most,
})
