import type { ModelChoice } from '../catalogue/chooseModels'
import type { CatalogueModel } from '../catalogue/model'
import { paidPictureIds } from '../catalogue/paidPictureIds'
import { previsModel, type StopPoint } from '../project/projectSettings'
import { looksOf } from './looksOf'
import { priceCalls, type PricedBy } from './priceCalls'
import { lineWhy } from './quoteLines'
import { onlyOnce, quoteOf, takesUpTo, type HashOf, type PlannedCalls, type Quote } from './quote'

/** What of a scene decides how often departments are called, and for how long. */
export type SceneCalls = {
  people: number
  props: number
  lines: number
  /** Of its clip; without it, the longest a scene may be. */
  seconds?: number
  /** Characters of all its lines; without it, long lines. */
  spoken?: number
  /** A picture of its place goes along, so that the first layer is an edit. */
  knownPlace?: boolean
  /** Its still is there, and is not made again. */
  stillStands?: boolean
  /** So is its clip. */
  clipStands?: boolean
}

export type TakesSeen = { layers: number; clips: number }

export type SceneOffer = {
  choice: ModelChoice
  models: readonly CatalogueModel[]
  format: { width: number; height: number; fps: number }
  /** The most each layer of a picture, and each clip, may be made. */
  takesMax: number
  /** Takes for ten pictures, and for ten clips, as this film needed them so far. */
  seen?: TakesSeen
  until: StopPoint
  /** The day, "2026-11-21". */
  on: string
  asOf: string
  /** Music to be made, seconds of each piece. */
  music?: readonly number[]
  /** Reference pictures to be made first: how many from words, and how many that follow another picture. */
  references?: { images: number; edits: number }
  /** What else is asked for in the same press. */
  beside?: readonly PlannedCalls[]
  hashOf?: HashOf
}

/** Scenes that are made with the same models, and the reference pictures they need. */
export type SceneGroupOffer = {
  scenes: readonly SceneCalls[]
  choice: ModelChoice
  references?: { images: number; edits: number }
}

/** What making scenes costs that are all made with the same models; see `quoteGroups`. */
export const quoteScenes = (scenes: readonly SceneCalls[], offer: SceneOffer): Quote => {
  const { choice, references } = offer
  return quoteGroups([{ scenes, choice, ...(references ? { references } : {}) }], offer)
}

/**
 * What making these scenes costs: reference pictures, every layer with its retakes and its judge, clips with what is cut
 * off them and theirs, spoken lines, music. Offline departments stand in it with their calls and cost nothing; what is
 * drawn here is measured here. Fails like `fitRequest`: a model that cannot make one of them, or has no price, is named
 * before anything is spent; MODELS_NOT_TOGETHER.
 */
export const quoteGroups = (groups: readonly SceneGroupOffer[], offer: SceneOffer): Quote => {
  const { until, music = [], beside = [], asOf, hashOf } = offer
  const planned = groups.flatMap((group, i) => plannedFor(group, i === 0 ? offer : { ...offer, music: [] }))
  const { format, takesMax } = offer
  const inputs = { groups, format, takesMax, until, music }
  return quoteOf([...planned, ...beside], { asOf, inputs, ...(hashOf ? { hashOf } : {}) })
}

const plannedFor = ({ scenes, ...group }: SceneGroupOffer, film: SceneOffer): PlannedCalls[] => {
  const { references = { images: 0, edits: 0 }, choice } = group
  const offer: SceneOffer = { ...film, choice }
  const { until, music = [] } = film
  paidPictureIds(choice)
  return [
    ...referencesOf(references, offer),
    ...picturesOf(scenes.filter(({ stillStands = false }) => !stillStands), offer),
    ...(until === 'clips' ? linesOf(scenes, offer) : []),
    ...music.map((seconds) => ({
      department: 'sound', model: film.choice.music, price: priceCalls.music(film, seconds), calls: 1,
      takes: onlyOnce, why: lineWhy.music,
    })),
    ...(until === 'clips' ? clipsOf(scenes.filter(({ clipStands = false }) => !clipStands), offer) : []),
  ] // prettier-ignore
}

/** Spoken for the clips: a film that stops at its stills has none. */
const linesOf = (scenes: readonly SceneCalls[], offer: SceneOffer): PlannedCalls[] =>
  scenes.map(({ lines, spoken }) => ({
    department: 'sound', model: offer.choice.speech, price: priceCalls.speech(offer, { lines, spoken }), calls: lines,
    takes: onlyOnce, why: lineWhy.lines,
  })) // prettier-ignore

const referencesOf = ({ images, edits }: { images: number; edits: number }, offer: SceneOffer): PlannedCalls[] => {
  const { choice } = offer
  const why = lineWhy.references
  return [
    {
      department: 'art',
      model: choice.image,
      price: priceCalls.reference(offer, 'image'),
      calls: images,
      takes: onlyOnce,
      why,
    },
    {
      department: 'art',
      model: choice.edit,
      price: priceCalls.reference(offer, 'edit'),
      calls: edits,
      takes: onlyOnce,
      why,
    },
  ]
}

const picturesOf = (scenes: readonly SceneCalls[], offer: SceneOffer): PlannedCalls[] => {
  const { choice, takesMax, seen } = offer
  const takes = takesUpTo(takesMax, seen?.layers)
  const why = lineWhy.layers(takesMax)
  const first = scenes.filter(({ knownPlace = false }) => !knownPlace).length
  const layers = scenes.reduce((sum, { people, props }) => sum + people + props, 0)
  return [
    { department: 'art', model: choice.image, price: priceCalls.image(offer), calls: first, takes, why },
    { department: 'art', model: choice.edit, price: priceCalls.edit(offer), calls: layers + scenes.length - first, takes, why },
    ...scenes.flatMap((scene) => looksAtPictures(scene, offer)),
  ] // prettier-ignore
}

/** Only what is paid for is looked at by a paid model. */
const looksAtPictures = (scene: SceneCalls, offer: SceneOffer): PlannedCalls[] => {
  const { choice, takesMax, seen } = offer
  const model = choice.image === previsModel ? previsModel : choice.vision
  const by: PricedBy = { ...offer, choice: { ...choice, vision: model } }
  const look = (questions: number, calls: number): PlannedCalls => ({
    department: 'judges', model, price: priceCalls.vision(by, questions), calls, takes: takesUpTo(takesMax, seen?.layers),
    why: lineWhy.looks,
  }) // prettier-ignore
  const { layer, picture } = looksOf(scene)
  return [look(layer, 1 + scene.people + scene.props), look(picture, 1)]
}

/** A clip is looked at in three pictures. */
const looksAtClip = 3

const clipsOf = (scenes: readonly SceneCalls[], offer: SceneOffer): PlannedCalls[] => {
  const { choice, takesMax, seen } = offer
  const takes = takesUpTo(takesMax, seen?.clips)
  const clips = scenes.map(({ seconds }) => ({
    department: 'animation', model: choice.video, price: priceCalls.video(offer, seconds), calls: 1, takes,
    why: lineWhy.clips,
  })) // prettier-ignore
  const judged = scenes.map((scene) => ({
    department: 'judges', model: choice.vision, price: priceCalls.vision(offer, looksOf(scene).clip), calls: looksAtClip, takes,
    why: lineWhy.clipLooks,
  })) // prettier-ignore
  // what is animated here is judged by rules that are no calls
  return choice.video === previsModel ? clips : [...clips, ...judged]
}
