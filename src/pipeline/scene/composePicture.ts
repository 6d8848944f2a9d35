import type { Asset } from '@/domain/generation/generationKey'
import { checkReferences, checkTake } from '@/domain/scene/compositePlan'
import { nothingDecided, type AcceptedTake, type Decided } from '@/domain/scene/decided'
import { fillTemplate } from '@/domain/prompt/fillTemplate'
import { StudioError } from '@/domain/errors/StudioError'
import { seedOf } from '@/domain/seed'
import type { PictureRequest } from '@/providers/spec/pictures'
import type { VisionAnswer } from '@/providers/spec/vision'
import { defineStep, type StepContext } from '../defineStep'
import { gift } from '../readDeclared'
import { askVision, missedWords, passes } from './judge'
import type { PlannedLayer, ShotPlan } from './planShot'
import { ownClipIn, pictureOfClip } from './ownClip'
import { ownFilesOf } from './ownPictures'
import { questionsOf } from './questions'
import { sceneStatusWrite } from './sceneStatusWrite'

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
    from: ['scene.plan-shot'],
  },
  run: async (values, context) => {
    const { plan } = gift(values, 'scene.plan-shot') as { plan: ShotPlan }
    const clip = ownClipIn(values.scene)
    const composite = clip
      ? { picture: await pictureOfClip(context, clip), layers: [], takes: 1 }
      : await composeLayers(plan, context, { decided: values.decided })
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
  { redo, decided = nothingDecided }: { redo?: Redo; decided?: Decided | undefined } = {},
): Promise<Composite> => {
  const layers: MadeLayer[] = redo ? redo.standing.slice(0, redo.layer) : []
  for (const layer of plan.layers.slice(layers.length)) {
    const again =
      redo?.layer === layer.index
        ? { from: (redo.standing[layer.index]?.takes ?? 0) + 1, missed: redo.missed }
        : { from: 1, missed: '' }
    layers.push(await makeLayer(plan, { layer, standing: layers, context, again, decided }))
  }
  const picture = layers.at(-1)?.asset
  if (!picture) throw new TypeError('a composite plan always has the place as its first layer')
  return { picture, layers, takes: Math.max(...layers.map((layer) => layer.takes)) }
}

type Job = { layer: PlannedLayer; context: StepContext }
type Making = Job & { standing: MadeLayer[]; again: { from: number; missed: string }; decided: Decided }

/** The first take its judge passes, unless a person took another one of the same picture, or refused it. */
const makeLayer = async (plan: ShotPlan, { layer, standing, context, again, decided }: Making): Promise<MadeLayer> => {
  const { takesMax } = context.project.settings
  const base = standing.at(-1)?.asset ?? null
  let taken = decided.accepted.find((one) => one.layer === layer.index)
  let missed = again.missed
  // a retake must not be the refused picture again, nor a layer the picture it was laid on
  let before = base
  for (let take = again.from; ; take++) {
    checkTake(layer.subject, take, takesMax)
    const asset = await shoot(plan, { layer, base, context, take, missed })
    if (take === 1 && taken?.first !== asset.sha256) taken = undefined // it was about another picture
    const answers = await askVision(context, {
      picture: asset,
      questions: questionsOf(plan, { layer, standing: [...standing, { asset }], before }),
      what: `Layer ${String(layer.index + 1)}: ${layer.subject}`,
      take,
    })
    const made: MadeLayer = { index: layer.index, subject: layer.subject, takes: take, asset, answers }
    const word = wordOn(asset, { decided, taken, take })
    if (stands(made, word)) return passes(answers) ? made : { ...made, overruled: true }
    if (word === 'refused') refuseTheSame(made, before)
    missed = toldNext(answers, word === 'none' ? '' : decided.note)
    if (word !== 'later') before = asset
  }
}

const toldNext = (answers: VisionAnswer[], note: string): string =>
  [note, missedWords(answers)].filter((one) => one !== '').join('; ')

/** What a person took stands; else what its judge passes, unless a person has said otherwise. */
const stands = ({ answers }: MadeLayer, word: Word): boolean => word === 'taken' || (word === 'none' && passes(answers))

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

const shoot = async (
  plan: ShotPlan,
  { layer, base, context, take, missed }: Job & { base: Asset | null; take: number; missed: string },
): Promise<Asset> => {
  const { image } = context.providers
  const prompt =
    missed === '' ? layer.prompt : fillTemplate(plan.retakeNote, { prompt: layer.prompt, missed, take: String(take) })
  const references = layer.references.flatMap(({ role, name, asset }) =>
    asset ? [{ role, name, sha256: asset.sha256, file: context.stores.assets.pathOf(asset.name) }] : [],
  )
  checkReferences(layer.subject, references)
  const { width, height } = plan.staging
  const seed = seedOf(`${layer.prompt}:${String(take)}`)
  const shown = [...layer.staging.people.map((one) => one.name), ...layer.staging.props.map((one) => one.noun)]
  // every layer is framed for all who will stand in it, so that each lies exactly on the one below
  const subject: PictureRequest['subject'] =
    layer.kind === 'place' ? { kind: 'place', staging: plan.staging } : { kind: 'layer', staging: plan.staging, shown }
  const made = await context.call({
    department: 'art',
    what: `Layer ${String(layer.index + 1)}: ${layer.subject}`,
    model: image,
    take,
    layer: layer.index,
    ...(layer.template ? { template: layer.template } : {}),
    prompt,
    request: {
      prompt, negativePrompt: plan.negativePrompt, seed, width, height, subject,
      references: references.map(({ role, name, sha256 }) => ({ role, name, sha256 })), base: base?.sha256 ?? null,
    }, // prettier-ignore
    file: 'layer.png',
    make: async (at) => {
      const ground = base && { file: context.stores.assets.pathOf(base.name), sha256: base.sha256 }
      const size = await image.make(
        {
          prompt, negativePrompt: plan.negativePrompt, seed, width, height, references, base: ground, subject,
          own: ownFilesOf(plan.staging, context.stores.assets.pathOf),
        }, // prettier-ignore
        at,
      )
      return { facts: size }
    },
  })
  if (!made.asset) throw new TypeError('an image model always writes a file')
  return made.asset
}
