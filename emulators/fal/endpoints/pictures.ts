import { z } from 'zod'
import type { MadeThing } from '../../media/making'
import { model } from '../../media/modelRow'
import { fileOf } from '../falFile'
import { aspects, pictureFormat, prompt, safety, seed, sizeOfAspect, sources, url, wordsOf } from '../../media/fields'

export const banana = {
  prompt,
  num_images: z.int().min(1).max(4).default(1),
  seed,
  output_format: pictureFormat,
  safety_tolerance: safety,
  sync_mode: z.literal(false).default(false),
  limit_generations: z.boolean().default(false),
}
const banana2 = {
  ...banana,
  resolution: z.enum(['0.5K', '1K', '2K', '4K']).default('1K'),
  enable_web_search: z.boolean().default(false),
  thinking_level: z.enum(['minimal', 'high']).nullish(),
  system_prompt: z.string().nullish(),
}
export const wide = ['4:1', '1:4', '8:1', '1:8'] as const
export const references = z.array(url).min(1).max(14)
export const gives = ({ files }: MadeThing) => ({ images: files.map(fileOf), description: '' })

export const scales = { '0.5K': 0.5, '1K': 1, '2K': 2, '4K': 4 }
const steps = { '0.5K': 0.75, '1K': 1, '2K': 1.5, '4K': 2 }
type Banana2 = {
  num_images: number
  resolution: keyof typeof steps
  enable_web_search: boolean
  thinking_level?: 'minimal' | 'high' | null | undefined
}
/** $0.015 for looking things up and $0.002 for thinking hard, in units of $0.08. */
const units2 = (i: Banana2) =>
  i.num_images * (steps[i.resolution] + (i.enable_web_search ? 0.1875 : 0) + (i.thinking_level === 'high' ? 0.025 : 0))

export const falPictures = [
  model({
    ...{
      id: 'fal-ai/nano-banana',
      title: 'Nano Banana',
      category: 'text-to-image',
      takesS: 8,
      unit: 'image',
      usd: 0.0398,
      gives,
    },
    input: z.strictObject({ ...banana, aspect_ratio: z.enum(aspects).default('1:1') }),
    units: (i) => i.num_images,
    makes: (i) => ({
      ...{
        is: 'picture',
        size: sizeOfAspect(i.aspect_ratio),
        format: i.output_format,
        words: wordsOf(i),
        count: i.num_images,
      },
      bases: [],
    }),
  }),
  model({
    ...{
      id: 'fal-ai/nano-banana/edit',
      title: 'Nano Banana edit',
      category: 'image-to-image',
      takesS: 9,
      unit: 'image',
    },
    ...{ usd: 0.0398, gives },
    input: z.strictObject({
      ...banana,
      image_urls: references,
      aspect_ratio: z.enum(['auto', ...aspects]).default('auto'),
    }),
    units: (i) => i.num_images,
    makes: (i) => ({
      ...{ is: 'picture', format: i.output_format, words: i.prompt, count: i.num_images },
      size: i.aspect_ratio === 'auto' ? 'asBase' : sizeOfAspect(i.aspect_ratio),
      bases: sources('image_urls', i.image_urls),
    }),
  }),
  model({
    ...{
      id: 'fal-ai/nano-banana-2',
      title: 'Nano Banana 2',
      category: 'text-to-image',
      takesS: 12,
      unit: 'image',
      usd: 0.08,
      gives,
    },
    input: z.strictObject({ ...banana2, aspect_ratio: z.enum([...aspects, ...wide, 'auto']).default('auto') }),
    units: units2,
    makes: (i) => ({
      ...{ is: 'picture', format: i.output_format, words: wordsOf(i), count: i.num_images, bases: [] },
      size: sizeOfAspect(i.aspect_ratio, scales[i.resolution]),
    }),
  }),
  model({
    ...{
      id: 'fal-ai/nano-banana-2/edit',
      title: 'Nano Banana 2 edit',
      category: 'image-to-image',
      takesS: 14,
      unit: 'image',
    },
    ...{ usd: 0.08, gives },
    input: z.strictObject({
      ...banana2,
      image_urls: references,
      aspect_ratio: z.enum(['auto', ...aspects, ...wide]).default('auto'),
    }),
    units: units2,
    makes: (i) => ({
      ...{ is: 'picture', format: i.output_format, words: i.prompt, count: i.num_images },
      size: i.aspect_ratio === 'auto' ? 'asBase' : sizeOfAspect(i.aspect_ratio, scales[i.resolution]),
      bases: sources('image_urls', i.image_urls),
    }),
  }),
]
