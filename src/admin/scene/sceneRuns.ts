'use client'
import { useSyncExternalStore } from 'react'

/** Runs that were started from this tab, by scene: what stands beside the form follows what its top bar started. */
const started = new Map<string, string>()
const hearers = new Set<() => void>()

export const tellStarted = (scene: string, run: string): void => {
  started.set(scene, run)
  for (const hears of hearers) hears()
}

const listen = (hears: () => void) => {
  hearers.add(hears)
  return () => void hearers.delete(hears)
}

/** The run this tab started last for a scene; null: none. */
export const useStartedRun = (scene: string): string | null =>
  useSyncExternalStore(
    listen,
    () => started.get(scene) ?? null,
    () => null,
  )
