'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Run, SceneState } from '@/payload-types'
import type { ToldTake } from '@/domain/takes/toldTake'
import { useStudio } from '../shell/StudioProvider'
import { useStartedRun } from './sceneRuns'
import { standingOf, type Standing } from './standingOf'

type Seen = {
  /** Undefined while it is read, null before anything was made. */
  standing: Standing | null | undefined
  /** The newest first; null where whoever looks may not see them. */
  takes: ToldTake[] | null
  look: () => Promise<void>
}

const leastMs = 500
const openStates = 'pending,running,waiting,stopping,cancelling'

/** Where a scene stands and its takes, apart from its form; read again, at most twice a second, while a run of its film moves. */
export const useStanding = (scene: string, project: string): Seen => {
  const { read, follow } = useStudio()
  const [standing, setStanding] = useState<Standing | null>()
  const [takes, setTakes] = useState<ToldTake[] | null>(null)
  const [open, setOpen] = useState<string | null>(null)
  const started = useStartedRun(scene)
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null)
  const look = useCallback(async () => {
    if (scene === '') return
    const [told, made] = await Promise.all([
      read(`/scene-states?where[scene][equals]=${scene}&depth=1&limit=1`),
      read(`/scenes/${scene}/takes`),
    ])
    if (made) setTakes((made.answer as { takes: ToldTake[] }).takes)
    if (!told) return // what was seen last stays
    const [state] = (told.answer as { docs: SceneState[] }).docs
    setStanding(state ? standingOf(state) : null)
  }, [scene, read])
  useEffect(() => void look(), [look])
  useEffect(() => {
    if (project === '') return
    const asked = `where[project][equals]=${project}&where[state][in]=${openStates}&sort=-createdAt&limit=1&depth=0&select[kind]=true`
    void read(`/runs?${asked}`).then((found) => setOpen((found?.answer as { docs: Run[] } | undefined)?.docs[0]?.id ?? null))
  }, [project, read])
  const run = started ?? open
  useEffect(() => {
    if (run === null) return
    const soon = () => {
      waiting.current ??= setTimeout(() => {
        waiting.current = null
        void look()
      }, leastMs)
    }
    soon()
    return follow(run, soon)
  }, [run, follow, look])
  return { standing, takes, look }
} // prettier-ignore
