'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { BoardScene, BoardShown } from '@/stores/reads/boardRead'
import { useStudio, type LiveEvent } from '../shell/StudioProvider'
import { boardNews, withAll, withScenes } from './boardNews'

/** What is shown changes at most twice a second. */
const pauseMs = 500
/** More scenes than these are read by reading all. */
const fewMost = 200
/** So often it is asked whether a run has begun elsewhere. */
const runsMs = 5000

type Board = {
  scenes: BoardScene[]
  /** Reads these again now; all when none are named. */
  look: (ids?: readonly string[]) => Promise<void>
  /** Shows a scene as the server has just answered it. */
  put: (scene: BoardScene) => void
}

/** The scenes of a project, kept as they are on the server: an event of a run reads the one scene it is about. */
export const useBoard = (project: string, first: BoardShown): Board => {
  const { read, follow } = useStudio()
  const [scenes, setScenes] = useState(first.scenes)
  const [runs, setRuns] = useState(() => first.runs.map(({ id }) => id).join(','))
  const seqs = useRef(new Map(first.runs.map(({ id, seq }) => [id, seq])))
  const dirty = useRef(new Set<string>())
  const all = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const lookedAt = useRef(0)

  const take = useCallback((shown: BoardShown) => {
    for (const { id, seq } of shown.runs) if (!seqs.current.has(id)) seqs.current.set(id, seq)
    setRuns(shown.runs.map(({ id }) => id).join(','))
  }, [])
  const look = useCallback(
    async (ids?: readonly string[]) => {
      const told = await read(`/projects/${project}/board${ids ? `?scenes=${ids.join(',')}` : ''}`)
      if (!told) return // what was seen last stays
      const shown = told.answer as BoardShown
      take(shown)
      setScenes((before) => (ids ? withScenes(before, shown.scenes) : withAll(before, shown.scenes)))
    },
    [project, read, take],
  )
  const flush = useCallback(() => {
    timer.current = null
    lookedAt.current = Date.now()
    const ids = all.current || dirty.current.size > fewMost ? undefined : [...dirty.current]
    dirty.current.clear()
    all.current = false
    void look(ids)
  }, [look])
  const soon = useCallback(() => {
    timer.current ??= setTimeout(flush, Math.max(0, lookedAt.current + pauseMs - Date.now()))
  }, [flush])

  const heard = useCallback(
    (event: LiveEvent) => {
      const news = boardNews(seqs.current, event)
      if (news === 'known') return
      if (news === 'gap') all.current = true
      else if (news.scene !== null) dirty.current.add(news.scene)
      soon()
    },
    [soon],
  )
  useEffect(() => {
    const leave = runs === '' ? [] : runs.split(',').map((id) => follow(id, heard))
    return () => leave.forEach((stop) => stop())
  }, [runs, follow, heard])
  useEffect(() => {
    const beat = setInterval(() => document.visibilityState === 'visible' && void look([]), runsMs)
    const back = () => document.visibilityState === 'visible' && void look()
    document.addEventListener('visibilitychange', back)
    return () => {
      clearInterval(beat)
      document.removeEventListener('visibilitychange', back)
      if (timer.current) clearTimeout(timer.current)
      timer.current = null
    }
  }, [look])
  const put = useCallback((scene: BoardScene) => setScenes((before) => withScenes(before, [scene])), [])
  return { scenes, look, put }
} // prettier-ignore
