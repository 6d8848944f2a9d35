'use client'
import { useEffect, useState } from 'react'
import type { Model } from '@/payload-types'
import { useStudio } from '../shell/StudioProvider'

export type OfferedModel = Pick<Model, 'slug' | 'title' | 'department'>

/** Models of the catalogue that may be chosen; null while they are read, or where whoever looks may not see them. */
export const useModels = (): OfferedModel[] | null => {
  const { read } = useStudio()
  const [models, setModels] = useState<OfferedModel[] | null>(null)
  useEffect(() => {
    const fields = ['slug', 'title', 'department', 'priceRules', 'shutdownDate'].map((name) => `select[${name}]=true`).join('&')
    void read(`/models?where[enabled][equals]=true&limit=300&depth=0&sort=title&${fields}`).then((told) => {
      const found = (told?.answer as { docs: Model[] } | undefined)?.docs
      const today = new Date().toISOString()
      setModels(found?.filter(({ priceRules, shutdownDate }) => (priceRules ?? []).length > 0 && (!shutdownDate || shutdownDate > today)) ?? null)
    })
  }, [read])
  return models
} // prettier-ignore
