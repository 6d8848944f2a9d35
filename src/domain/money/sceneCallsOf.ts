import type { SceneCalls } from './quoteScenes'

/** What of a Scenes document, or of a draft of one, decides what it costs; `audio`: a recording of a person's own. */
export type CountedScene = {
  charactersPresent?: readonly unknown[] | null
  props?: readonly unknown[] | null
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
