import type { OneOff } from '@/domain/oneOff/oneOff'
import type { RunPlan } from '@/domain/run/runPlan'
import { inputHashOf } from '@/stores/resultsStore'
import { planOneOff } from '../planRun'

type Making = { kind: 'oneOff'; key: string; plan: () => Promise<RunPlan>; options: { oneOff: OneOff | undefined } }

/** Making one picture or clip; its words stand with the run, never in the plan. */
export const oneOffWish = (wish: OneOff | undefined): Making => ({
  kind: 'oneOff',
  key: `oneOff:${inputHashOf(wish)}`,
  plan: () => Promise.resolve(planOneOff()),
  options: { oneOff: wish },
})
