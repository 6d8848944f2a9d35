import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitRequest, type Fitted } from '@/domain/catalogue/fitRequest'
import type { CatalogueModel } from '@/domain/catalogue/model'
import { builtInModels } from '@/domain/catalogue/models/builtInModels'
import { fileMark, type Wish } from '@/domain/catalogue/wish'
import { paidVoice } from '@/domain/sound/paidVoice'
import { clip, edit, look, picture, speech, still, text, upscale } from './wishes'

const on = '2026-11-21'
const row = (id: string): CatalogueModel => builtInModels.find((model) => model.id === id)!
const priced = (id: string): CatalogueModel => ({
  ...row(id),
  prices: [{ unit: 'run', nanodollars: 1, when: {}, asOf: on, source: 'a person' }],
})
const fit = (id: string, wish: Wish): Fitted => fitRequest(row(id), wish, { on })
const refusal = (act: () => unknown): { code: string; why: string; fix: string } => {
  try {
    act()
  } catch (error) {
    return error as { code: string; why: string; fix: string }
  }
  throw new Error('it was not refused')
}

describe('a wish for a picture', () => {
  it('becomes the fields of the model, with the picture to change first and its references after it', () => {
    const { request } = fit('fal/nano-banana-edit', edit)
    expect(request).toEqual({
      provider: 'fal',
      endpoint: 'fal-ai/nano-banana/edit',
      model: 'fal/nano-banana-edit',
      version: '1',
      body: {
        prompt: 'Ida stands at the pumps in the rain.\n\nLeave out: text, watermark',
        image_urls: [fileMark('a'.repeat(64)), fileMark('b'.repeat(64))],
        aspect_ratio: '16:9',
        seed: 7,
        num_images: 1,
        output_format: 'png',
      },
    })
  })

  it('is padded when the model does not make its shape, and says so', () => {
    const { adjustments, gives } = fitRequest(
      priced('openai/gpt-image-2'),
      { ...picture, width: 864, height: 1080 },
      { on },
    )
    expect(adjustments).toContain('aspect 4:5 padded to 1024x1536')
    expect(gives).toMatchObject({ width: 1024, height: 1536, keep: { width: 864, height: 1080 } })
  })

  it('takes the smallest resolution that is large enough, and the largest where none is', () => {
    expect(fit('fal/nano-banana-2', picture).request.body['resolution']).toBe('1K')
    expect(fit('fal/nano-banana-2', { ...picture, width: 1920, height: 1080 }).request.body['resolution']).toBe('2K')
    const huge = fit('fal/nano-banana-2', { ...picture, width: 7680, height: 4320 })
    expect(huge.adjustments).toContain('7680 × 4320 asked, 4K is the most it makes')
  })

  it('leaves out the references it has no room for, from the end, by name', () => {
    const model = priced('replicate/flux-kontext-pro')
    const references = ['Ida', 'the chair', 'the style'].map((name, at) => ({
      role: 'prop' as const,
      name,
      file: still('bcd'[at]!),
    }))
    const { request, adjustments } = fitRequest(model, { ...edit, references }, { on })
    expect(request.body['input_image']).toBe(fileMark('a'.repeat(64)))
    expect(adjustments).toContain('3 of 3 references left out: Ida, the chair, the style')
  })

  it('is refused with everything that is wrong with it at once', () => {
    const { code, why } = refusal(() =>
      fit('fal/nano-banana-edit', { ...edit, prompt: ' ', base: { ...still('a'), mime: 'application/pdf' } }),
    )
    expect(code).toBe('WISH_NOT_MET')
    expect(why).toContain('prompt: it is empty')
    expect(why).toContain('base: application/pdf is no picture')
    expect(refusal(() => fit('fal/nano-banana', edit)).why).toContain('base: it makes pictures from words only')
    expect(refusal(() => fit('fal/nano-banana-edit', picture)).why).toContain('reference: it works on a picture')
  })
})

