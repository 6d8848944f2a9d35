import { join } from 'node:path'
import { pictureFormat } from '@/domain/format'
import type { Asset } from '@/domain/generation/generationKey'
import type { StepContext } from '../defineStep'

/** The clip of a person's own that stands on the scene; null when it has none. */
export const ownClipIn = (scene: Record<string, unknown>): Asset | null =>
  (scene.clip as Asset | null | undefined) ?? null

/** One picture from its middle, for the contact sheet and the library. */
export const pictureOfClip = async (
  { stores, providers, project, scratch, signal }: StepContext,
  clip: Asset,
): Promise<Asset> => {
  const file = stores.assets.pathOf(clip.name)
  const { video } = await providers.film.probe(file, { signal })
  const still = join(scratch, 'own.png')
  const at = (frame: number) =>
    providers.film.frameAt({ clip: file, frame, fps: video?.fps ?? project.settings.fps }, still, { scratch, signal })
  // a file may say more frames than it has
  await at(Math.floor((video?.frames ?? 1) / 2)).catch(() => at(0))
  return stores.assets.keep(still, project.id)
}

/** What brings clips to the house format; counted up when it makes something else of them. */
const model = { id: 'own-clip', version: '1' } as const

/** A clip of a person's own as the cut needs it: the house format, exactly these frames; a short one holds its last picture. */
export const conformOwnClip = async (
  context: StepContext,
  { clip, frames }: { clip: Asset; frames: number },
): Promise<Asset> => {
  const { stores, providers, project, scratch } = context
  const { aspect, resolution, fps } = project.settings
  const format = pictureFormat(aspect, resolution, fps)
  const made = await context.call({
    department: 'animation',
    what: 'Your clip, brought to the format of the film',
    model,
    take: 1,
    prompt: '',
    request: { clip: clip.sha256, format, frames },
    file: 'clip.mp4',
    make: async ({ file, signal }) => {
      await providers.film.conform({ clip: stores.assets.pathOf(clip.name), format, frames }, file, { scratch, signal })
      return { facts: { width: format.width, height: format.height, frames } }
    },
  })
  if (!made.asset) throw new TypeError('conforming always writes a file')
  return made.asset
}
