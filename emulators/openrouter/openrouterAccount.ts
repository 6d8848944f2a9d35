import { jsonReply, type Reply } from '../http/reply'
import type { World } from '../world/openWorld'

export type Generation = { id: string; model: string; read: number; written: number; nanodollars: number; at: string }
export type OpenrouterParts = { world: World; key: string; generations: Map<string, Generation> }

export const openrouterError = (status: number, message: string, metadata?: object): Reply =>
  jsonReply(status, { error: { code: status, message, ...(metadata ? { metadata } : {}) } })
