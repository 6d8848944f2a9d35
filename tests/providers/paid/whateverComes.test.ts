import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '@/domain/catalogue/wish'
import { falAnswer, falFailure } from '@/providers/fal/falAnswer'
import { falError } from '@/providers/fal/falError'
import { imagesEnd } from '@/providers/openai/imagesEnd'
import { openaiError } from '@/providers/openai/openaiError'
import { responseStanding } from '@/providers/openai/responseStanding'
import { chatEnd } from '@/providers/openrouter/chatEnd'
import { asJson } from '@/providers/paid/callJson'
import { fillFiles, filesIn } from '@/providers/paid/fillFiles'
import { nanodollarsOf } from '@/providers/paid/nanodollarsOf'
import { serviceCallback, serviceStanding } from '@/providers/paid/serviceStanding'
import { submitEnd } from '@/providers/paid/submitEnd'
import { afterMsIn, told } from '@/providers/paid/told'
import { tokensIn } from '@/providers/paid/tokensIn'
import { underBase } from '@/providers/paid/underBase'
import { replicateStanding } from '@/providers/replicate/replicateStanding'

/** JSON made of the words providers use, in all the wrong places. */
const words = ['id', 'status', 'request_id', 'output', 'content', 'message', 'choices', 'usage', 'detail', 'error', 'code', 'type', 'data', 'b64_json', 'url', 'images', 'video', 'text', 'metrics', 'result', 'task_id', 'input_tokens', 'input_tokens_details', 'incomplete_details', 'loc', 'msg', 'size', 'cost', 'duration', '__proto__', 'constructor', '$where', 'a.b'] // prettier-ignore
const values = ['completed', 'succeeded', 'failed', 'incomplete', 'processing', 'COMPLETED', 'https://x.example/a.png', 'data:image/png;base64,AAAA', 'data:;base64,', 'data:image/png,x', '1536x1024', 'output_text', 'resp_1', ''] // prettier-ignore
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.oneof(fc.constantFrom(...values), fc.string(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null)),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...words), fc.string()), tie('json'), { maxKeys: 6 }),
  ),
}))
const status = fc.integer({ min: 200, max: 599 })
const nothingSent = { secrets: [], sent: [] }
const headers = { 'x-fal-billable-units': 'x', 'retry-after': 'soon' }

describe('whatever a provider answers', () => {
  it('is read without a fault of ours, and every end is one of the known ones', () => {
    const standings = ['open', 'answered', 'failed', 'cancelled', 'gone']
    fc.assert(
      fc.property(json, status, (body, code) => {
        const answer = { is: 'json', status: code, headers, json: body } as const
        for (const standing of [
          responseStanding(body, []),
          replicateStanding(body, []),
          serviceStanding(body, 'x', nothingSent),
        ])
          expect(standing === null || standings.includes(standing.is)).toBe(true)
        for (const end of [imagesEnd(answer, 'x'), chatEnd(answer, [])])
          expect(end === null || ['answered', 'failed'].includes(end.is)).toBe(true)
        falAnswer({ requestId: 'x', json: body, headers, inferenceS: null })
        falFailure({ status: code, json: body, headers }, ['k'])
        openaiError({ status: code, json: body })
        serviceCallback(Buffer.from(JSON.stringify(body)), nothingSent)
        for (const count of Object.values(tokensIn(body))) expect(Number.isFinite(count)).toBe(true)
      }),
      { numRuns: 1500 },
    )
  })

  it('is surely not taken only when it was refused in so many words', () => {
    const reader = { name: 'x', secrets: [], refusal: falError }
    fc.assert(
      fc.property(json, fc.integer({ min: 100, max: 599 }), (body, code) => {
        const { is } = submitEnd({ is: 'json', status: code, headers, json: body }, reader, () => null)
        const isRefusal = code >= 400 && code < 500 && ![408, 409, 425, 499].includes(code)
        expect(is).toBe(isRefusal ? 'refused' : 'unknown')
      }),
    )
  })

  it('can be any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const read = asJson({ is: 'answered', status: 200, headers: {}, bytes: Buffer.from(bytes) })
        expect(['json', 'odd']).toContain(read.is)
        serviceCallback(Buffer.from(bytes), nothingSent)
      }),
    )
  })

  it('tells no key and no novel', () => {
    fc.assert(
      fc.property(fc.string(), fc.stringMatching(/^sk-[a-f0-9]{12}$/), (text, key) => {
        const { message } = told({ class: 'unknown', message: `${text}${key}${key}${'x'.repeat(3000)}` }, [key])
        expect(message.length).toBeLessThanOrEqual(2000)
        expect(message).not.toContain(key)
      }),
    )
    expect(afterMsIn({ 'retry-after': '2' })).toBe(2000)
    expect(afterMsIn({ 'retry-after': '999999' })).toBe(3_600_000)
    expect(afterMsIn({ 'retry-after': new Date(Date.now() - 5000).toUTCString() })).toBe(0)
    expect(afterMsIn({ 'retry-after': 'soon' })).toBeNull()
  })

  it('gets its files back where they stood', () => {
    const hash = 'a'.repeat(64)
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), (body) => {
        expect(fillFiles(body, () => null)).toEqual(body) // no mark, no change
        const marked = { ...body, file: [`file:${hash}`, { start: `file:${hash}` }, `no file:${hash}`] }
        expect(filesIn(marked)).toEqual([hash])
        expect(fillFiles(marked, () => 'there')['file']).toEqual(['there', { start: 'there' }, `no file:${hash}`])
      }),
    )
  })
})

describe('money as providers write it', () => {
  it('is whole nanodollars, rounded up, never by a rounding of ours', () => {
    for (const [dollars, nanodollars] of [
      [0.0398, 39_800_000],
      [0.00014, 140_000],
      [1e-9, 1],
      [1e-10, 1],
      [0, 0],
      [0.1 + 0.2, 300_000_000],
      ['0.045', 45_000_000],
      ['1.0000000001', 1_000_000_001],
      [12.5, 12_500_000_000],
      [99999.99, 99_999_990_000_000],
    ] as const)
      // prettier-ignore
      expect(nanodollarsOf(dollars), String(dollars)).toBe(nanodollars)
    for (const odd of [-1, null, true, 'x', '', '1e5', '-1', [], {}, 1e12]) expect(nanodollarsOf(odd)).toBeNull()
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (nanodollars) => {
        expect(nanodollarsOf(nanodollars / 1e9)).toBe(nanodollars)
      }),
    )
  })
})

describe('an address in an answer', () => {
  it('is asked with our key only under the host that is set', () => {
    const base = 'https://queue.fal.run/v1'
    for (const ours of ['https://queue.fal.run/v1', 'https://queue.fal.run/v1/x?y=1']) expect(underBase(ours, [base])).toBe(ours) // prettier-ignore
    for (const other of [
      'https://queue.fal.run/v10/x',
      'https://queue.fal.run/',
      'http://queue.fal.run/v1/x',
      'https://queue.fal.run:444/v1/x',
      'https://queue.fal.run.evil.example/v1/x',
      'https://me@queue.fal.run/v1/x',
      'https://queue.fal.run/v1/../x',
      '//queue.fal.run/v1',
      'x',
      '',
    ])
      // prettier-ignore
      expect(underBase(other, [base]), other).toBeNull()
  })
})
