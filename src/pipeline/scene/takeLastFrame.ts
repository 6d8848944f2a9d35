import { join } from 'node:path'
import { textOf } from '@/domain/words'
import { defineStep } from '../defineStep'
import type { Asset } from '@/domain/generation/generationKey'
import type { Continuity } from '@/domain/scene/continuity'
import type { Boundary } from '@/domain/scene/vocabulary'
import { mediaDocument } from '@/stores/mediaDocument'
import { gift } from '../readDeclared'
import type { MadeClip } from './makeClip'
import { measureShot, type ShotContinuity } from './measureShot'
import type { ShotPlan } from './planShot'
import { sceneStatusWrite } from './sceneStatusWrite'
import type { SpokenSound } from './speakLines'
import type { Verified } from './verifyPicture'

export type HeardLine = Omit<SpokenSound, 'levels'>
/** What the cutting room gets of one scene. */
export type Shot = {
  clip: MadeClip
  picture: Asset
  lastFrame: Asset
  lines: HeardLine[]
  takes: number
  verdict: Verified['verdict'] | 'filled'
  boundary: Boundary
  /** Absent from a filler, which nobody judged, and from what an older version made. */
  continuity?: ShotContinuity
}

const withoutLevels = ({ levels: _, ...heard }: SpokenSound): HeardLine => heard

/** Keeps the clip's last picture for the next scene, measures who is seen, and puts picture, clip and last frame into the library. */
export const takeLastFrame = defineStep({
  id: 'scene.take-last-frame',
  says: 'Keep the last picture for the next scene',
  version: 2,
  slot: 'cpu',
  seconds: 0.2,
  reads: {
    settings: ['fps'],
    from: [
      'scene.plan-shot',
      'scene.receive-clip',
      'scene.verify-picture',
      'scene.speak-lines',
      'scene.check-continuity',
    ],
  },
  run: async (values, context) => {
    const { plan } = gift(values, 'scene.plan-shot') as { plan: ShotPlan }
    const { clip } = gift(values, 'scene.receive-clip') as { clip: MadeClip }
    const { verified } = gift(values, 'scene.verify-picture') as { verified: Verified }
    const { stores, scratch, signal, project, input } = context
    const file = join(scratch, 'last.png')
    await context.providers.film.lastFrame(stores.assets.pathOf(clip.asset.name), file, { signal, scratch })
    const asset = await stores.assets.keep(file, project.id)
    const { lines } = gift(values, 'scene.speak-lines') as { lines: SpokenSound[] }
    const { continuity } = gift(values, 'scene.check-continuity') as { continuity: Continuity }
    const shot: Shot = {
      clip,
      picture: verified.picture,
      lastFrame: asset,
      lines: lines.map(withoutLevels),
      takes: verified.takes,
      verdict: verified.verdict,
      boundary: continuity.boundary,
      continuity: await measureShot(plan, { verified, lastFrame: asset }, context),
    }
    return {
      gives: { shot },
      files: [asset.name],
      write: async (tx) => {
        await stores.shots.put({ _id: input.scene ?? '', project: project.id, gives: { shot } }, tx)
        const owner = { project: project.id }
        const state = await stores.library.findOne('scene-states', { scene: input.scene }, tx)
        const clipName = textOf(state?.clipName)
        const composite = await mediaDocument(
          stores,
          { ...owner, asset: verified.picture, kind: 'composite', alt: `${clipName}, the composed picture` },
          tx,
        )
        const moving = await mediaDocument(
          stores,
          { ...owner, asset: clip.asset, kind: 'clip', alt: `${clipName}, the moving picture` },
          tx,
        )
        const last = await mediaDocument(
          stores,
          { ...owner, asset, from: clip.asset, kind: 'frame', alt: `${clipName}, the last picture` },
          tx,
        )
        const fields = {
          composite,
          clip: moving,
          lastFrame: last,
          frames: clip.frames,
          stale: false,
          staleReasons: [],
          error: null,
          actualDurationS: clip.frames / project.settings.fps,
        }
        await sceneStatusWrite(stores, input.scene, { path: ['completed'], fields })(tx)
      },
    }
  },
})
