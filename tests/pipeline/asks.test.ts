import { describe, expect, it } from 'vitest'
import { asksText, readProjectSettings } from '@/domain/project/projectSettings'
import { stepsById } from '@/pipeline/callSheet'
import type { Values } from '@/pipeline/defineStep'
import { partsOf } from '@/pipeline/partsOf'

const asking = [...stepsById.values()].filter(({ reads }) => reads.asks !== undefined)
const nothing = { settings: {}, prompts: {}, cast: [], place: {}, scene: {}, look: {}, raw: [], scenes: [], from: {}, models: {} } // prettier-ignore
const values = (more: Partial<Values>) => ({ ...nothing, ...more }) as unknown as Values
const node = { input: {} }

describe('departments that may ask a text model', () => {
  it('are four, each with words of its own', () => {
    expect(asking.map(({ reads }) => reads.asks)).toEqual([
      'agent-casting', 'agent-world', 'agent-look', 'agent-scenes',
    ]) // prettier-ignore
  })

  it.each(asking.map((step) => [step.id, step] as const))(
    '%s is made from the same as ever where none is asked, and from its name and words where one is',
    (_, step) => {
      const { asks: _asks, ...reads } = step.reads
      const before = partsOf({ ...step, reads }, node, values({}))
      expect(partsOf(step, node, values({}))).toEqual(before)
      const asked = partsOf(step, node, values({ models: { text: 'openai/gpt-6-luna@1 en' }, prompts: { [step.reads.asks ?? '']: 'Ask.' } })) // prettier-ignore
      expect(asked.map(({ role }) => role).filter((role) => role === 'models' || role === 'prompts')).toHaveLength(2)
    },
  )

  it('ask nobody without a budget', () => {
    const models = { text: 'openai/gpt-6-luna' }
    expect(asksText(readProjectSettings({ models, budgetNanodollars: 1 }))).toBe(true)
    expect(asksText(readProjectSettings({ models }))).toBe(false)
    expect(asksText(readProjectSettings({ budgetNanodollars: 1 }))).toBe(false)
  })
})
