import type { SceneTake } from './takesOf'

/** A take as the routes tell it: with where its file is asked for instead of where it lies. */
export type ToldTake = Omit<SceneTake, 'asset' | 'at'> & {
  /** Below /api; by ranges. */
  file: string
  mime: string
  frames: number | null
  durationS: number | null
  at: string
}

export const toldTake = (scene: string, { asset, at, ...take }: SceneTake): ToldTake => ({
  ...take,
  file: `/scenes/${scene}/takes/${take.id}/file`,
  mime: asset.mime,
  frames: asset.frames ?? null,
  durationS: asset.durationS ?? null,
  at: at.toISOString(),
})
