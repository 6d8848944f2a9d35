import { headHandleOf } from '@/domain/scene/headHandleOf'
import { seedOf } from '@/domain/seed'
import type { TransitionKind } from '@/domain/scene/vocabulary'
import { join } from 'node:path'
import { pictureFormat } from '@/domain/format'
import type { Asset } from '@/domain/generation/generationKey'
import { textOf } from '@/domain/words'
import { defineStep, type Gift, type StepContext } from '../defineStep'
import { titled } from '../scene/makeClip'
import { shotPlanOf, planReads, type ShotPlan } from '../scene/planShot'
import { ownFilesOf } from '../scene/ownPictures'
import type { Shot } from '../scene/takeLastFrame'

/** A scene that failed gets an unjudged animatic, or a slate, so that the film still plays; its verdict says so. */
export const fillScene = defineStep({
  id: 'film.fill-scene',
  says: 'Fill a gap with an unjudged animatic',
  version: 3,
  slot: 'cpu',
  seconds: 3,
  reads: {
    ...planReads,
    titles: true,
    prompts: [...planReads.prompts, 'scene-video-words'],
    models: ['video'],
    scene: [...new Set([...planReads.scene, 'transitionIn', 'clipName', 'heading', 'action'])],
    shot: true,
  },
  run: async (values, context) => {
    if (values.shot) return { gives: values.shot }
    const plan = shotPlanOf(values, context.project.settings, 'scene-video-words')
    const { frames, transitionIn } = values.scene as { frames: number; transitionIn: TransitionKind }
    const { fps } = context.project.settings
    const { video } = context.providers
    const headHandle = headHandleOf(transitionIn, fps)
    if (context.input.fill === 'slate') return shotOf(context, await slateOf(context, { plan, scene: values.scene, frames: headHandle + frames }), { frames, headHandle }) // prettier-ignore
    const request = {
      prompt: plan.videoPrompt, negativePrompt: plan.negativePrompt, seed: seedOf(plan.videoPrompt), staging: plan.staging, fps, frames,
      headHandle, tailHandle: 0, mouths: [], slate: plan.slate, ...titled(values), startPicture: null,
    } // prettier-ignore
    const made = await context.call({
      department: 'animation', what: 'Filler', model: video, take: 1, prompt: plan.videoPrompt, request, file: 'filler.mp4',
      make: async (at) => {
        await video.start({ ...request, own: ownFilesOf(plan.staging, context.stores.assets.pathOf) }, at)
        return {}
      },
    }) // prettier-ignore
    if (!made.asset) throw new TypeError('a video model that is ready has written its file')
    return shotOf(context, made.asset, { frames, headHandle })
  },
})

type Length = { frames: number; headHandle: number }

const shotOf = async (context: StepContext, asset: Asset, { frames, headHandle }: Length): Promise<Gift> => {
  const { assets } = context.stores
  const still = join(context.scratch, 'filler.png')
  const at = { clip: assets.pathOf(asset.name), frame: headHandle, fps: context.project.settings.fps }
  await context.providers.film.frameAt(at, still, context)
  const picture = await assets.keep(still, context.project.id)
  const shot: Shot = {
    clip: { asset, frames, headHandle }, picture, lastFrame: picture, lines: [], takes: 0, verdict: 'filled', boundary: 'cut',
  } // prettier-ignore
  return { gives: { shot }, files: [asset.name, picture.name] }
}

type Slated = { plan: ShotPlan; scene: Record<string, unknown>; frames: number }

/** What the scene would have shown, in words, for as long as it would have lasted. */
const slateOf = async (context: StepContext, { plan, scene, frames }: Slated): Promise<Asset> => {
  const { film } = context.providers
  const { aspect, resolution, fps } = context.project.settings
  const { width, height } = plan.staging
  const [card, clip] = [join(context.scratch, 'slate.jpg'), join(context.scratch, 'slate.mp4')]
  const lines = [textOf(scene.clipName), textOf(scene.heading), textOf(scene.action)].filter((line) => line !== '')
  await film.slate({ lines, width, height }, card)
  await film.conform({ clip: card, format: pictureFormat(aspect, resolution, fps), frames }, clip, context)
  return context.stores.assets.keep(clip, context.project.id, { width, height, frames })
}
