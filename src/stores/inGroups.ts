type Waiting<T, R> = { asked: T; resolve: (answer: R) => void; reject: (error: unknown) => void }

/**
 * Questions of one kind that come while one is under way are asked together in the next: however many there are at a
 * time, they cost two commands. `answer` gives as many answers as it was asked, in the same order; its failure is theirs.
 */
export const inGroups = <T, R>(most: number, answer: (asked: readonly T[]) => Promise<readonly R[]>) => {
  const queue: Waiting<T, R>[] = []
  let busy = false
  const drain = async (): Promise<void> => {
    if (busy) return
    busy = true
    while (queue.length > 0) {
      const group = queue.splice(0, most)
      try {
        const answers = await answer(group.map(({ asked }) => asked))
        group.forEach(({ resolve }, i) => resolve(answers[i] as R))
      } catch (error) {
        for (const { reject } of group) reject(error)
      }
    }
    busy = false
  }
  return (asked: T): Promise<R> =>
    new Promise<R>((resolve, reject) => {
      queue.push({ asked, resolve, reject })
      void drain()
    })
}
