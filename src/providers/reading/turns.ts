/** Lets at most `atOnce` go at the same time; the others wait for their turn, in order. */
export const turns = (atOnce: number) => {
  const waiting: (() => void)[] = []
  let going = 0
  return async <T>(body: () => Promise<T>): Promise<T> => {
    if (going >= atOnce) await new Promise<void>((next) => waiting.push(next))
    else going++
    try {
      return await body()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else going--
    }
  }
}
