/** Names of clips as files may have them, no two alike (also where letters are all alike): the second `X` is `X_2`. */
export const clipNames = (wished: readonly string[]): string[] => {
  const taken = new Set<string>()
  return wished.map((wish) => {
    const plain = wish.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 60) || 'SHOT'
    return free(plain, taken)
  })
}

const free = (name: string, taken: Set<string>): string => {
  for (let n = 1; ; n++) {
    const one = n === 1 ? name : `${name}_${String(n)}`
    if (taken.has(one.toUpperCase())) continue
    taken.add(one.toUpperCase())
    return one
  }
}

/** Names every source has on its own in an edit decision list: AX is “any”, BL is black. */
const reserved = ['AX', 'BL', 'BLACK', 'BARS']

/** A name of at most 8 capitals and digits for each clip: SC012A_SH030 is 012A030; what does not fit is counted, R0000012. */
export const reelNames = (names: readonly string[]): string[] => {
  const taken = new Set(reserved)
  return names.map((name, i) => {
    const short = name.toUpperCase().replace(/^SC/, '').replace('_SH', '').replace(/[^A-Z0-9]/g, '') // prettier-ignore
    const counted = `R${String(i + 1).padStart(7, '0')}`
    const reel = short !== '' && short.length <= 8 && !taken.has(short) && !/^R\d{7}$/.test(short) ? short : counted
    taken.add(reel)
    return reel
  })
}
