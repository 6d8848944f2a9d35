'use client'
import { useCallback, useEffect, useState } from 'react'
import { useStudio } from '../shell/StudioProvider'
import type { Job, Told } from './promptShape'

/** What a scene would be told now; read again with `look`. Undefined while it is read, null where it cannot be. */
export const usePrompts = (scene: string, moved: unknown): { jobs: Job[] | null | undefined; look: () => Promise<void> } => {
  const { read } = useStudio()
  const [jobs, setJobs] = useState<Job[] | null>()
  const look = useCallback(async () => {
    const told = await read(`/scenes/${scene}/prompts`)
    setJobs((before) => (told ? (told.answer as { prompts: Job[] }).prompts : (before ?? null)))
  }, [scene, read])
  useEffect(() => void look(), [look, moved])
  return { jobs, look }
} // prettier-ignore

/** What one take was told; null: none is chosen, or it is being read. */
export const useTold = (scene: string, take: string | null): Told | null => {
  const { read } = useStudio()
  const [told, setTold] = useState<Told | null>(null)
  useEffect(() => {
    let isOld = false
    setTold(null)
    if (take === null) return
    void read(`/scenes/${scene}/takes/${take}`).then((found) => {
      if (!isOld) setTold((found?.answer as Told | undefined) ?? null)
    })
    return () => {
      isOld = true
    }
  }, [scene, take, read])
  return told
}
