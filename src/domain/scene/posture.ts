import type { Pose } from './vocabulary'

/** Poses that carry a body through the picture. */
export const goes = (pose: Pose): pose is 'walk' | 'run' => pose === 'walk' || pose === 'run'

const low: Partial<Record<Pose, string>> = {
  sit: 'sits',
  sit_ground: 'sits on the ground',
  kneel: 'kneels',
  lie: 'lies',
}

/** How a body rests that does not stand, in a word ("sits"); null for one that stands or goes. */
export const restsAs = (pose: Pose): string | null => low[pose] ?? null

/** What of a pose an enrolled view, which shows people standing, does not show; null where it shows enough. */
export const unlikeItsView = (pose: Pose): string | null =>
  pose === 'embrace' ? 'is embraced' : pose === 'sit' ? null : (low[pose] ?? null)
