import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { gatheredFacts } from '@/domain/readiness/gatheredFacts'
import { readinessOf, readinessThreshold } from '@/domain/readiness/readiness'
import { readinessRules } from '@/domain/readiness/readinessRules'

const nothing = gatheredFacts([], { title: '' })
const unknown = [{ name: 'NAME', described: false }]
const cells = (row: string) => row.split('|').slice(1, -1).map((cell) => cell.trim()) // prettier-ignore

describe('the rules of readiness', () => {
  it('stand in docs/readiness.md, every one with its points, path and fix, and no others', () => {
    const table = readFileSync('docs/readiness.md', 'utf8').split('\n').filter((line) => line.startsWith('| ')).slice(2) // prettier-ignore
    const told = table.map(cells).map(([name, points, , path, what, fix]) => [name, points, path, what, fix])
    const rules = readinessRules.flatMap(({ name, rules: own }) =>
      own.map((rule) => {
        const items = [{ ...nothing, people: unknown, places: unknown }, nothing].flatMap((facts) => rule.lacking(facts).lacking)
        const item = items.find(({ path }) => path.includes('NAME')) ?? items[0]
        return [name, String(rule.points), `\`${item?.path ?? ''}\``, item?.what, item?.fix]
      }),
    ) // prettier-ignore
    expect(told).toEqual(rules)
  })

  it('give every department 100 points, and nothing but the title to nothing', () => {
    for (const { name, rules } of readinessRules)
      expect(
        rules.reduce((sum, { points }) => sum + points, 0),
        name,
      ).toBe(100)
    for (const { score } of readinessOf(nothing).departments) expect(score).toBe(0)
    expect(readFileSync('docs/readiness.md', 'utf8')).toContain(`From ${String(readinessThreshold)} points`)
  })

  it('count a film of notes alone as far as it can be made', () => {
    const notes = [
      { kind: 'note' as const, title: 'a', text: 'In the market at noon rain falls on the paper lamps. Ida, thirty, in a green apron, holds a brush and hums a song.' },
      { kind: 'note' as const, title: 'b', text: 'The rooftop at night. Ida lights one lamp in the cold blue light.' },
      { kind: 'character' as const, title: 'IDA', text: 'Thirty, red hair, a green apron.' },
    ] // prettier-ignore
    const { overallReady, departments } = readinessOf(gatheredFacts(notes, { title: 'Moon' }))
    expect(departments.filter(({ ready }) => !ready)).toEqual([])
    expect(overallReady).toBe(true)
  })
})
