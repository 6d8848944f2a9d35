import type { ModelChoice } from '../catalogue/chooseModels'
import type { CatalogueModel } from '../catalogue/model'
import type { StopPoint } from '../project/projectSettings'
import { priceCalls, type PricedBy } from './priceCalls'
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
}

export type SceneOffer = {
  choice: ModelChoice
  models: readonly CatalogueModel[]
  format: { width: number; height: number; fps: number }
  /** The most each layer of a picture, and each clip, may be made. */
  takesMax: number
  until: StopPoint
  /** The day, "2026-11-21". */
  on: string
  asOf: string
  /** Music to be made, seconds of each piece. */
  music?: readonly number[]
  /** What else is asked for in the same press. */
  beside?: readonly PlannedCalls[]
  hashOf?: HashOf
}

/**
 * What making these scenes costs: every layer with its retakes and its judge, clips with what is cut off them, spoken
 * lines, music. Offline departments stand in it with their calls and cost nothing.
 * Fails like `fitRequest`: a model that cannot make one of them, or has no price, is named before anything is spent.
 */
export const quoteScenes = (scenes: readonly SceneCalls[], offer: SceneOffer): Quote => {
  const { choice, takesMax, until, music = [], beside = [], asOf, hashOf } = offer
  const by: PricedBy = offer
  const takes = takesUpTo(takesMax)
  const retakes = `at most ${takesMax} takes each`
  const layers = scenes.reduce((sum, { people, props }) => sum + people + props, 0)
  const pictures = `one picture for each layer: the place, people, things; ${retakes}`
  const looks = 'each layer is looked at, and the finished picture'
  const planned: PlannedCalls[] = [
    { department: 'art', model: choice.image, price: priceCalls.image(by), calls: scenes.length, takes, why: pictures },
    { department: 'art', model: choice.edit, price: priceCalls.edit(by), calls: layers, takes, why: pictures },
    { department: 'judges', model: choice.vision, price: priceCalls.vision(by), calls: layers + scenes.length * 2, takes, why: looks },
    ...(until === 'clips' ? linesOf(scenes, offer) : []),
    ...music.map((seconds) => ({
      department: 'sound', model: choice.music, price: priceCalls.music(by, seconds), calls: 1,
      takes: onlyOnce, why: 'music',
    })),
    ...(until === 'clips' ? clipsOf(scenes, offer) : []),
    ...beside,
  ] // prettier-ignore
  const inputs = { scenes, choice, format: offer.format, takesMax, until, music }
  return quoteOf(planned, { asOf, inputs, ...(hashOf ? { hashOf } : {}) })
}

/** Spoken for the clips: a film that stops at its stills has none. */
const linesOf = (scenes: readonly SceneCalls[], offer: SceneOffer): PlannedCalls[] =>
  scenes.map(({ lines, spoken }) => ({
    department: 'sound', model: offer.choice.speech, price: priceCalls.speech(offer, { lines, spoken }), calls: lines,
    takes: onlyOnce, why: 'one for each line that is spoken',
  })) // prettier-ignore

const clipsOf = (scenes: readonly SceneCalls[], offer: SceneOffer): PlannedCalls[] => {
  const { choice, takesMax } = offer
  const takes = takesUpTo(takesMax)
  const clips = scenes.map(({ seconds }) => ({
    department: 'animation', model: choice.video, price: priceCalls.video(offer, seconds), calls: 1, takes,
    why: 'one clip for each scene, cut to its length',
  })) // prettier-ignore
  const judged: PlannedCalls = {
    department: 'judges', model: choice.vision, price: priceCalls.clipLook(offer), calls: scenes.length, takes,
    why: 'each clip is looked at: its first, middle and last picture',
  } // prettier-ignore
  // what is animated here is judged by rules that are no calls
  return choice.video === 'previs' ? clips : [...clips, judged]
}
