/** Somebody who can be named in a comment: `@Edda Klein`. No two names alike. */
export type Named = { id: string; name: string }

const isWordSign = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}_]/u.test(sign)

/** Who is named with an @ in a text, in the order they come. The longer name counts: “@Anna” does not name Ann. */
export const mentionsIn = (text: string, people: readonly Named[]): string[] => {
  const longestFirst = people.filter(({ name }) => name !== '').toSorted((a, b) => b.name.length - a.name.length)
  const found: string[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (isWordSign(text[at - 1])) continue // an e-mail address
    const rest = text.slice(at + 1)
    const one = longestFirst.find(({ name }) => startsWith(rest, name) && !isWordSign(rest[name.length]))
    if (one && !found.includes(one.id)) found.push(one.id)
  }
  return found
}

const startsWith = (text: string, name: string): boolean =>
  text.slice(0, name.length).toLocaleLowerCase() === name.toLocaleLowerCase()

/** Names as they are written behind an @: what people call themselves, else their address before its @; alike ones told apart. */
export const namesOf = (people: readonly { id: string; name: string; email: string }[]): Named[] => {
  const own = people.map(({ name, email }) => name.trim().replaceAll(/\s+/g, ' ') || (email.split('@')[0] ?? email))
  return people.map(({ id, email }, i) => {
    const name = own[i] ?? ''
    const alike = own.filter((other) => other.toLocaleLowerCase() === name.toLocaleLowerCase()).length > 1
    return { id, name: alike ? `${name} (${email})` : name }
  })
}
