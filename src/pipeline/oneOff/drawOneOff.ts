import { seedOfOneOff, framesOfOneOff } from '@/domain/oneOff/fitOneOff'
import { whatOfOneOff, type OneOff } from '@/domain/oneOff/oneOff'
import { stageWords } from '@/domain/oneOff/stageWords'
import { pictureFormat } from '@/domain/format'
import type { Asset } from '@/domain/generation/generationKey'
import { StudioError } from '@/domain/errors/StudioError'
import type { CastMember } from '@/domain/scene/stageScene'
import type { Staging } from '@/domain/scene/staging'
import { textOf } from '@/domain/words'
import type { StepContext, Values } from '../defineStep'
import { movedStill } from '../scene/movedStill'
import { ownFilesOf } from '../scene/ownPictures'

type Drawing = { wish: OneOff; values: Values; reference: Asset | null }

/** A picture or clip drawn here from somebody's own words; a clip that begins with a picture moves over it. */
export const drawOneOff = (context: StepContext, { wish, values, reference }: Drawing): Promise<Asset> => {
  const { aspect, resolution, fps } = context.project.settings
  const staged = stageWords(wish.prompt, {
    cast: values.cast as unknown as CastMember[],
    places: (values.places ?? []).map(({ name, description }) => ({ name: textOf(name), description: textOf(description) })),
    format: pictureFormat(aspect, resolution, fps),
  })
  const staging = reference ? movedStill(staged, reference) : staged
  return wish.kind === 'picture' ? picture(context, { wish, staging }) : clip(context, { wish, staging, reference })
} // prettier-ignore

const picture = async (context: StepContext, { wish, staging }: { wish: OneOff; staging: Staging }): Promise<Asset> => {
  const { image } = context.providers
  const { width, height } = staging
  const subject = { kind: 'layer' as const, staging }
  const request = { prompt: wish.prompt, negativePrompt: '', seed: seedOfOneOff(wish), width, height, subject }
  const made = await context.call({
    department: 'art', what: whatOfOneOff(wish), model: image, take: wish.take, prompt: wish.prompt,
    request: { ...request, references: [], base: null },
    file: 'picture.png',
    make: async (at) => ({ facts: await image.make({ ...request, references: [], base: null }, at) }),
  }) // prettier-ignore
  if (!made.asset) throw new TypeError('an image model always writes a file')
  return made.asset
}

type Moving = { wish: OneOff; staging: Staging; reference: Asset | null }

const clip = async (context: StepContext, { wish, staging, reference }: Moving): Promise<Asset> => {
  const { video } = context.providers
  const { fps } = context.project.settings
  const { width, height } = staging
  const frames = framesOfOneOff(wish.seconds, fps)
  const request = {
    prompt: wish.prompt, negativePrompt: '', seed: seedOfOneOff(wish), staging, fps, frames, headHandle: 0, tailHandle: 0,
    mouths: [], slate: { left: '', right: '' },
  } // prettier-ignore
  const made = await context.call({
    department: 'animation', what: whatOfOneOff(wish), model: video, take: wish.take, prompt: wish.prompt,
    request: { ...request, startPicture: reference?.sha256 ?? null },
    file: 'clip.mp4',
    make: async (at) => {
      const own = ownFilesOf(staging, context.stores.assets.pathOf)
      const state = await video.start({ ...request, startPicture: null, own }, at)
      if (state.state !== 'ready') throw notMade(state.state === 'failed' ? state.reason : 'It answered with a ticket.')
      return { facts: { width, height, frames } }
    },
  }) // prettier-ignore
  if (!made.asset) throw new TypeError('a video model that is ready has written its file')
  return made.asset
}

const notMade = (why: string) =>
  new StudioError({
    code: 'CLIP_FAILED',
    what: 'The clip could not be made.',
    why,
    fix: 'Resume the run; if it fails again, look at its call in the admin.',
    retry: 'later',
  })
