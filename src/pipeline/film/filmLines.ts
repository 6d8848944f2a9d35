import type { Asset } from '@/domain/generation/generationKey'
import type { SpokenLine } from '@/domain/scene/sceneDraft'
import { withoutOverlap } from '@/domain/sound/earlyLines'
import type { Cut } from './cutFilm'

/** One line of the film, in its seconds; `asset` is null where nothing was spoken (a filled scene). */
export type FilmLine = { text: string; startS: number; durationS: number; dual: boolean; asset: Asset | null }

/** Everything that is said, in order: what was spoken where it sounds, what was not where it was planned. */
export const filmLines = ({ scenes, fps }: Cut): FilmLine[] =>
  withoutOverlap(
    scenes.flatMap(({ startFrame, conformed, scene }) => {
      const said = conformed.shot.lines
      return ((scene.dialogue ?? []) as SpokenLine[]).map((line, i): FilmLine => {
        const { startS, durationS, asset } = said[i] ?? { ...line, durationS: line.endS - line.startS, asset: null }
        return { text: line.line, dual: Boolean(line.dual), startS: startFrame / fps + startS, durationS, asset }
      })
    }),
  )
