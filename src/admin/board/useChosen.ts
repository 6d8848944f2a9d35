'use client'
import { useCallback, useRef, useState } from 'react'

/** How a scene is chosen: `range` takes all from the one chosen last. */
export type Choose = (id: string, range?: boolean) => void
type Chosen = { chosen: ReadonlySet<string>; choose: Choose; chooseAll: () => void; chooseNone: () => void }

/** Which scenes are chosen, among those that are shown and in their order. */
export const useChosen = (shown: readonly string[]): Chosen => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<string | null>(null)
  const order = useRef(shown)
  order.current = shown
  const choose = useCallback<Choose>((id, range = false) => {
    const from = order.current.indexOf(last.current ?? '')
    const to = order.current.indexOf(id)
    if (range && from >= 0 && to >= 0) {
      const all = order.current.slice(Math.min(from, to), Math.max(from, to) + 1)
      setChosen((before) => new Set([...before, ...all]))
      return
    }
    last.current = id
    setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  }, [])
  const chooseAll = useCallback(() => setChosen(new Set(order.current)), [])
  const chooseNone = useCallback(() => setChosen(new Set()), [])
  return { chosen, choose, chooseAll, chooseNone }
}
