import type { SceneCalls } from './quoteScenes'

/** What of a Scenes document, or of a draft of one, decides what it costs; `audio`: a recording of a person's own. */
export type CountedScene = {
  location?: string | null
  charactersPresent?: readonly string[] | null
  props?: readonly { prop?: string | null }[] | null
  dialogue?: readonly { line?: string | null; audio?: unknown }[] | null
  frames?: number | null
}

/** How often departments are called for a scene. Lines that were recorded are spoken by nobody. */
export const sceneCallsOf = ({ charactersPresent, props, dialogue, frames }: CountedScene, fps: number): SceneCalls => {
  const spoken = (dialogue ?? []).filter(({ audio }) => !audio)
  return {
    people: charactersPresent?.length ?? 0,
    props: props?.length ?? 0,
    lines: spoken.length,
    spoken: spoken.reduce((sum, { line }) => sum + (line?.length ?? 0), 0),
    ...(frames ? { seconds: frames / fps } : {}),
  }
}

/** Who and what is seen in a scene, by name. */
export type Shown = { people: string[]; place: string; things: string[] }
export const shownIn = ({ charactersPresent, location, props }: CountedScene): Shown => ({
  people: [...(charactersPresent ?? [])],
  place: location ?? '',
  things: (props ?? []).flatMap(({ prop }) => prop ?? []),
})
