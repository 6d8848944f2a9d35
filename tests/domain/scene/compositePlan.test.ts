import { describe, expect, it } from 'vitest'
import { StudioError } from '@/domain/errors/StudioError'
import { limits } from '@/domain/limits'
import { checkReferences, checkTake, compositePlan } from '@/domain/scene/compositePlan'
import type { Staging } from '@/domain/scene/staging'

const person = (name: string, more: { near?: boolean; holds?: string } = {}) =>
  ({ name, near: false, holds: '', ...more }) as Staging['people'][number]
const staging = (people: Staging['people'], props: string[] = []): Staging => ({
  place: { name: 'KITCHEN', interior: true, description: '' }, timeOfDay: 'night', weather: 'rainy', shotSize: 'wide', angle: 'eye_level',
  movement: 'static', people, props: props.map((noun) => ({ noun, x: 0.5 })), crowd: 0, width: 1280, height: 720,
}) // prettier-ignore
const codeOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    return error instanceof StudioError ? error.code : String(error)
  }
  return 'passed'
}

describe('the layers of a picture', () => {
  it('go from the empty place over people, far ones first, to the things nobody holds', () => {
    const plan = compositePlan(staging([person('TOM', { near: true }), person('MARA', { holds: 'rope' })], ['letter']))
    expect(plan.map(({ index, kind, subject }) => [index, kind, subject])).toEqual([
      [0, 'place', 'KITCHEN'],
      [1, 'person', 'MARA'],
      [2, 'person', 'TOM'],
      [3, 'prop', 'letter'],
    ])
    expect(plan[1]?.references).toEqual([
      { role: 'character', name: 'MARA' },
      { role: 'prop', name: 'rope' },
    ])
    expect(plan.map((layer) => layer.staging.people.length)).toEqual([0, 1, 2, 2])
  })

  it('are twenty at most, and a project may only allow fewer', () => {
    const props = (count: number) => Array.from({ length: count }, (_, i) => `prop ${String(i)}`)
    expect(compositePlan(staging([], props(19)))).toHaveLength(limits.compositeLayersMax)
    expect(codeOf(() => compositePlan(staging([], props(20))))).toBe('TOO_MANY_LAYERS')
    expect(codeOf(() => compositePlan(staging([], props(20)), 99))).toBe('TOO_MANY_LAYERS')
    expect(codeOf(() => compositePlan(staging([], props(5)), 5))).toBe('TOO_MANY_LAYERS')
  })

  it('are made from three references at most, in five takes at most', () => {
    const references = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `r${String(i)}` }))
    expect(codeOf(() => checkReferences('MARA', references(3)))).toBe('passed')
    expect(codeOf(() => checkReferences('MARA', references(4)))).toBe('TOO_MANY_REFERENCES')
    expect(codeOf(() => checkTake('MARA', 5))).toBe('passed')
    expect(codeOf(() => checkTake('MARA', 6))).toBe('TAKES_USED_UP')
    expect(codeOf(() => checkTake('MARA', 6, 99))).toBe('TAKES_USED_UP')
    expect(codeOf(() => checkTake('MARA', 2, 1))).toBe('TAKES_USED_UP')
  })
})