describe('a wish for a clip', () => {
  it('takes the next length the model makes and says what is cut off', () => {
    const { request, adjustments, gives } = fit('fal/ltx-2.3', clip)
    expect(request.body).toMatchObject({ duration: 6, generate_audio: false, resolution: '1080p', fps: 24 })
    expect(adjustments).toContain('5.2 s asked, 6 s is the next it makes; 0.8 s are cut off')
    expect(gives).toMatchObject({ seconds: 6, width: 1920, height: 1080 })
  })

  it.each([
    ['fal/veo3.1-fast', '6s'],
    ['fal/kling-v3-pro', '6'],
    ['fal/wan-2.7', 6],
    ['fal/kling-v2.5-turbo-pro', '10'],
  ])('tells %s the length in its own words', (id, duration) => {
    expect(fit(id, clip).request.body['duration']).toBe(duration)
  })

  it('is never shorter than the wish, and cuts off no more than it must', () => {
    const clips = builtInModels.filter(({ kind }) => kind === 'video').map(({ id }) => priced(id))
    fc.assert(
      fc.property(
        fc.constantFrom(...clips),
        fc.integer({ min: 72, max: 480 }),
        fc.constantFrom(24, 25, 30),
        (model, frames, fps) => {
          const seconds = frames / fps
          const wish = { ...clip, seconds, fps, end: still('e') }
          const { duration } = model.fields
          const choices = 'seconds' in duration ? [duration.seconds].flat() : []
          if (seconds > Math.max(...choices)) {
            expect(refusal(() => fitRequest(model, wish, { on })).why).toContain('is the longest it makes')
            return
          }
          const { gives } = fitRequest(model, wish, { on })
          expect(gives.seconds!).toBeGreaterThanOrEqual(seconds - 1e-6)
          expect(choices.filter((choice) => choice >= seconds && choice < gives.seconds!)).toEqual([])
          expect(gives.cutSeconds).toBeCloseTo(Math.max(0, gives.seconds! - seconds), 9)
        },
      ),
    )
  })

  it('needs a picture to begin with where the model does, and leaves the last one out where it takes none', () => {
    expect(refusal(() => fit('fal/kling-v3-pro', { ...clip, start: null })).why).toContain('start: it needs a picture')
    expect(fit('fal/wan-2.5', { ...clip, end: still('e') }).adjustments).toContain(
      'the last picture is left out: it takes none',
    )
    expect(fit('fal/kling-v3-pro', { ...clip, end: still('e') }).request.body['end_image_url']).toBe(
      fileMark('e'.repeat(64)),
    )
    expect(refusal(() => fit('fal/veo3.1-ends', clip)).why).toContain('end: it needs a picture to end with')
  })

  it('is refused when the prompt is over the limit, with both numbers', () => {
    expect(refusal(() => fit('fal/wan-2.5', { ...clip, prompt: 'x'.repeat(801) })).why).toBe(
      'prompt: it has 801 characters, 800 is the most it takes.',
    )
  })

  it('sends no seed to a model that takes none', () => {
    expect(fit('fal/kling-v3-pro', clip).request.body).not.toHaveProperty('seed')
    expect(fit('fal/wan-2.7', clip).request.body['seed']).toBe(7)
  })
})

