import type { Asset } from '@/domain/generation/generationKey'
import { checkTake } from '@/domain/scene/compositePlan'
import { nothingDecided, type AcceptedTake, type Decided } from '@/domain/scene/decided'
import { StudioError } from '@/domain/errors/StudioError'
import type { VisionAnswer } from '@/providers/spec/vision'
import { defineStep, type StepContext, type Values } from '../defineStep'
import { gift } from '../readDeclared'
import { missedWords } from './judge'
import { lookAt, standsUp, wrongIn, type Eyes } from './lookAt'
import type { PlannedLayer, ShotPlan } from './planShot'
import { ownClipIn, pictureOfClip } from './ownClip'
import { judgeTemplate } from './paidLook'
import { paidSceneOf } from './paidScene'
import { questionsOf } from './questions'
import { sceneStatusWrite } from './sceneStatusWrite'
import { shootLayer } from './shootLayer'

/** `overruled`: a judge refused it and a person took it. */
export type MadeLayer = {
  index: number
  subject: string
  takes: number
  asset: Asset
  answers: VisionAnswer[]
  overruled?: true
}
export type Composite = { picture: Asset; layers: MadeLayer[]; takes: number }

/** Puts one layer after the other onto the picture; a layer its judge refuses is made again with what it missed. Fails: TAKES_USED_UP. */
export const composePicture = defineStep({
  id: 'scene.compose-picture',
  says: 'Compose the picture, layer by layer',
  version: 1,
  slot: 'cpu',
  seconds: 1.2,
  reads: {
    models: ['image', 'vision'],
    settings: ['takesMax'],
    scene: ['clip'],
    decided: true,
    paidPrompts: [judgeTemplate],
    from: ['scene.plan-shot'],
  },
  run: async (values, context) => {
    const { plan } = gift(values, 'scene.plan-shot') as { plan: ShotPlan }
    const clip = ownClipIn(values.scene)
    const composite = clip
      ? { picture: await pictureOfClip(context, clip), layers: [], takes: 1 }
      : await composeLayers(plan, context, { decided: values.decided, eyes: await eyesOf(values, context) })
    return {
      gives: { composite },
      files: [composite.picture.name, ...composite.layers.map((layer) => layer.asset.name)],
      write: sceneStatusWrite(context.stores, context.input.scene, {
        path: ['ready_for_generation', 'generating_composite', 'verifying_composite'],
        fields: {
          layers: layerRows(composite),
          takes: takeRows(composite),
        },
      }),
    }
  },
})

/** Who makes and judges the pictures of this scene. */
export const eyesOf = async ({ prompts }: Pick<Values, 'prompts'>, context: StepContext): Promise<Eyes> => ({
  paid: await paidSceneOf(context.stores, context.project.settings),
  template: prompts[judgeTemplate] ?? '',
})

const drawnHere: Eyes = { paid: null, template: '' }

const layerRows = ({ layers }: Composite) =>
  layers.map(({ index, subject, takes, overruled }) => ({
    order: index,
    subject,
    take: takes,
    verdict: verdictOf(overruled),
  }))
const takeRows = ({ layers }: Composite) =>
  layers.map(({ index, takes, asset, overruled }) => ({
    kind: 'still',
    layer: index,
    take: takes,
    sha256: asset.sha256,
    verdict: verdictOf(overruled),
  }))
const verdictOf = (overruled: true | undefined) => (overruled ? 'overruled' : 'passed')

/** A final "no" makes its layer again, and what lies above it. */
export type Redo = { standing: MadeLayer[]; layer: number; missed: string }

/** All layers in order. The first take that its own judge passes becomes the ground of the next layer. */
export const composeLayers = async (
  plan: ShotPlan,
  context: StepContext,
  {
    redo,
    decided = nothingDecided,
    eyes = drawnHere,
  }: { redo?: Redo; decided?: Decided | undefined; eyes?: Eyes } = {},
): Promise<Composite> => {
  const layers: MadeLayer[] = redo ? redo.standing.slice(0, redo.layer) : []
  for (const layer of plan.layers.slice(layers.length)) {
    const again = againOf(layer.index, { redo, eyes })
    layers.push(await makeLayer(plan, { layer, standing: layers, context, again, decided, eyes }))
  }
  const picture = layers.at(-1)?.asset
  if (!picture) throw new TypeError('a composite plan always has the place as its first layer')
  return { picture, layers, takes: Math.max(...layers.map((layer) => layer.takes)) }
}

