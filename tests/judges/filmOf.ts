import { turnaroundViews, type CharacterLook } from '@/domain/cast/look'
import { breakIntoScenes } from '@/domain/screenplay/breakdown'
import { parseFountain } from '@/domain/screenplay/fountain'
import { readProjectSettings } from '@/domain/project/projectSettings'
import type { SceneDraft } from '@/domain/scene/sceneDraft'
import type { Aspect } from '@/domain/scene/vocabulary'
import { readStory, type Story } from '@/domain/story/readStory'
import type { Values } from '@/pipeline/defineStep'
import { shotPlanOf, type ShotPlan } from '@/pipeline/scene/planShot'

export type Film = {
  name: string
  text: string
  scenes: SceneDraft[]
  story: Story
  cast: { name: string; look: CharacterLook }[]
  shots: { scene: SceneDraft; plan: ShotPlan }[]
}

const asset = (name: string) => ({ sha256: name, name, mime: 'image/png', bytes: 1 })
/** File names of enrolled pictures; every film keeps its own. */
export const viewFile = (film: string, who: string, view: string): string => `${film} ${who} ${view}.png`
export const placeFile = (film: string, place: string, aspect: string): string => `${film} place ${place} ${aspect}.png`

/** A screenplay as the departments plan it for the camera, without a database: every scene with its shot plan. */
export const filmOf = (
  name: string,
  text: string,
  { aspect = '16:9', resolution = '360p' }: { aspect?: Aspect; resolution?: '360p' | '720p' } = {},
): Film => {
  const settings = readProjectSettings({ aspect, resolution })
  const screenplay = parseFountain(text)
  const broken = breakIntoScenes(screenplay, { fps: 24, targetSeconds: null })
  const story = readStory({ ...broken, elements: screenplay.elements })
  const cast = story.cast.map((one) => ({ name: one.name, look: one.look }))
  const known = story.cast.map(({ name: who, look }) => ({
    name: who, look,
    views: turnaroundViews.map((view) => ({ view, sha256: viewFile(name, who, view).slice(0, -4) })),
  })) // prettier-ignore
  const shots = broken.scenes.map((scene) => {
    const place = story.world.places.find((one) => one.name === scene.location)
    const values: Values = {
      settings, screenplay: { text, title: '' }, scene: { ...scene }, previous: {}, raw: [],
      cast: known.filter((one) => scene.charactersPresent.includes(one.name)), character: {},
      place: {
        description: (place?.sentences ?? []).map((one) => one.text).join(' '), interior: place?.interior ?? false,
        reference: asset(placeFile(name, scene.location, aspect)),
      },
      prop: {}, props: scene.props.map(({ prop }) => ({ name: prop, reference: asset(`prop ${prop}.png`) })), look: {}, prompts: {},
      models: {}, shot: null, scenes: [], from: {},
    } // prettier-ignore
    return { scene, plan: shotPlanOf(values, settings) }
  })
  return { name, text, scenes: broken.scenes, story, cast, shots }
}
