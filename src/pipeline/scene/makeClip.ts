import { namedModel } from '@/domain/catalogue/namedModel'
import type { Asset } from '@/domain/generation/generationKey'
import type { TransitionKind } from '@/domain/scene/vocabulary'
import type { MouthTrack } from '@/domain/scene/staging'
import { headHandleOf } from '@/domain/scene/headHandleOf'
import { seedOf } from '@/domain/seed'
import { StudioError } from '@/domain/errors/StudioError'
import { defineStep, type Gift, type StepContext, type Values } from '../defineStep'
import { gift } from '../readDeclared'
import { conformOwnClip, ownClipIn } from './ownClip'
import { paidModel } from '../paidModel'
import { judgedClip } from './judgedClip'
import { judgeTemplate } from './paidLook'
import { ownFilesOf } from './ownPictures'
import type { ShotPlan } from './planShot'
import { movedStill } from './movedStill'
import { sceneStatusWrite } from './sceneStatusWrite'
import { sceneWaits } from './sceneWaits'
import type { SpokenSound } from './speakLines'
import type { Verified } from './verifyPicture'

/** A clip as the film needs it: `headHandle` frames lie before the scene's own first frame. */
export type MadeClip = { asset: Asset; frames: number; headHandle: number }

/** `by`: the paid model that made it. */
const clipMade = ({ stores, input }: StepContext, clip: MadeClip, by?: string): Gift => ({
  gives: { clip, ...(by ? { by } : {}) },
  files: [clip.asset.name],
  write: sceneStatusWrite(stores, input.scene, {
    path: [
      'ready_for_generation',
      'generating_composite',
      'verifying_composite',
      'generating_video',
      'extracting_last_frame',
    ],
  }),
})

/** Sends the verified picture to the video department. Free departments answer at once. Fails: CLIP_FAILED, SCENE_WAITS. */
export const makeClip = defineStep({
  id: 'scene.make-clip',
  says: 'Make the moving picture',
  version: 1,
  slot: 'cpu',
  seconds: 3,
  reads: {
    titles: true,
    models: ['video', 'vision'],
    settings: ['fps', 'takesMax'],
    scene: ['frames', 'transitionIn', 'clip'],
    decided: true,
    paidPrompts: [judgeTemplate],
    from: ['scene.plan-shot', 'scene.verify-picture', 'scene.speak-lines'],
  },
  run: async (values, context) => {
    const { plan } = gift(values, 'scene.plan-shot') as { plan: ShotPlan }
    const { verified } = gift(values, 'scene.verify-picture') as { verified: Verified }
    const { lines } = gift(values, 'scene.speak-lines') as { lines: SpokenSound[] }
    const { frames, transitionIn } = values.scene as { frames: number; transitionIn: TransitionKind }
    const { fps } = context.project.settings
    const { video } = context.providers
    const headHandle = headHandleOf(transitionIn, fps)
    const given = ownClipIn(values.scene)
    if (given) {
      const asset = await conformOwnClip(context, { clip: given, frames: headHandle + frames })
      return clipMade(context, { asset, frames, headHandle })
    }
    holdStill(context, verified)
    const paid = await paidModel(context.stores, context.project.settings, 'video')
    if (paid) {
      const wanted = { model: paid, plan, picture: verified.picture, frames: headHandle + frames }
      const vision = await paidModel(context.stores, context.project.settings, 'vision')
      const judging = { vision, template: values.prompts[judgeTemplate] ?? '', decided: values.decided }
      return clipMade(
        context,
        { asset: await judgedClip(context, wanted, judging), frames, headHandle },
        namedModel(paid),
      )
    }
    const { picture } = verified
    // what was paid for is moved as it is; what was drawn here is drawn moving
    const staging = verified.by ? movedStill(plan.staging, picture) : plan.staging
    const [mouths, slate] = verified.by ? [[], { left: '', right: '' }] : [mouthsOf(plan, lines, fps), plan.slate]
    const request = {
      prompt: plan.videoPrompt, negativePrompt: plan.negativePrompt, seed: seedOf(plan.videoPrompt), staging, fps, frames,
      headHandle, tailHandle: 0, mouths, slate, ...titled(values),
    } // prettier-ignore
    const made = await context.call({
      department: 'animation',
      what: 'The moving picture',
      model: video,
      take: 1,
      prompt: plan.videoPrompt,
      ...(plan.videoTemplate ? { template: plan.videoTemplate } : {}),
      request: { ...request, startPicture: picture.sha256 },
      file: 'clip.mp4',
      make: async (at) => {
        const startPicture = verified.by
          ? null
          : { file: context.stores.assets.pathOf(picture.name), sha256: picture.sha256 }
        const state = await video.start(
          { ...request, startPicture, own: ownFilesOf(staging, context.stores.assets.pathOf) },
          at,
        )
        if (state.state !== 'ready')
          throw clipFailed(
            state.state === 'failed' ? state.reason : 'It answered with a ticket, which a free department never does.',
          )
        return { facts: { width: plan.staging.width, height: plan.staging.height, frames: headHandle + frames } }
      },
    })
    if (!made.asset) throw new TypeError('a video model that is ready has written its file')
    return clipMade(context, { asset: made.asset, frames, headHandle })
  },
})

/** Nothing is made of a paid still before somebody knows that it is right. Fails: SCENE_WAITS. */
const holdStill = (context: StepContext, { waits, picture, takes }: Verified): void => {
  if (!waits) return
  const why = waits === 'needs_review' ? 'Its judge could not see whether the picture is right.' : 'No model that looks at pictures is chosen for this project.' // prettier-ignore
  throw sceneWaits(context, { path: [waits], why }, { kind: 'composite', asset: picture, take: takes })
}

/** Only what is there is asked for: clips between the first and the last scene stay as they were. */
export const titled = ({ titles = [] }: Pick<Values, 'titles'>) => (titles.length > 0 ? { titles } : {})

const mouthsOf = ({ staging }: ShotPlan, lines: SpokenSound[], fps: number): MouthTrack[] =>
  lines.flatMap((line) => {
    const person = staging.people.findIndex((one) => one.name === line.character && !one.near)
    if (person < 0 || !line.seen) return []
    return [
      {
        person,
        fromFrame: Math.round(line.startS * fps),
        levels: line.levels.map((level) => Math.round(level * 100) / 100),
      },
    ]
  })

const clipFailed = (why: string) =>
  new StudioError({
    code: 'CLIP_FAILED',
    what: 'The moving picture of a scene could not be made.',
    why,
    fix: 'Run the same command again; if it fails again, look at the scene’s generation in the admin.',
    retry: 'later',
  })
