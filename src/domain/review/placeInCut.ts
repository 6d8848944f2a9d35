type Clip = { scene: string; recordIn: number; recordOut: number }
/** Where something was said: a frame of one film, and the frame inside the scene that stood there. */
export type Pinned = { film: string; frame: number; scene: string | null; sceneFrame: number | null }

/** The clip a frame of the film lies in; undefined outside. */
export const clipAt = <C extends Clip>(clips: readonly C[], frame: number): C | undefined =>
  clips.find(({ recordIn, recordOut }) => frame >= recordIn && frame < recordOut)

/**
 * The frame of this cut something belongs to: its own in the film it was said of; in a later one the same moment of its
 * scene, or the scene's last frame where it became shorter. Null where the scene is not in this cut.
 */
export const placeInCut = (
  pinned: Pinned,
  { film, clips }: { film: string; clips: readonly Clip[] },
): number | null => {
  if (pinned.film === film) return pinned.frame
  const clip = clips.find(({ scene }) => scene === pinned.scene)
  return clip ? Math.min(clip.recordIn + (pinned.sceneFrame ?? 0), clip.recordOut - 1) : null
}
