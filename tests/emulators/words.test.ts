import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openPlan } from '../../emulators/plan/openPlan'
import { answerTo } from '../../emulators/words/answerTo'
import { valueFor } from '../../emulators/words/valueFor'

/** Shapes as people write them for strict answers. */
const shape = fc.letrec<{ shape: z.ZodType; leaf: z.ZodType }>((tie) => ({
  leaf: fc.oneof(
    fc.constant(z.boolean()),
    fc.constant(z.string().nullable()),
    fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]) => z.string().min(Math.min(a, b)).max(Math.max(a, b))),
    fc.tuple(fc.integer({ min: -50, max: 50 }), fc.nat(100)).map(([from, more]) =>
      z
        .number()
        .min(from)
        .max(from + more),
    ),
    fc.tuple(fc.integer({ min: -50, max: 50 }), fc.nat(100)).map(([from, more]) =>
      z
        .int()
        .min(from)
        .max(from + more),
    ),
    fc
      .uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 })
      .map((words) => z.enum(words)),
    fc.constant(z.literal('fixed')),
    fc.constant(z.iso.date()),
    fc.constant(z.url()),
  ),
  shape: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc
      .dictionary(fc.constantFrom('note', 'score', 'items', 'verdict'), tie('shape'), { maxKeys: 4 })
      .map((fields) => z.object(fields)),
    fc.tuple(tie('shape'), fc.nat(3)).map(([inner, least]) => z.array(inner).min(least)),
    fc.tuple(tie('shape'), tie('leaf')).map((both) => z.union(both)),
  ),
})).shape

describe('what the emulated models say', () => {
  it('satisfies whatever shape it was asked for, and is the same for the same words', () => {
    fc.assert(
      fc.property(shape, fc.string(), (asked, words) => {
        const schema = z.toJSONSchema(asked)
        const value = valueFor(schema, { words, verdict: 'yes' })
        expect(asked.safeParse(value).error?.issues ?? []).toEqual([])
        expect(valueFor(schema, { words, verdict: 'yes' })).toEqual(value)
      }),
      { numRuns: 300 },
    )
  })

  it('ends where a shape holds itself', () => {
    type Place = { name: string; inside: Place | null }
    const place: z.ZodType<Place> = z.object({
      name: z.string(),
      get inside() {
        return place.nullable()
      },
    })
    expect(place.safeParse(valueFor(z.toJSONSchema(place), { words: 'x', verdict: 'yes' })).success).toBe(true)
  })

  it('follows a schema written into the question, behind whatever braces, and a plan that knows better', () => {
    const schema = '{"type":"object","properties":{"answer":{"enum":["yes","no"]}},"required":["answer"]}'
    const question = `A sign says {closed}. Is the door open? Answer as JSON of ${schema}`
    const by = { provider: 'fal', endpoint: 'fal-ai/moondream3-preview/query' } as const
    expect(answerTo(openPlan(), { by, question })).toBe('{"answer":"yes"}')
    const plan = openPlan({ rules: [{ do: 'say', contains: 'the DOOR', answer: 'no' }] })
    expect(answerTo(plan, { by, question })).toBe('{"answer":"no"}')
    expect(answerTo(plan, { by, question: 'Is it night? yes or no' })).toBe('yes')
  })
})
