import { describe, expect, it } from 'vitest'
import { falEndpoints } from '../../emulators/fal/endpoints/falEndpoints'
import type { Model } from '../../emulators/media/modelRow'
import { replicateModels } from '../../emulators/replicate/replicateModels'

type Schema = { properties: Record<string, { default?: unknown }>; required?: string[] }
const picture = 'https://example.org/a.png'

/** The least one can ask of a model: what its own schema requires. */
const leastOf = (one: Model): Record<string, unknown> => {
  const { required = [] } = one.schema() as Schema
  const value = (name: string) => {
    if (name.endsWith('urls')) return [picture]
    if (/url|image$/.test(name)) return picture
    return { model: 'openai/gpt-5-nano', output_format: 'url' }[name] ?? 'A quiet pier in the rain'
  }
  return Object.fromEntries(required.map((name) => [name, value(name)]))
}
const costs = (one: Model | undefined, input: Record<string, unknown>): number => {
  const read = one!.read({ ...leastOf(one!), ...input })
  if ('error' in read) throw read.error
  return read.job.price(null).nanodollars / 1e9
}
const fal = (id: string, input: Record<string, unknown> = {}) => costs(falEndpoints.get(id), input)

describe('the tables of emulated models', () => {
  const all = [...falEndpoints.values(), ...replicateModels.values()]

  it.each(all.map((one) => [one.id, one] as const))(
    '%s takes what its schema requires, and nothing it does not know',
    (_, one) => {
      const read = one.read(leastOf(one))
      expect(read).toHaveProperty('job')
      if ('job' in read) expect(read.job.price(null).nanodollars).toBeGreaterThanOrEqual(0)
      expect(one.read({ ...leastOf(one), num_inference_stepz: 3 })).toHaveProperty('error')
      expect(Number.isInteger(one.listed.unitPriceNanodollars)).toBe(true)
    },
  )

  it('cost what the reference says', () => {
    expect(fal('fal-ai/nano-banana', { num_images: 2 })).toBe(0.0796)
    expect(fal('fal-ai/nano-banana-2', { resolution: '4K' })).toBe(0.16)
    expect(fal('fal-ai/nano-banana-2', { enable_web_search: true, thinking_level: 'high' })).toBe(0.097)
    expect(fal('fal-ai/kling-video/v3/pro/image-to-video', { duration: '5', generate_audio: true })).toBe(0.84)
    expect(fal('fal-ai/kling-video/v3/pro/image-to-video', { duration: '5', generate_audio: false })).toBe(0.56)
    expect(fal('fal-ai/kling-video/o3/standard/image-to-video', { duration: '10', generate_audio: true })).toBe(1.12)
    expect(fal('fal-ai/veo3.1/fast/image-to-video', { duration: '8s', generate_audio: true })).toBe(1.2)
    expect(fal('fal-ai/veo3.1/image-to-video', { duration: '4s', generate_audio: false, resolution: '4k' })).toBe(1.6)
    expect(fal('fal-ai/wan/v2.7/image-to-video', { duration: 4, resolution: '720p' })).toBe(0.4)
    expect(fal('fal-ai/ltx-2.3/image-to-video', { duration: 6, resolution: '1440p' })).toBe(0.72)
    expect(fal('fal-ai/bytedance/seedance/v1/pro/fast/image-to-video', { duration: '5' })).toBe(0.243)
    expect(fal('bytedance/seedance-2.0/image-to-video', { duration: '5', resolution: '720p' })).toBe(1.512)
    expect(fal('fal-ai/minimax/hailuo-2.3/standard/image-to-video', { duration: '10' })).toBe(0.56)
    expect(fal('fal-ai/elevenlabs/tts/eleven-v3', { text: 'x'.repeat(250) })).toBe(0.025)
    expect(costs(replicateModels.get('black-forest-labs/flux-schnell'), { num_outputs: 3 })).toBe(0.009)
  })
})
