import { describe, expect, it } from 'vitest'
import { nothingDecided, type Decided } from '@/domain/scene/decided'
import type { SceneCall } from '@/domain/takes/sceneCall'
import { takesOf, type Standing } from '@/domain/takes/takesOf'

let clock = 0
const call = (given: Partial<SceneCall> & { sha?: string; mime?: string }): SceneCall => {
  const { sha, mime = 'image/png', ...rest } = given
  clock += 1
  return {
    id: `call-${String(clock)}`, department: 'art', what: 'Layer 1: PIER', provider: 'previs', model: 'previs-boards', version: '1', take: 1,
    layer: 0, isPaid: false, prompt: 'The empty pier.', template: 'scene-place@1', request: {}, answer: null, nanodollars: 0, at: new Date(clock * 1000),
    asset: sha ? { sha256: sha, name: `${sha}.png`, mime, bytes: 1 } : null, ...rest,
  } // prettier-ignore
}
const judged = (picture: string, answer: string, question = 'Is this the PIER?') =>
  call({
    department: 'continuity', what: 'Judge: Layer 1: PIER', layer: null, template: null,
    request: { picture, questions: [{ id: '0:place:PIER', text: question }] },
    answer: { answers: [{ id: '0:place:PIER', answer, evidence: `it is ${answer}` }] },
  }) // prettier-ignore
const standing = (pictures: string[], decided: Decided = nothingDecided): Standing => ({
  pictures,
  clip: null,
  decided,
})

describe('the takes of a scene', () => {
  it('stand newest first, with what their judges were asked and said, and with what the take before missed', () => {
    const calls = [call({ sha: 'a' }), judged('a', 'no'), call({ sha: 'b', take: 2 }), judged('b', 'yes')]
    const [second, first] = takesOf(calls, standing(['b']))
    expect(second).toMatchObject({ number: 2, verdict: 'passed', inUse: true, told: 'it is no' })
    expect(first).toMatchObject({ number: 1, verdict: 'failed', inUse: false, usable: true, told: '' })
    expect(first?.answers).toEqual([
      { claim: '0:place:PIER', question: 'Is this the PIER?', answer: 'no', evidence: 'it is no' },
    ])
  })

  it('are overruled, or rejected, by the word of a person alone', () => {
    const calls = [call({ sha: 'a' }), judged('a', 'no'), call({ sha: 'b', take: 2 }), judged('b', 'yes')]
    const accepted = [{ layer: 0, take: 1, sha256: 'a', first: 'a' }]
    const takes = takesOf(calls, standing(['a'], { accepted, refused: ['b'], note: 'darker' }))
    expect(takes.map(({ verdict }) => verdict)).toEqual(['rejected', 'overruled'])
  })

  it('of a series an edit has left behind are kept, and cannot be used any more', () => {
    const old = [call({ sha: 'a' }), call({ sha: 'b', take: 2 })]
    const takes = takesOf([...old, call({ sha: 'c' })], standing(['c']))
    expect(takes.map(({ number, usable }) => [number, usable])).toEqual([
      [3, false],
      [2, false],
      [1, false],
    ])
  })

  it('that were paid for carry the model and the price, in the size of the film', () => {
    const paid = call({ sha: 'raw', layer: null, isPaid: true, model: 'fal/nano', provider: 'fal', nanodollars: 39_000_000 })
    const fit = call({ sha: 'fit', model: 'picture-fit', provider: 'previs', request: { picture: 'raw' } })
    const look = call({
      department: 'judges', what: 'Judge: Layer 1: PIER', layer: null, isPaid: true,
      request: { picture: 'fit', questions: ['Is this the PIER?'] }, answer: { text: '{"q1":{"answer":"unknown","evidence":"fog"}}' },
    })
    const takes = takesOf([paid, fit, look], standing(['fit']))
    expect(takes).toHaveLength(1)
    expect(takes[0]).toMatchObject({ model: 'fal/nano', nanodollars: 39_000_000, verdict: 'unknown', inUse: true })
  }) // prettier-ignore

  it('count clips and lines for themselves', () => {
    const clip = () => call({ department: 'animation', what: 'The moving picture', layer: null, sha: `clip-${String(clock)}`, mime: 'video/mp4' }) // prettier-ignore
    const line = () => call({ department: 'sound', what: 'NORA: Hello', layer: null, sha: 'line', mime: 'audio/wav' })
    const takes = takesOf([call({ sha: 'a' }), clip(), line(), clip()], standing(['a']))
    expect(takes.map(({ kind, number }) => `${kind} ${String(number)}`)).toEqual(['clip 2', 'line 1', 'clip 1', 'still 1']) // prettier-ignore
  })
})
