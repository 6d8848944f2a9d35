import { describe, expect, it } from 'vitest'
import { builtInModels } from '@/domain/catalogue/models/builtInModels'
import { modelOf } from '@/domain/catalogue/chooseModels'
import { lineKindOf, lineKindOfCall, lineWhy } from '@/domain/money/quoteLines'
import { fitOneOff } from '@/domain/oneOff/fitOneOff'
import { departmentOfOneOff, titleOfOneOff, whatOfOneOff } from '@/domain/oneOff/oneOff'

const format = { width: 1280, height: 720, fps: 24 }
const at = { reference: null, format, on: '2026-11-22' }
const wish = { kind: 'picture' as const, prompt: 'A lamp in the rain.', seconds: null, take: 1 }
const banana = modelOf(builtInModels, 'fal/nano-banana')

describe('a picture or clip outside of the scenes', () => {
  it('is made by the department that can: words, another picture, a movement', () => {
    expect(departmentOfOneOff({ kind: 'picture', reference: null })).toBe('image')
    expect(departmentOfOneOff({ kind: 'picture', reference: 'x' })).toBe('edit')
    expect(departmentOfOneOff({ kind: 'clip', reference: null })).toBe('video')
    expect(departmentOfOneOff({ kind: 'larger', reference: 'x' })).toBe('upscale')
  })

  it('is asked for in exactly the words that were said, and another take with another seed where there is one', () => {
    expect(fitOneOff(banana, wish, at).request.body['prompt']).toBe(wish.prompt)
    const kling = modelOf(builtInModels, 'fal/ltx-2.3')
    const reference = { sha256: 'a'.repeat(64), mime: 'image/png' }
    const clip = { ...wish, kind: 'clip' as const, seconds: 5 }
    expect(fitOneOff(kling, clip, { ...at, reference }).gives.seconds).toBeGreaterThanOrEqual(5)
    expect(fitOneOff(banana, wish, at)).toEqual(fitOneOff(banana, { ...wish }, at))
  })

  it('refuses words over the limit of its model, and a movement a model is too short for', () => {
    const short = { ...banana, limits: { ...banana.limits, promptCharacters: 10 } }
    expect(() => fitOneOff(short, wish, at)).toThrow(/cannot make this/)
  })

  it('is called by its words, in one line of a bearable length', () => {
    expect(titleOfOneOff({ prompt: ' A lamp \n in the rain. ' })).toBe('A lamp in the rain.')
    expect(titleOfOneOff({ prompt: 'long '.repeat(100) }).length).toBeLessThanOrEqual(80)
  })

  it('has its own line in quotes and bills, whatever words it is called by', () => {
    const call = { department: 'animation', what: whatOfOneOff({ kind: 'clip', prompt: 'Music: a lamp' }), take: 2, inScene: false, kind: 'clip' }
    expect(lineKindOfCall(call)).toBe('oneOffs')
    expect(lineKindOf({ department: 'art', why: lineWhy.oneOffs })).toBe('oneOffs')
    expect(lineKindOfCall({ ...call, what: 'The moving picture', inScene: true })).toBe('clips')
  }) // prettier-ignore
})
