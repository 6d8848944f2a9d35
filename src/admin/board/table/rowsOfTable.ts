import type { BoardScene } from '@/stores/reads/boardRead'
import { groupsOf, type Group } from '../shownScenes'

/** A line of the table: a scene, or the head of those that follow. */
export type TableLine = { key: string; scene: BoardScene; group?: never } | { key: string; group: Group; scene?: never }

/** The scenes, with the head of every scene of the screenplay over its own while they stand in the order of the film. */
export const rowsOfTable = (scenes: readonly BoardScene[], grouped: boolean): TableLine[] =>
  grouped
    ? groupsOf(scenes).flatMap((group): TableLine[] => [
        { key: `head-${group.scenes[0]?.id ?? ''}`, group },
        ...group.scenes.map((scene) => ({ key: scene.id, scene })),
      ])
    : scenes.map((scene) => ({ key: scene.id, scene }))
