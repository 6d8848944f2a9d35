import type { SceneState } from '@/payload-types'
import type { SceneStatus } from '@/domain/scene/sceneStatus'

export type Answered = NonNullable<SceneState['verifications']>[number]
/** What was made of a scene, as its panel shows it. */
export type Standing = {
  status: SceneStatus
  stale: boolean
  reasons: string[]
  picture: string | null
  clip: string | null
  answers: Answered[]
  verdict: SceneState['verdict']
  overrule: SceneState['overrule']
  approval: SceneState['approval']
  kept: SceneState['kept']
  continuity: NonNullable<SceneState['continuity']>
  boundary: SceneState['boundaryUsed']
  notices: string[]
  error: SceneState['error']
  fps: number | null
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
  answers: list(state.verifications),
  verdict: state.verdict,
  overrule: state.overrule,
  approval: state.approval,
  kept: state.kept,
  continuity: list(state.continuity),
  boundary: state.boundaryUsed,
  notices: list(state.notices),
  error: state.error,
  fps: fpsOf(state),
})
