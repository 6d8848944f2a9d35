'use client'
import { useCallback } from 'react'
import type { BoardScene } from '@/stores/reads/boardRead'
import type { SceneVerb } from './CardMenu'
import { movedOrder } from './movedOrder'
import type { Arranging } from './useArrange'

type Asked = {
  scenes: readonly BoardScene[]
  chosen: ReadonlySet<string>
  want: (wish: Arranging) => void
  open: (id: string) => void
  /** Why the order cannot be changed; empty when it can. */
  fixed: string
}
type Verbs = {
  /** `by`: so many places on. */
  onVerb: (id: string, verb: SceneVerb, by?: number) => void
  /** These were dropped before that one; null: at the end. */
  drop: (moving: ReadonlySet<string>, before: string | null) => void
}

/** What a menu, a key or a drag asks for, as a wish that is shown before it is done. */
export const useVerbs = ({ scenes, chosen, want, open, fixed }: Asked): Verbs => {
  const drop = useCallback(
    (moving: ReadonlySet<string>, before: string | null) => {
      const was = scenes.map(({ id }) => id)
      const order = movedOrder(was, moving, before)
      const clips = scenes.filter(({ id }) => moving.has(id)).map(({ clip }) => clip)
      const [moved] = moving
      if (moved !== undefined && order.join() !== was.join()) want({ kind: 'move', moved, clips, order, was })
    },
    [scenes, want],
  )
  const move = useCallback(
    (id: string, by: number) => {
      const was = scenes.map((scene) => scene.id)
      const from = was.indexOf(id)
      const rest = was.filter((one) => one !== id)
      const at = Math.max(0, Math.min(rest.length, from + by))
      want({ kind: 'move', moved: id, clips: [scenes[from]?.clip ?? ''], order: [...rest.slice(0, at), id, ...rest.slice(at)], was })
    },
    [scenes, want],
  )
  const onVerb = useCallback(
    (id: string, verb: SceneVerb, by = 0) => {
      const at = scenes.findIndex((scene) => scene.id === id)
      const [scene, next] = [scenes[at], scenes[at + 1]]
      if (!scene) return
      if (verb === 'open') open(id)
      if (verb === 'open' || fixed !== '') return
      if (verb === 'move') move(id, by)
      if (verb === 'split') want({ kind: 'split', scene: id, clip: scene.clip, seconds: scene.seconds, atS: Math.round(5 * scene.seconds) / 10 })
      if (verb === 'merge' && next) want({ kind: 'merge', scene: id, clip: scene.clip, other: next.id, otherClip: next.clip })
    },
    [scenes, open, fixed, move, want],
  )
  return { onVerb, drop: useCallback((moving, before) => drop(moving.size > 0 ? moving : chosen, before), [drop, chosen]) }
} // prettier-ignore
