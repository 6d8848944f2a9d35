/** What a worker did since it began: one row per step of the call sheet and how its takes ended. */
export type StepFigure = { step: string; outcome: string; count: number; seconds: number }
/** Moves of paid calls by what moved them; `claimed` is one POST that was about to be sent. */
export type PaidFigure = { provider: string; evidence: string; count: number }
export type WorkerFigures = { steps: StepFigure[]; paid?: PaidFigure[]; memoryBytes: number; beganAt: string }

/** Adds one ended take. Answers the list it was given. */
export const countStep = (list: StepFigure[], { step, outcome, seconds }: Omit<StepFigure, 'count'>): StepFigure[] => {
  const known = list.find((row) => row.step === step && row.outcome === outcome)
  if (!known) list.push({ step, outcome, count: 1, seconds })
  else {
    known.count += 1
    known.seconds += seconds
  }
  return list
}
