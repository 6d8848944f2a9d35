import { drawn } from '../world/random'
import {
  families,
  planShape,
  type FamilyRule,
  type Moment,
  type Plan,
  type PlanGiven,
  type Provider,
  type Rule,
} from './planShape'

/** What a rule is held against. `at` matters to rules of the wire only, `text` to rules of words. */
export type Happening = { provider: Provider; endpoint: string; at?: Moment; text?: string }

export type OpenPlan = {
  /** The rules of one family that strike now, in the plan's order. Asking counts. */
  strikes: <Family extends keyof FamilyRule>(family: Family, what: Happening) => FamilyRule[Family][]
  /** Puts another plan in its place; counting starts anew. Fails: ZodError, naming what is wrong. */
  replace: (plan: unknown) => Plan
}

export const openPlan = (given: PlanGiven = {}): OpenPlan => {
  let plan = planShape.parse(given)
  let counts = plan.rules.map(() => ({ met: 0, struck: 0 }))

  const strikesNow = (rule: Rule, index: number): boolean => {
    const count = counts[index]
    if (!count) return false
    count.met++
    if (rule.atMost !== undefined && count.struck >= rule.atMost) return false
    const hits = hitsCall(rule, count.met, drawn(plan.seed, index, count.met))
    if (hits) count.struck++
    return hits
  }

  return {
    strikes: <Family extends keyof FamilyRule>(family: Family, what: Happening) =>
      plan.rules.filter(
        (rule, index) => families[family].has(rule.do) && matches(rule, what) && strikesNow(rule, index),
      ) as FamilyRule[Family][],
    replace: (next) => {
      plan = planShape.parse(next)
      counts = plan.rules.map(() => ({ met: 0, struck: 0 }))
      return plan
    },
  }
}

const matches = (rule: Rule, what: Happening): boolean =>
  (rule.provider === undefined || rule.provider === what.provider) &&
  (rule.endpoint === undefined || isEndpoint(rule.endpoint, what.endpoint)) &&
  (!('at' in rule) || rule.at === what.at) &&
  (!('contains' in rule) ||
    rule.contains === undefined ||
    (what.text ?? '').toLowerCase().includes(rule.contains.toLowerCase()))

const isEndpoint = (asked: string, endpoint: string): boolean =>
  asked.endsWith('*') ? endpoint.startsWith(asked.slice(0, -1)) : asked === endpoint

const hitsCall = (rule: Rule, call: number, dice: number): boolean => {
  if (rule.nth !== undefined && ![rule.nth].flat().includes(call)) return false
  if (rule.from !== undefined && call < rule.from) return false
  return rule.chance === undefined || dice < rule.chance
}
