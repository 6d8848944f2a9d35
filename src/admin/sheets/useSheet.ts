'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { useStudio } from '../shell/StudioProvider'

export const sheetCollections = ['characters', 'locations', 'props'] as const
export type SheetCollection = (typeof sheetCollections)[number]
export type UsedScene = { id: string; clipName: string; title: string }
type Picture = { url?: string | null; width?: number | null; height?: number | null } | string | null
export type SheetDocument = {
  id: string
  name?: string | null
  project: string
  description?: string | null
  reference?: Picture
  masterReference?: Picture
  views?: { view?: string | null; media?: Picture; description?: string | null }[] | null
  stale?: boolean | null
  staleReasons?: { reason?: string | null }[] | null
}
export type Sheet = {
  /** As it stands, relations as ids. */
  standing: Record<string, unknown>
  /** The same with its pictures. */
  shown: SheetDocument
  scenes: UsedScene[]
}

/** Under which fields a scene names it. */
const namedBy: Record<SheetCollection, readonly string[]> = {
  characters: ['charactersPresent][in', 'voices][in'],
  locations: ['location][equals'],
  props: ['props.prop][equals'],
}
const scenesMost = 2000

const usedBy = (collection: SheetCollection, { project, name }: { project: string; name: string }): string => {
  const names = namedBy[collection].map((path, at) => `where[and][1][or][${at}][${path}]=${encodeURIComponent(name)}`)
  return `/scenes?where[and][0][project][equals]=${project}&${names.join('&')}&where[and][2][archived][not_equals]=true&depth=0&limit=${scenesMost}&sort=sequenceNumber&select[clipName]=true&select[title]=true`
}

const projectOf = (document: Record<string, unknown>): string => (typeof document['project'] === 'string' ? document['project'] : '') // prettier-ignore

/** A person, place or thing with its pictures and the scenes that show it; read again after every save. Null: no answer. */
export const useSheet = (collection: SheetCollection, id: string) => {
  const { read } = useStudio()
  const { lastUpdateTime } = useDocumentInfo()
  const [sheet, setSheet] = useState<Sheet | null | undefined>()
  const look = useCallback(async () => {
    const [plain, full] = await Promise.all([
      read(`/${collection}/${id}?depth=0`),
      read(`/${collection}/${id}?depth=1`),
    ])
    const standing = plain?.answer as Record<string, unknown> | undefined
    const shown = full?.answer as SheetDocument | undefined
    if (!standing || !shown) {
      setSheet((before) => before ?? null)
      return
    }
    const told = await read(usedBy(collection, { project: projectOf(standing), name: shown.name ?? '' }))
    const scenes = (told?.answer as { docs: UsedScene[] } | undefined)?.docs
    setSheet((before) => ({ standing, shown, scenes: scenes ?? before?.scenes ?? [] }))
  }, [collection, id, read])
  useEffect(() => void look(), [look, lastUpdateTime])
  return { sheet, look }
}
