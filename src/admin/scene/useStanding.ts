'use client'
import { useCallback, useEffect, useState } from 'react'
import type { SceneState } from '@/payload-types'
import { useStudio } from '../shell/StudioProvider'
import { standingOf, type Standing } from './standingOf'

/** Where a scene stands, apart from its form; read again when its run moves. Undefined while it is read. */
export const useStanding = (scene: string): { standing: Standing | null | undefined; look: () => Promise<void> } => {
  const { read, follow } = useStudio()
  const [standing, setStanding] = useState<Standing | null>()
  const look = useCallback(async () => {
    if (scene === '') return
    const told = await read(`/scene-states?where[scene][equals]=${scene}&depth=1&limit=1`)
    if (!told) return // what was seen last stays
    const [state] = (told.answer as { docs: SceneState[] }).docs
    setStanding(state ? standingOf(state) : null)
  }, [scene, read])
  useEffect(() => void look(), [look])
  const run = standing?.run ?? null
  useEffect(() => (run === null ? undefined : follow(run, () => void look())), [run, follow, look])
  return { standing, look }
}
