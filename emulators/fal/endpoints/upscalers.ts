import { z } from 'zod'
import { url } from '../../media/fields'
import type { MadeThing } from '../../media/making'
import { model } from '../../media/modelRow'
import { fileOf } from '../falFile'

const given = { category: 'image-to-image', unit: 'megapixel' }
const gives = ({ files }: MadeThing) => ({ image: files.map(fileOf)[0] })
const seed = z.int().nullish()
const base = (address: string) => ({ url: address, field: 'image_url' })

/** Megapixels that came out. */
const units = (_: unknown, made: MadeThing | null): number =>
  made?.files.reduce((sum, { width = 0, height = 0 }) => sum + (width * height) / 1e6, 0) ?? 4

export const falUpscalers = [
  model({
    ...{ ...given, id: 'fal-ai/esrgan', title: 'ESRGAN', takesS: 6, usd: 0.001, units, gives },
    input: z.strictObject({
      image_url: url,
      scale: z.number().min(1).max(8).default(2),
      tile: z.int().min(0).default(0),
      face: z.boolean().default(false),
      model: z.string().default('RealESRGAN_x4plus'),
      output_format: z.enum(['png', 'jpeg']).default('png'),
    }),
    makes: (i) => ({ is: 'upscaled', base: base(i.image_url), factor: i.scale, format: i.output_format }),
  }),
  model({
    ...{ ...given, id: 'fal-ai/clarity-upscaler', title: 'Clarity', takesS: 20, usd: 0.03, units, gives },
    input: z.strictObject({
      image_url: url,
      upscale_factor: z.number().min(1).max(4).default(2),
      prompt: z.string().nullish(),
      negative_prompt: z.string().nullish(),
      creativity: z.number().min(0).max(1).nullish(),
      resemblance: z.number().min(0).max(1).nullish(),
      guidance_scale: z.number().min(0).max(20).nullish(),
      num_inference_steps: z.int().min(4).max(50).nullish(),
      enable_safety_checker: z.boolean().default(true),
      seed,
    }),
    makes: (i) => ({ is: 'upscaled', base: base(i.image_url), factor: i.upscale_factor, format: 'png' }),
  }),
  model({
    ...{ ...given, id: 'fal-ai/seedvr/upscale/image', title: 'SeedVR', takesS: 8, usd: 0.001, units, gives },
    input: z.strictObject({
      image_url: url,
      upscale_mode: z.literal('factor', { error: 'the emulator upscales by a factor' }).default('factor'),
      upscale_factor: z.number().min(1).max(10).default(2),
      noise_scale: z.number().min(0).max(1).nullish(),
      output_format: z.enum(['png', 'jpeg', 'webp']).default('jpeg'),
      seed,
    }),
    makes: (i) => ({ is: 'upscaled', base: base(i.image_url), factor: i.upscale_factor, format: i.output_format }),
  }),
]
