import type { CollectionBeforeChangeHook } from 'payload'
import { refuseShutDown } from '@/domain/catalogue/fitRequest'
import { storesOf } from '../asked/stores'

type Settings = { settings?: { models?: Record<string, unknown> | null } | null } | undefined

/** A model that its provider shut down is not chosen any more; one that was chosen before may stay until somebody changes it. Fails: MODEL_SHUT_DOWN, naming its successor. */
export const refuseShutModels: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const [now, before] = [(data as Settings)?.settings?.models ?? {}, (originalDoc as Settings)?.settings?.models ?? {}]
  const chosen = Object.keys(now).flatMap((name) => {
    const id = now[name]
    return typeof id === 'string' && id.includes('/') && id !== before[name] ? [id] : []
  })
  if (chosen.length === 0) return data
  const on = new Date().toISOString().slice(0, 10)
  for (const model of await storesOf(req).catalogue.models()) if (chosen.includes(model.id)) refuseShutDown(model, on)
  return data
}