describe('a wish for words, eyes and voices', () => {
  it('gives everybody a voice of their own, and a child that of a woman', () => {
    const voiceOf = (sounds: 'woman' | 'man' | 'child', age: 'young' | 'middle' | 'old', seed: number) =>
      fit('fal/eleven-v3', { ...speech, voice: { sounds, age, seed } })
    const cast = [voiceOf('woman', 'middle', 0), voiceOf('woman', 'middle', 1), voiceOf('woman', 'old', 0), voiceOf('child', 'young', 0), voiceOf('man', 'middle', 0)] // prettier-ignore
    expect(new Set(cast.map(({ request }) => request.body['voice'])).size).toBe(cast.length)
    expect(cast[3]?.adjustments).toEqual(['no voice of a child is known of it: “Charlotte” speaks'])
    const many = Array.from({ length: 30 }, (_, i) => voiceOf('woman', 'old', i).request.body['voice'])
    expect(many.every((voice) => typeof voice === 'string')).toBe(true)
  })

  it('tells a model the language of a line where it takes one', () => {
    expect(fit('fal/eleven-v3', { ...speech, language: 'de-AT' }).request.body).toMatchObject({ language_code: 'de' })
    expect(fit('fal/minimax-speech-02-turbo', { ...speech, language: 'de' }).request.body).not.toHaveProperty(
      'language_code',
    )
  })

  it('speaks with a voice of the right kind, the same one for the same person', () => {
    const first = fit('fal/eleven-v3', speech).request.body
    expect(first).toEqual(fit('fal/eleven-v3', speech).request.body)
    expect(first).toMatchObject({ text: 'Not tonight.', voice: 'Chris' })
    const { request, adjustments } = fit('fal/minimax-speech-2.8-hd', speech)
    expect(request.body).toMatchObject({ voice_setting: { voice_id: 'Wise_Woman' }, output_format: 'url' })
    expect(adjustments).toEqual(['no voice of a man is known of it: “Wise_Woman” speaks'])
  })

  it('speaks higher and faster where a person wants it so, as far as the model goes, and says what it left out', () => {
    const wish = { ...speech, ...paidVoice({ gender: 'woman', age: 'adult', variant: 0, pitch: 2.4, rate: 1.5 }) }
    const both = fit('fal/minimax-speech-2.8-hd', wish)
    expect(both.request.body).toMatchObject({ voice_setting: { voice_id: 'Wise_Woman', pitch: 2, speed: 1.5 } })
    expect(both.adjustments).toEqual(['pitch: 2 instead of 2.4 semitones'])
    const faster = fitRequest(priced('fal/eleven-turbo-v2.5'), wish, { on })
    expect(faster.request.body).toMatchObject({ speed: 1.2 })
    expect(faster.adjustments).toEqual(['it cannot speak higher or lower: 2.4 semitones are left out', 'pace: 1.2 instead of 1.5']) // prettier-ignore
    const neither = fit('fal/eleven-v3', wish)
    expect(neither.request.body).not.toHaveProperty('speed')
    expect(neither.adjustments).toEqual([
      'it cannot speak higher or lower: 2.4 semitones are left out',
      'it cannot speak faster or slower: a pace of 1.5 is left out',
    ])
    const plain = paidVoice({ gender: 'woman', age: 'adult', variant: 0, pitch: null, rate: null })
    expect(fit('fal/minimax-speech-2.8-hd', { ...speech, ...plain }).request.body['voice_setting']).toEqual({ voice_id: 'Wise_Woman' }) // prettier-ignore
  })

  it('asks OpenAI with a strict schema and with a most of what it may write', () => {
    expect(fit('openai/gpt-6-luna-eyes', look).request).toMatchObject({
      endpoint: 'responses',
      body: {
        model: 'gpt-6-luna',
        max_output_tokens: 2000,
        input: [
          {
            role: 'user',
            content: [{ type: 'input_text' }, { type: 'input_image', image_url: fileMark('a'.repeat(64)) }],
          },
        ],
        text: { format: { type: 'json_schema', name: 'verdict', strict: true } },
      },
    })
    expect(fit('openai/gpt-6-luna', text).request.body).not.toHaveProperty('temperature')
  })

  it('never leaves out a picture a judge was to see', () => {
    const wish = { ...look, pictures: [still('a'), still('b')] }
    expect(refusal(() => fit('fal/moondream3', wish)).why).toBe('pictures: 2 given, 1 is the most it looks at.')
  })

  it('puts the form of the answer into the prompt where there is no field for it', () => {
    expect(fit('fal/moondream3', look).request.body['prompt']).toContain('Answer with JSON only')
  })

  it('makes nothing larger out of the wrong kind of file', () => {
    expect(refusal(() => fit('fal/topaz-video', upscale)).why).toContain('file: image/png is no clip')
  })
})

describe('what may be asked at all', () => {
  it('is no model that was shut down: its successor is named', () => {
    expect(fitRequest(row('openai/gpt-5'), text, { on: '2026-12-10' }).price.atMost).toBeGreaterThan(0)
    const { code, fix } = refusal(() => fitRequest(row('openai/gpt-5'), text, { on: '2026-12-11' }))
    expect([code, fix]).toEqual(['MODEL_SHUT_DOWN', 'Use its successor, openai/gpt-5.6-sol.'])
  })

  it('is no model without a price', () => {
    expect(refusal(() => fit('fal/kling-v3-4k', clip)).code).toBe('PRICE_UNKNOWN')
  })

  it('is no model of another kind', () => {
    expect(refusal(() => fit('fal/eleven-v3', clip)).why).toBe('kind: it is a model for speech, not for a clip.')
  })

  it('says nothing that depends on the moment: the same wish gives the same request', () => {
    expect(fit('fal/wan-2.7', clip)).toEqual(fit('fal/wan-2.7', structuredClone(clip)))
  })
})
