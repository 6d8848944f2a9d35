import type { CharacterLook } from '../cast/look'
import { headHandleOf } from '../scene/headHandleOf'
import type { TransitionKind } from '../scene/vocabulary'
import { stageScene, type StagedScene } from '../scene/stageScene'
import type { SceneCalls } from './quoteScenes'

/** What of a Scenes document, or of a draft of one, decides what it costs; `audio`: a recording of a person's own. */
export type CountedScene = { [Field in keyof StagedScene]?: unknown } & {
  location?: string | null
  charactersPresent?: readonly string[] | null
  props?: readonly { prop?: string | null }[] | null
  dialogue?: readonly { line?: string | null; audio?: unknown }[] | null
  frames?: number | null
  transitionIn?: string | null
}

/**
 * How often departments are called for a scene. Lines that were recorded are spoken by nobody; whom the framing cannot
 * show, and what somebody holds, has no layer of its own. `own`: things a person gave a picture of; without it, all.
 */
export const sceneCallsOf = (scene: CountedScene, fps: number, own?: ReadonlySet<string>): SceneCalls => {
  const { dialogue, frames, transitionIn } = scene
  const spoken = (dialogue ?? []).filter(({ audio }) => !audio)
  return {
    ...layersOf(scene, own),
    lines: spoken.length,
    spoken: spoken.reduce((sum, { line }) => sum + (line?.length ?? 0), 0),
    ...(frames ? { seconds: (frames + headHandleOf((transitionIn ?? 'cut') as TransitionKind, fps)) / fps } : {}),
  }
}

const unstaged: StagedScene = {
  intExt: 'EXT', location: '', timeOfDay: 'noon', weather: 'clear', aside: '', shotSize: 'wide', angle: 'eye_level',
  movement: 'static', charactersPresent: [], blocking: [], emotions: [], props: [], focusOn: '', action: '',
} // prettier-ignore
/** Nobody's look decides where they stand. */
const anyLook = {} as CharacterLook

/** As many layers as its shot plan will have; everybody and everything where nobody said how it is framed. */
const layersOf = (scene: CountedScene, own?: ReadonlySet<string>): Pick<SceneCalls, 'people' | 'props'> => {
  const { people: present, things } = shownIn(scene)
  if (!scene.shotSize) return { people: present.length, props: things.length }
  const told = Object.fromEntries(stagedNames.flatMap((name) => (scene[name] ? [[name, scene[name]]] : [])))
  const { staging } = stageScene({ ...unstaged, ...told }, {
    cast: present.map((name) => ({ name, look: anyLook })), place: { description: '' }, format: { width: 16, height: 9 },
    own: own ?? new Set(things),
  }) // prettier-ignore
  return { people: staging.people.length, props: staging.props.length }
}
const stagedNames = Object.keys(unstaged) as (keyof StagedScene)[]

/** Who and what is seen in a scene, by name. */
export type Shown = { people: string[]; place: string; things: string[] }
export const shownIn = ({ charactersPresent, location, props }: CountedScene): Shown => ({
  people: [...(charactersPresent ?? [])],
  place: location ?? '',
  things: (props ?? []).flatMap(({ prop }) => prop ?? []),
})
