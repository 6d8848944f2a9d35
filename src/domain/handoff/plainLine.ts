/** Words as one line of a text format: no breaks, nothing invisible, at most so many characters. */
export const plainLine = (text: string, most: number): string =>
  Array.from(
    text
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
    .slice(0, most)
    .join('')
