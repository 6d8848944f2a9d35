import type { GatheredFacts } from './gatheredFacts'
import { readinessRules, type Rule } from './readinessRules'

/** One thing that would make a department's work better. `points` is what it would add. */
export type MissingItem = { path: string; what: string; fix: string; points: number }
export type DepartmentReadiness = { slug: string; name: string; score: number; ready: boolean; missing: MissingItem[] }
export type Readiness = { overallReady: boolean; threshold: number; departments: DepartmentReadiness[] }

export const readinessThreshold = 75

/** Points of 100 for each department, by arithmetic alone. Every rule: docs/readiness.md. */
export const readinessOf = (facts: GatheredFacts): Readiness => {
  const departments = readinessRules.map(({ slug, name, rules }): DepartmentReadiness => {
    const missing = rules.flatMap((rule) => missingOf(rule, facts))
    const score = 100 - missing.reduce((sum, { points }) => sum + points, 0)
    return { slug, name, score, ready: score >= readinessThreshold, missing }
  })
  return { overallReady: departments.every(({ ready }) => ready), threshold: readinessThreshold, departments }
}

/** A rule over several things shares its points among them: whole points, the rest falls on the first. */
const missingOf = (rule: Rule, facts: GatheredFacts): MissingItem[] => {
  const { lacking, of } = rule.lacking(facts)
  if (lacking.length === 0) return []
  const total = of === 0 ? rule.points : Math.max(lacking.length === of ? rule.points : 1, Math.round((rule.points * lacking.length) / of))
  const each = Math.floor(total / lacking.length)
  return lacking
    .map((item, i) => ({ ...item, points: i === 0 ? total - each * (lacking.length - 1) : each }))
    .slice(0, missingMax)
    .map((item, i, list) => (i === 0 ? { ...item, points: total - list.slice(1).reduce((sum, { points }) => sum + points, 0) } : item))
} // prettier-ignore

/** More than this many of one kind are told by the first of them. */
const missingMax = 12