/** Takes that cost money are counted on, also where only what lies below is made again: no layer is made oftener than was priced. */
const againOf = (layer: number, { redo, eyes }: { redo: Redo | undefined; eyes: Eyes }): Making['again'] => {
  const made = redo?.standing[layer]?.takes ?? 0
  if (redo?.layer === layer) return { from: made + 1, missed: redo.missed }
  return { from: eyes.paid ? made + 1 : 1, missed: '' }
}

type Making = {
  layer: PlannedLayer
  context: StepContext
  standing: MadeLayer[]
  again: { from: number; missed: string }
  decided: Decided
  eyes: Eyes
}

/** The first take its judge passes, unless a person took another one of the same picture, or refused it. */
const makeLayer = async (plan: ShotPlan, making: Making): Promise<MadeLayer> => {
  const { layer, standing, context, again, decided, eyes } = making
  const { paid } = eyes
  const { takesMax } = context.project.settings
  const base = standing.at(-1)?.asset ?? null
  let taken = decided.accepted.find((one) => one.layer === layer.index)
  let missed = again.missed
  // a retake must not be the refused picture again, nor a layer the picture it was laid on
  let before = base
  for (let take = again.from; ; take++) {
    checkTake(layer.subject, take, takesMax)
    const asset = await shootLayer(plan, { layer, base, context, take, missed, paid })
    if (take === 1 && taken?.first !== asset.sha256) taken = undefined // it was about another picture
    const answers = await lookAt(context, {
      plan,
      eyes,
      picture: asset,
      questions: questionsOf(plan, { layer, standing: [...standing, { asset }], before }),
      what: `Layer ${String(layer.index + 1)}: ${layer.subject}`,
      take,
    })
    const made: MadeLayer = { index: layer.index, subject: layer.subject, takes: take, asset, answers }
    const word = wordOn(asset, { decided, taken, take })
    const found = asStanding(made, word, standsUp(answers, paid))
    if (found) return found
    if (word === 'refused') refuseTheSame(made, before)
    missed = toldNext(wrongIn(answers, paid), word === 'none' ? '' : decided.note)
    if (word !== 'later') before = asset
  }
}

const toldNext = (answers: VisionAnswer[], note: string): string =>
  [note, missedWords(answers)].filter((one) => one !== '').join('; ')

/** What a person took stands; else what its judge passes, unless a person has said otherwise. */
const asStanding = (made: MadeLayer, word: Word, isGood: boolean): MadeLayer | null => {
  if (word === 'taken') return isGood ? made : { ...made, overruled: true }
  return word === 'none' && isGood ? made : null
}

const refuseTheSame = ({ subject, asset }: MadeLayer, before: Asset | null): void => {
  if (before?.sha256 !== asset.sha256) return
  throw new StudioError({
    code: 'RETAKE_IS_THE_SAME',
    what: `The next take of “${subject}” came out as the one that was rejected.`,
    why: 'The offline department draws the same scene in the same way; a note does not change what it draws.',
    fix: 'Edit the scene (who stands where, framing, light) and generate it again, or make it with a model that reads prompts.',
  })
}

type Deciding = { decided: Decided; taken: AcceptedTake | undefined; take: number }
type Word = 'taken' | 'refused' | 'later' | 'none'

/** What a person said about a take: `later` when they took one that comes after it. */
const wordOn = ({ sha256 }: Asset, { decided, taken, take }: Deciding): Word => {
  if (taken?.sha256 === sha256) return 'taken'
  if (decided.refused.includes(sha256)) return 'refused'
  return taken && take < taken.take ? 'later' : 'none'
}
