'use client'
import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import { askStudio, whyOf } from '../shell/askStudio'

/** A change of the order a person asked for; nothing is done before it was said what it does. */
export type Arranging =
  | { kind: 'move'; moved: string; clips: string[]; order: string[]; was: string[] }
  | { kind: 'split'; scene: string; clip: string; seconds: number; atS: number }
  | { kind: 'merge'; scene: string; clip: string; other: string; otherClip: string }

export type Rearranged = {
  renumbered: number
  stale: number
  moves: { id: string; clipName: string; from: number; to: number }[]
  staleScenes: string[]
  scene?: string
}
export type Foretold = { state: 'asking' } | { state: 'told'; told: Rearranged } | { state: 'refused'; why: string }
type Sent = { path: string; body: Record<string, unknown> }
type Answer = { ok: true; told: Rearranged } | { ok: false; why: string }

type Arrange = {
  wish: Arranging | null
  foretold: Foretold
  /** Shows what this would do; null: thinks no more of it. */
  want: (wish: Arranging | null) => void
  carryOut: () => Promise<void>
  /** What was done last and can be undone. */
  done: Arranging['kind'] | 'undone' | 'failed' | null
  undo: () => Promise<void>
  forget: () => void
  /** Why undoing was refused. */
  why: string
}

const sentOf = (wish: Arranging, project: string): Sent =>
  wish.kind === 'move'
    ? { path: `/projects/${project}/order`, body: { scenes: wish.order } }
    : wish.kind === 'split'
      ? { path: `/scenes/${wish.scene}/split`, body: { atS: wish.atS } }
      : { path: `/scenes/${wish.scene}/merge`, body: { with: wish.other } }

/** The inverse, which is known once it is done. */
const undoOf = (wish: Arranging, told: Rearranged, project: string): Sent =>
  wish.kind === 'move'
    ? { path: `/projects/${project}/order`, body: { scenes: wish.was } }
    : { path: `/scenes/${wish.scene}/undo-cut`, body: { was: wish.kind, with: wish.kind === 'split' ? (told.scene ?? '') : wish.other } } // prettier-ignore

/** Moving, splitting and merging: first what it does, then doing it, then taking it back. `look` reads the board again. */
export const useArrange = (project: string, look: () => Promise<void>): Arrange => {
  const { config } = useConfig()
  const api = config.routes.api
  const [wish, setWish] = useState<Arranging | null>(null)
  const [foretold, setForetold] = useState<Foretold>({ state: 'asking' })
  const [done, setDone] = useState<Arrange['done']>(null)
  const [why, setWhy] = useState('')
  const back = useRef<Sent | null>(null)

  const send = useCallback(
    async ({ path, body }: Sent): Promise<Answer> => {
      const answer = await askStudio<Rearranged>(`${api}${path}`, { body })
      if (answer.is === 'told') return { ok: true, told: answer.told }
      return { ok: false, why: answer.is === 'refused' ? whyOf(answer.told, { short: true }) : '' }
    },
    [api],
  )
  useEffect(() => {
    if (!wish) return
    let isOld = false
    setForetold({ state: 'asking' })
    const { path, body } = sentOf(wish, project)
    const timer = setTimeout(() => {
      void send({ path, body: { ...body, dry: true } }).then((answer) => {
        if (!isOld) setForetold(answer.ok ? { state: 'told', told: answer.told } : { state: 'refused', why: answer.why })
      })
    }, 120) // while a number is typed
    return () => {
      isOld = true
      clearTimeout(timer)
    }
  }, [wish, project, send])

  const carryOut = async () => {
    if (!wish) return
    const answer = await send(sentOf(wish, project))
    if (!answer.ok) {
      setForetold({ state: 'refused', why: answer.why })
      return
    }
    back.current = undoOf(wish, answer.told, project)
    await look() // what is said is seen
    setDone(wish.kind)
    setWish(null)
  }
  const undo = async () => {
    if (!back.current) return
    const answer = await send(back.current)
    if (answer.ok) back.current = null
    await look()
    setWhy(answer.ok ? '' : answer.why)
    setDone(answer.ok ? 'undone' : 'failed')
  }
  return { wish, foretold, want: setWish, carryOut, done, undo, forget: () => setDone(null), why }
} // prettier-ignore
