import { join } from 'node:path'
import type { Asset } from '@/domain/generation/generationKey'
import { pictureFormat } from '@/domain/format'
import { defineStep } from '../defineStep'
import type { Shot } from '../scene/takeLastFrame'

/** A clip in the house format, with the shot it came from. */
export type Conformed = { scene: string; asset: Asset; shot: Shot }

/** Brings a scene's clip to the house format once; a clip that has it already is taken as it is. */
export const conformClip = defineStep({
  id: 'film.conform-clip',
  says: 'Bring a clip to the house format',
  version: 1,
  slot: 'cpu',
  seconds: 0.2,
  reads: { settings: ['aspect', 'resolution', 'fps'], shot: true, from: ['film.fill-scene'] },
  run: async (values, context) => {
    const { shot } = (values.shot ?? values.from['film.fill-scene']?.[0]) as { shot: Shot }
    const { project, stores, scratch, signal, input } = context
    const format = pictureFormat(project.settings.aspect, project.settings.resolution, project.settings.fps)
    const to = join(scratch, 'conformed.mp4')
    const frames = shot.clip.frames + shot.clip.headHandle
    await context.providers.film.conform({ clip: stores.assets.pathOf(shot.clip.asset.name), format, frames }, to, {
      signal,
      scratch,
    })
    const asset = await stores.assets.keep(to, project.id, { width: format.width, height: format.height, frames })
    const conformed: Conformed = { scene: input.scene ?? '', asset, shot }
    return { gives: { conformed }, files: [asset.name] }
  },
})
