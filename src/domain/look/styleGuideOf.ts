import { negativeDefault } from '@/domain/prompt/defaultPrompts'
import type { SceneDraft } from '@/domain/scene/sceneDraft'
import { practicalsOf } from './lightPlan'
import { paletteOf, type Swatch } from './palette'
import { sequencePlanOf, type SequencePlan } from './sequencePlan'
import { sequencesOf, type Sequence } from './sequences'
import { tensionStep } from './tensionSteps'

/** The look of a whole film as its style guide has it. */
export type StyleGuide = {
  styleCapsule: string
  palette: Swatch[]
  lighting: string
  lenses: string
  camera: string
  mood: string
  texture: string
  negative: string[]
  sequences: SequencePlan[]
}

/** The style guide of a film by rules alone; every sequence of the film has its row. */
export const styleGuideOf = (scenes: readonly SceneDraft[]): StyleGuide => {
  const sequences = sequencesOf(scenes)
  const plans = sequences.map(sequencePlanOf)
  return {
    styleCapsule:
      'Paper-cut gouache theatre: few large shapes, one light, warm lamps in cool air, colour by depth, no outlines.',
    palette: filmPalette(sequences),
    lighting: lightingWords(plans),
    lenses: lensWords(plans),
    camera: cameraWords(scenes),
    mood: moodWords(plans),
    texture: 'Paper grain and brush in every surface, edges cut by hand, no film grain, no gloss.',
    negative: negativesOfFilm(scenes),
    sequences: plans,
  }
}

/** Every colour of the film once, in order of appearance, with the first use it has. */
export const filmPalette = (sequences: readonly Sequence[]): Swatch[] => {
  const found = new Map<string, Swatch>()
  for (const sequence of sequences)
    for (const swatch of paletteOf({ ...sequence, lamps: practicalsOf(sequence).length > 0 }))
      if (!found.has(swatch.hex))
        found.set(swatch.hex, { ...swatch, name: `${swatch.name}, ${sequence.timeOfDay}${sequence.interior ? ' inside' : ''}` }) // prettier-ignore
  return [...found.values()].slice(0, 24)
}

const negativeOfPictures = ['subtitles', 'split screen', 'picture frame', 'cropped heads', 'objects melting into each other', 'lens dirt'] // prettier-ignore

/** What the film never wants to see; a film without a crowd or an animal says so. */
export const negativesOfFilm = (scenes: readonly SceneDraft[]): string[] => {
  const text = scenes.map(({ action }) => action).join('\n')
  const absent: [string, RegExp][] = [
    ['animals', /\b(dogs?|cats?|horses?|birds?|gulls?|animals?|cows?|sheep|fish)\b/i],
    ['crowds', /\b(crowds?|people|passengers|audience|mob)\b/i],
  ]
  return [
    ...negativeDefault.split(', '),
    ...negativeOfPictures,
    ...absent.flatMap(([name, words]) => (words.test(text) ? [] : [name])),
  ]
}

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)]

const lightingWords = (plans: readonly SequencePlan[]): string => {
  const times = unique(plans.map(({ timeOfDay }) => timeOfDay)).join(', ')
  const practicals = unique(plans.flatMap((plan) => plan.practicals)).join(', ')
  const kelvins = plans.map(({ colorTemperatureK }) => colorTemperatureK)
  const range = plans.length > 0 ? ` Key light from ${String(Math.min(...kelvins))} K to ${String(Math.max(...kelvins))} K.` : '' // prettier-ignore
  return `One key light for a place, and it does not move while a sequence lasts: ${times || 'no hour'}.${range}${practicals === '' ? '' : ` Seen and lit: ${practicals}.`}`
}

const lensWords = (plans: readonly SequencePlan[]): string => {
  const list = (pick: (plan: SequencePlan) => number) => unique(plans.map(pick)).sort((a, b) => a - b).map((mm) => `${String(mm)} mm`).join(' or ') // prettier-ignore
  if (plans.length === 0) return ''
  return `Places ${list((plan) => plan.wideMm)}, people ${list((plan) => plan.peopleMm)}, faces ${list((plan) => plan.faceMm)}, things ${list((plan) => plan.detailMm)}. Longer lenses where it is tense.`
}

const cameraWords = (scenes: readonly SceneDraft[]): string => {
  const share = (pacing: SceneDraft['pacing']) =>
    Math.round((100 * scenes.filter((scene) => scene.pacing === pacing).length) / Math.max(1, scenes.length))
  return `Slow pieces (${String(share('slow'))} %) are held and move slowly if at all; fast ones (${String(share('fast'))} %) are cut early and move with the body; the rest keeps an even pace. Nobody crosses the line of a scene.`
}

const moodWords = (plans: readonly SequencePlan[]): string => {
  const [first] = plans
  const last = plans.at(-1)
  const tightest = plans.reduce<SequencePlan | undefined>((best, one) => (!best || one.tension > best.tension ? one : best), undefined) // prettier-ignore
  if (!first || !last || !tightest) return ''
  return `Begins ${first.mood}. Tightest in ${tightest.name} (${tensionStep(tightest.tension)}). Ends ${last.mood}.`
}
