/** A place in the line. */
export type Place = {
  /** How many are before it; 0 also when its turn has come. */
  position: () => number
  /** Leaves the line; false when its turn had come already. */
  leave: () => boolean
}

export type Line = {
  enter: (task: () => Promise<void>) => Place
  /** How many were at work at the same time at most. */
  most: () => number
}

/** First come, first served: so many at work at once as the account allows, the others wait. */
export const openLine = (slots: number): Line => {
  const waiting: { task: () => Promise<void> }[] = []
  let busy = 0
  let most = 0

  const next = () => {
    while (busy < slots) {
      const entry = waiting.shift()
      if (!entry) return
      busy++
      most = Math.max(most, busy)
      void entry.task().finally(() => {
        busy--
        next()
      })
    }
  }

  return {
    enter: (task) => {
      const entry = { task }
      waiting.push(entry)
      queueMicrotask(next)
      return {
        position: () => Math.max(0, waiting.indexOf(entry)),
        leave: () => {
          const index = waiting.indexOf(entry)
          if (index >= 0) waiting.splice(index, 1)
          return index >= 0
        },
      }
    },
    most: () => most,
  }
}
