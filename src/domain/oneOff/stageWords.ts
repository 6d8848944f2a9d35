import type { PictureFormat } from '../format'
import { screenplayOfEntries } from '../gather/screenplayOfEntries'
import type { CastMember } from '../scene/stageScene'
import { stageScene } from '../scene/stageScene'
import type { Staging } from '../scene/staging'
import { draftFilm } from '../story/draftFilm'

/** What the film knows: who looks how, which place is described how. */
type Known = {
  cast: readonly CastMember[]
  places: readonly { name: string; description: string }[]
  format: PictureFormat
}

/**
 * Where the camera looks for somebody's own words, read as the words of a scene are: its heading, its action, people and
 * things. Whom and what the film knows by name looks as in the film; everybody else by the words. Only the first scene
 * they tell is staged; words that tell none are an empty place.
 */
export const stageWords = (words: string, { cast, places, format }: Known): Staging => {
  const { width, height, fps } = format
  const size = { width, height }
  const text = screenplayOfEntries([{ kind: 'scene', title: '', text: words }], '')
  const drafts = draftFilm(text, { fps, targetSeconds: null })
  const [scene] = drafts.scenes
  if (!scene) return { ...emptyPlace, ...size, people: [], props: [] }
  const known = new Map(cast.map((one) => [one.name, one]))
  const seen = drafts.story().cast.map(({ name, look }) => known.get(name) ?? { name, look })
  const description = places.find(({ name }) => name === scene.location)?.description ?? scene.action
  return stageScene(scene, { cast: seen, place: { description }, format: size }).staging
}

const emptyPlace: Omit<Staging, 'width' | 'height'> = {
  place: { name: '', interior: false, description: '' },
  timeOfDay: 'noon',
  weather: 'clear',
  shotSize: 'wide',
  angle: 'eye_level',
  movement: 'static',
  people: [],
  props: [],
  crowd: 0,
}
