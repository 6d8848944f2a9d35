import { StudioError } from '@/domain/errors/StudioError'
import { defineStep } from '../defineStep'
import { gift } from '../readDeclared'
import type { MadeClip } from './makeClip'
import type { ShotPlan } from './planShot'

/** Checks what came: probe, full decode, frames, size and rate. Fails: CLIP_NOT_AS_ASKED, MEDIA_BROKEN. */
export const receiveClip = defineStep({
  id: 'scene.receive-clip',
  says: 'Check the clip that came',
  version: 1,
  slot: 'cpu',
  seconds: 0.4,
  reads: { settings: ['fps'], from: ['scene.plan-shot', 'scene.make-clip'] },
  run: async (values, context) => {
    const { clip } = gift(values, 'scene.make-clip') as { clip: MadeClip }
    const { plan } = gift(values, 'scene.plan-shot') as { plan: ShotPlan }
    const { film } = context.providers
    const file = context.stores.assets.pathOf(clip.asset.name)
    const { video } = await film.probe(file, { signal: context.signal })
    await film.decode(file, { signal: context.signal })
    const wanted = {
      width: plan.staging.width,
      height: plan.staging.height,
      frames: clip.frames + clip.headHandle,
      fps: context.project.settings.fps,
    }
    const wrong = Object.entries(wanted).filter(
      ([key, value]) => Math.abs((video?.[key as keyof typeof wanted] ?? 0) - value) > 0.01,
    )
    if (wrong.length > 0)
      throw notAsAsked(
        wrong
          .map(
            ([key, value]) => `${key} should be ${String(value)} and is ${String(video?.[key as keyof typeof wanted])}`,
          )
          .join('; '),
      )
    return { gives: { clip }, files: [clip.asset.name] }
  },
})

const notAsAsked = (why: string) =>
  new StudioError({
    code: 'CLIP_NOT_AS_ASKED',
    what: 'A clip is not what was asked for.',
    why,
    fix: 'Generate the scene again.',
    retry: 'later',
  })
