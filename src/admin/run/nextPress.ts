import { projectStatus, type ProjectStatus } from '@/domain/project/projectStatus'
import { workingStatus } from '@/domain/project/workingStatus'
import type { RunKind } from '@/domain/run/runPlan'

/** A button that goes on after a run: which route it presses, with what, and what tells its price first. */
export type NextPress = {
  /** Of the run it begins, and the last part of its route. */
  kind: 'generate' | 'assemble'
  body: Readonly<Record<string, string>>
  estimate: string
  word: 'makeAllFor' | 'cutFilmFor'
  plain: 'makeAll' | 'makeFilm'
}

const presses: Partial<Record<RunKind, NextPress>> = {
  qualify: { kind: 'generate', body: {}, estimate: 'estimate', word: 'makeAllFor', plain: 'makeAll' },
  generate: { kind: 'assemble', body: { fill: 'previs' }, estimate: 'estimate?of=film', word: 'cutFilmFor', plain: 'makeFilm' },
} // prettier-ignore

/** What a finished run leads to; null: there is nothing more to make. */
export const nextPress = (kind: RunKind): NextPress | null => presses[kind] ?? null

const isWorking = (status: ProjectStatus): boolean => Object.values(workingStatus).includes(status)

/** Why it cannot be pressed now, as a word of the screens; null: it can. */
export const whyNotNow = ({ kind }: Pick<NextPress, 'kind'>, status: ProjectStatus | null): 'nextBusy' | 'nextNotYet' | null => {
  const to = workingStatus[kind]
  if (status === null || to === null || projectStatus.may(status, to)) return null
  return isWorking(status) ? 'nextBusy' : 'nextNotYet'
} // prettier-ignore
