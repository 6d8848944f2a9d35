import { seedOf } from '@/domain/seed'
import type { TransitionKind } from '@/domain/scene/vocabulary'
import { defineStep } from '../defineStep'
import { headHandleOf, titled } from '../scene/makeClip'
import { shotPlanOf, planReads } from '../scene/planShot'
import { ownFilesOf } from '../scene/ownPictures'
import type { Shot } from '../scene/takeLastFrame'

/** A scene that failed gets an unjudged animatic, so that the film still plays; its verdict says so. */
export const fillScene = defineStep({
  id: 'film.fill-scene',
  says: 'Fill a gap with an unjudged animatic',
  version: 2,
  slot: 'cpu',
  seconds: 3,
  reads: {
    ...planReads,
    titles: true,
    prompts: [...planReads.prompts, 'scene-video-words'],
    models: ['video'],
    scene: [...planReads.scene, 'transitionIn'],
    shot: true,
  },
  run: async (values, context) => {
    if (values.shot) return { gives: values.shot }
    const plan = shotPlanOf(values, context.project.settings, 'scene-video-words')
    const { frames, transitionIn } = values.scene as { frames: number; transitionIn: TransitionKind }
    const { fps } = context.project.settings
    const { video, film } = context.providers
    const headHandle = headHandleOf(transitionIn, fps)
    const request = {
      prompt: plan.videoPrompt, negativePrompt: plan.negativePrompt, seed: seedOf(plan.videoPrompt), staging: plan.staging, fps, frames,
      headHandle, tailHandle: 0, mouths: [], slate: plan.slate, ...titled(values), startPicture: null,
    } // prettier-ignore
    const made = await context.call({
      department: 'camera', what: 'Filler', model: video, take: 1, prompt: plan.videoPrompt, request, file: 'filler.mp4',
      make: async (at) => {
        await video.start({ ...request, own: ownFilesOf(plan.staging, context.stores.assets.pathOf) }, at)
        return {}
      },
    }) // prettier-ignore
    if (!made.asset) throw new TypeError('a video model that is ready has written its file')
    const still = `${context.scratch}/filler.png`
    await film.frameAt({ clip: context.stores.assets.pathOf(made.asset.name), frame: headHandle, fps }, still, context)
    const picture = await context.stores.assets.keep(still, context.project.id)
    const shot: Shot = {
      clip: { asset: made.asset, frames, headHandle }, picture, lastFrame: picture, lines: [], takes: 0, verdict: 'filled', boundary: 'cut',
    } // prettier-ignore
    return { gives: { shot }, files: [made.asset.name, picture.name] }
  },
})
