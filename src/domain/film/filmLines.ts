import type { Asset } from '@/domain/generation/generationKey'
import type { SpokenLine } from '@/domain/scene/sceneDraft'
import { withoutOverlap } from '@/domain/sound/earlyLines'

/** One line of the film, in its seconds; `asset` is null where nothing was spoken (a filled scene). */
export type FilmLine = {
  character: string
  text: string
  startS: number
  durationS: number
  dual: boolean
  asset: Asset | null
}

type Said = { startS: number; durationS: number; asset: Asset | null }
type LinedFilm = {
  fps: number
  scenes: readonly {
    startFrame: number
    scene: Record<string, unknown>
    conformed: { shot: { lines: readonly Said[] } }
  }[]
}

/** Everything that is said, in order: what was spoken where it sounds, what was not where it was planned. */
export const filmLines = ({ scenes, fps }: LinedFilm): FilmLine[] =>
  withoutOverlap(
    scenes.flatMap(({ startFrame, conformed, scene }) => {
      const said = conformed.shot.lines
      return ((scene.dialogue ?? []) as SpokenLine[]).map((line, i): FilmLine => {
        const { startS, durationS, asset } = said[i] ?? { ...line, durationS: line.endS - line.startS, asset: null }
        const { character, line: text, dual } = line
        return { character, text, dual: Boolean(dual), startS: startFrame / fps + startS, durationS, asset }
      })
    }),
  )
