'use client'
import { useEffect, useState } from 'react'
import { pictureFormat, type PictureFormat } from '@/domain/format'
import { previsModel, readProjectSettings } from '@/domain/project/projectSettings'
import type { Offer } from '../../settings/ModelCard'
import { useStudio } from '../../shell/StudioProvider'

export type OneOffModels = { department: string; chosen: string; offers: Offer[] }[]
type Facts = { format: PictureFormat | null; models: OneOffModels }
const nothing: Facts = { format: null, models: [] }

/** Size and models of the project that is chosen; empty while they are read. */
export const useProjectFacts = (project: string): Facts => {
  const { read } = useStudio()
  const [facts, setFacts] = useState<Facts>(nothing)
  useEffect(() => {
    setFacts(nothing)
    if (project === '') return
    let isLeft = false
    const readAll = async () => {
      const [told, offers] = await Promise.all([
        read(`/projects/${project}?depth=0&select[settings]=true`),
        read(`/projects/${project}/models`),
      ])
      if (isLeft || !told) return
      const { aspect, resolution, fps } = readProjectSettings((told.answer as { settings?: unknown }).settings)
      const { departments = [], upscalers = [] } = (offers?.answer ?? {}) as { departments?: OneOffModels; upscalers?: Offer[] }
      const larger = { department: 'upscale', chosen: previsModel, offers: upscalers }
      setFacts({ format: pictureFormat(aspect, resolution, fps), models: [...departments, larger] })
    }
    void readAll()
    return () => {
      isLeft = true
    }
  }, [project, read])
  return facts
} // prettier-ignore

/** The projects whoever looks may see, by title. */
export const useProjects = (): { id: string; title: string }[] => {
  const { read } = useStudio()
  const [projects, setProjects] = useState<{ id: string; title: string }[]>([])
  useEffect(() => {
    void read('/projects?depth=0&limit=500&sort=title&select[title]=true&where[archived][not_equals]=true').then(
      (told) => setProjects((told?.answer as { docs: { id: string; title: string }[] } | undefined)?.docs ?? []),
    )
  }, [read])
  return projects
}
