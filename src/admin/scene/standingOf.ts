import type { SceneState } from '@/payload-types'
import type { SceneStatus } from '@/domain/scene/sceneStatus'

export type Answered = NonNullable<SceneState['verifications']>[number]
export type TakeRow = NonNullable<SceneState['takes']>[number]
/** What was made of a scene, as its panel shows it. */
export type Standing = {
  status: SceneStatus
  stale: boolean
  reasons: string[]
  picture: string | null
  clip: string | null
  takes: TakeRow[]
  chosenTake: number | null
  answers: Answered[]
  layers: NonNullable<SceneState['layers']>
  overrule: SceneState['overrule']
  kept: SceneState['kept']
  error: SceneState['error']
  fps: number | null
  run: string | null
}

export const urlOf = (file: unknown): string | null =>
  typeof file === 'object' && file !== null && 'url' in file && typeof file.url === 'string' ? file.url : null

/** Frames a second of the clip that stands; null where that is not known. */
const fpsOf = ({ frames, actualDurationS }: SceneState): number | null =>
  frames && actualDurationS ? Math.round(frames / actualDurationS) : null

const list = <T>(rows: T[] | null | undefined): T[] => rows ?? []

export const standingOf = (state: SceneState): Standing => ({
  status: state.status,
  stale: state.stale === true,
  reasons: list(state.staleReasons).flatMap(({ reason }) => reason ?? []),
  picture: urlOf(state.composite),
  clip: urlOf(state.clip),
  // the newest first
  takes: list(state.takes).toReversed(),
  chosenTake: state.chosenTake ?? null,
  answers: list(state.verifications),
  layers: list(state.layers),
  overrule: state.overrule,
  kept: state.kept,
  error: state.error,
  fps: fpsOf(state),
  run: state.run ?? null,
})

const order = ['no', 'unknown', 'not_asked', 'yes']

/** The newest answer to each question about the finished picture, no and unknown first. */
export const newestAnswers = (answers: readonly Answered[]): Answered[] => {
  const newest = new Map<string, Answered>()
  for (const one of answers) if (one.layer === null || one.layer === undefined) newest.set(`${one.judge ?? ''}/${one.claim ?? ''}/${one.question ?? ''}`, one)
  return [...newest.values()].sort((a, b) => order.indexOf(a.answer ?? '') - order.indexOf(b.answer ?? ''))
} // prettier-ignore
