import type { BaseFilter, PayloadRequest } from 'payload'
import { placesIn } from './usesOf'

/** Where a scene's files stand, and which field says whose document it is. */
const lists = [
  { collection: 'scenes', own: 'id' },
  { collection: 'scene-states', own: 'scene' },
] as const

/** Ids of the files of a scene, as far as whoever asks may see it: its own material, and every take that was made of it. */
export const filesOfScene = async (req: PayloadRequest, scene: string): Promise<string[]> => {
  const ids = new Set<string>()
  for (const { collection, own } of lists) {
    const { docs } = await req.payload.find({
      collection, where: { [own]: { equals: scene } }, depth: 0, limit: 1, pagination: false, overrideAccess: false, req,
    })
    const places = placesIn(req.payload.collections[collection].config.flattenedFields)
    for (const { path } of places) for (const id of idsAt(docs[0], path.split('.'))) ids.add(id)
  }
  return [...ids]
} // prettier-ignore

const idsAt = (value: unknown, path: readonly string[]): string[] => {
  if (Array.isArray(value)) return value.flatMap((one) => idsAt(one, path))
  const [first, ...rest] = path
  if (first === undefined) return typeof value === 'string' ? [value] : []
  return typeof value === 'object' && value !== null ? idsAt((value as Record<string, unknown>)[first], rest) : []
}

/** Narrows the list of files in the admin to one scene, where its address says `scene=<id>`. */
export const ofAskedScene: BaseFilter = async ({ req }) => {
  const scene: unknown = req.query['scene']
  if (typeof scene !== 'string' || !/^[0-9a-f]{24}$/.test(scene)) return null
  return { id: { in: await filesOfScene(req, scene) } }
}
