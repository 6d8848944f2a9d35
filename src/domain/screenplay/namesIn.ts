/** Finds the cast's names in a text; built once for a screenplay. */
export type NameFinder = (text: string) => string[]

/** Words of a longer name that mean nobody by themselves. */
const titles = new Set(
  'OLD YOUNG LITTLE BIG THE MR MR. MRS MRS. MS MS. DR DR. MISS SIR LADY FIRST SECOND THIRD MAN WOMAN BOY GIRL CAPTAIN UNCLE AUNT MOTHER FATHER SISTER BROTHER AND OF'.split(
    ' ',
  ),
)

/**
 * A finder for these names: "Tom" and "TOM" are TOM, "Mara's" is MARA, "Quinn" is MARA QUINN when nobody else is
 * called so, "the ferryman" is FERRYMAN. A small letter without "the" is a word, not a name ("will", "mark"). Gives
 * each name once, in the order of the text.
 */
export const findNames = (cast: readonly string[]): NameFinder => {
  const byFirst = new Map<string, string[][]>()
  const add = (tokens: string[], name: string) => {
    const [first = ''] = tokens
    const list = byFirst.get(first) ?? []
    list.push([name, ...tokens])
    byFirst.set(first, list)
  }
  for (const name of cast) add(tokensOf(name).map(upper), name)
  for (const [part, names] of partsOf(cast)) if (names.length === 1 && !byFirst.has(part)) add([part], names[0] ?? '')
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length)
  return (text) => {
    const tokens = tokensOf(text)
    const found = new Set<string>()
    for (let at = 0; at < tokens.length; at += 1) {
      const hit = hitAt(tokens, at, byFirst.get(upper(tokens[at] ?? '')))
      if (!hit) continue
      found.add(hit.name)
      at += hit.length - 1
    }
    return [...found]
  }
}

const tokensOf = (text: string): string[] => text.match(/[\p{L}\p{N}#]+(?:[-.'’][\p{L}\p{N}]+)*/gu) ?? []
const upper = (token: string): string => token.replace(/['’]s$/i, '').toUpperCase()

/** Single words of longer names → the names that hold them. */
const partsOf = (cast: readonly string[]): Map<string, string[]> => {
  const parts = new Map<string, string[]>()
  for (const name of cast) {
    const tokens = tokensOf(name).map(upper)
    for (const token of tokens.length > 1 ? tokens : []) {
      if (titles.has(token) || /^#?\d/.test(token)) continue
      const owners = parts.get(token)
      if (owners) owners.push(name)
      else parts.set(token, [name])
    }
  }
  return parts
}

const hitAt = (tokens: string[], at: number, candidates: string[][] | undefined) => {
  for (const [name = '', ...parts] of candidates ?? []) {
    if (!parts.every((part, i) => upper(tokens[at + i] ?? '') === part)) continue
    const named = /^\p{Lu}/u.test(tokens[at] ?? '') || !/\p{Ll}/u.test(tokens[at] ?? '')
    if (named || /^the$/i.test(tokens[at - 1] ?? '')) return { name, length: parts.length }
  }
  return undefined
}
