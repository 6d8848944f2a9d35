import type { PlanGiven } from '../../../emulators/plan/planShape'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import type { Moment } from './filmDay'

/** A provider who drops answers, refuses, is slow, loses files and bills late. */
export const roughPlan: PlanGiven = {
  seed: 7,
  rules: [
    { provider: 'fal', chance: 0.06, do: 'resetAfter' },
    { provider: 'fal', chance: 0.03, do: 'failAfter', status: 503 },
    { provider: 'fal', chance: 0.04, do: 'refuse', status: 429, retryAfterS: 1 },
    { provider: 'fal', chance: 0.03, do: 'refuse', status: 502 },
    { provider: 'fal', chance: 0.03, do: 'fail', status: 500 },
    { provider: 'fal', chance: 0.05, do: 'longer', ms: 4000 },
    { provider: 'fal', chance: 0.1, do: 'billingPending', ms: 8000 },
    { provider: 'fal', nth: [9, 40], do: 'expired' },
    { provider: 'fal', at: 'status', chance: 0.05, do: 'refuse', status: 503 },
    { provider: 'fal', at: 'status', chance: 0.03, do: 'backwards' },
    { provider: 'fal', at: 'result', chance: 0.04, do: 'html' },
    { provider: 'fal', at: 'upload', chance: 0.05, do: 'refuse', status: 500 },
    { provider: 'cdn', chance: 0.04, do: 'truncated' },
    { provider: 'cdn', chance: 0.03, do: 'page' },
    { provider: 'openai', nth: [5, 33], do: 'resetAfter' },
    { provider: 'openai', chance: 0.03, do: 'refuse', status: 429, retryAfterS: 1 },
    { provider: 'openai', chance: 0.05, at: 'submit', do: 'slow', ms: 3000 },
  ],
}

const inState = (state: PaidGeneration['state']) => (one: PaidGeneration) => one.state === state
const ended = (calls: readonly PaidGeneration[]): number => calls.filter(inState('STORED')).length

/** Four moments in the making of a film that are worth being killed in. */
export const moments = (calls: number): Moment[] => [
  { name: 'while a request is on the wire', isNow: (all) => all.length > calls * 0.05 && all.some(inState('SUBMITTING')) },
  { name: 'while the provider works', isNow: (all) => ended(all) > calls * 0.3 && all.some(inState('SUBMITTED')) },
  { name: 'while a file is fetched', isNow: (all) => ended(all) > calls * 0.6 || (ended(all) > calls * 0.4 && all.some((one) => one.state === 'DONE' && one.expects !== null)) },
  { name: 'while clips are made', isNow: (all) => all.some((one) => one.department === 'camera' && one.state === 'STORED') && ended(all) > calls * 0.7 },
] // prettier-ignore
