'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { Scene, SceneState } from '@/payload-types'
import { useStudio } from '../shell/StudioProvider'
import { projectIdOf } from './projectIdOf'
import { urlOf } from './standingOf'

export type SceneBefore = { id: string; clipName: string; lastFrame: string | null }
type Docs<T> = { docs: T[] } | undefined

/** The scene the film shows before this one, with its last picture. Null: this is the first; undefined: not read yet. */
export const useSceneBefore = (): SceneBefore | null | undefined => {
  const { data } = useDocumentInfo()
  const { read } = useStudio()
  const [before, setBefore] = useState<SceneBefore | null>()
  const project = projectIdOf(data?.['project'])
  const number = Number(data?.['sequenceNumber'] ?? 0)
  useEffect(() => {
    if (project === '' || number === 0) return
    const look = async () => {
      const found = await read(`/scenes?where[project][equals]=${project}&where[sequenceNumber][less_than]=${number}&where[archived][not_equals]=true&sort=-sequenceNumber&limit=1&depth=0&select[clipName]=true`)
      const [scene] = (found?.answer as Docs<Scene>)?.docs ?? []
      if (!found) return
      if (!scene) {
        setBefore(null)
        return
      }
      const made = await read(`/scene-states?where[scene][equals]=${scene.id}&depth=1&limit=1`)
      const [state] = (made?.answer as Docs<SceneState>)?.docs ?? []
      setBefore({ id: scene.id, clipName: scene.clipName ?? '', lastFrame: urlOf(state?.lastFrame) })
    }
    void look()
  }, [project, number, read])
  return before
} // prettier-ignore
