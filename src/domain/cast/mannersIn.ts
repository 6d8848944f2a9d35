import type { Told } from './told'

/** To whom, where to and when: directions, no manner. */
const direction = /^(?:to|into|at|on|off|over|from|after|before|then|beat|pause|silence|cont|continuing|re:?|in (?!a )|as |while|turns?|turning|looks?|looking|reads|reading|points|pointing|takes|taking|v\.?o|o\.?s|phone|into phone|sotto|subtitled?|singing|sings)\b/i // prettier-ignore

/** How people speak, by what stands in brackets above their words: the first six, each with its line. "(quietly)", not "(to Ida)". */
export const mannersIn = (told: readonly Told[]): Map<string, string[]> => {
  const manners = new Map<string, Map<string, number>>()
  for (const { kind, text, line, by } of told) {
    if (kind !== 'manner') continue
    const known = manners.get(by) ?? new Map<string, number>()
    manners.set(by, known)
    for (const part of text.split(/[,;]/).map((one) => one.replace(/[()]/g, '').trim().toLowerCase()))
      if (part !== '' && part.split(/\s+/).length < 4 && !direction.test(part) && !known.has(part))
        known.set(part, line)
  }
  return new Map([...manners].map(([name, known]) => [name, [...known].slice(0, 6).map(([text, line]) => `${text} (line ${String(line)})`)])) // prettier-ignore
}
