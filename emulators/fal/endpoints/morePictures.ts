import { z } from 'zod'
import { aspects, pictureFormat, prompt, sizeOfAspect, sources, url, wordsOf } from '../../media/fields'
import { model } from '../../media/modelRow'
import { banana, gives, references, scales, wide } from './pictures'

const endings = ['', '/edit'] as const
const categoryOf = (ending: (typeof endings)[number]) => (ending === '' ? 'text-to-image' : 'image-to-image')

/** The fine one of the family: dearer, and twice as dear in 4K. The light one: cheap, one size. */
const family = (name: string, row: { title: string; usd: number; sized: boolean }) =>
  endings.map((ending) =>
    model({
      ...{ id: `${name}${ending}`, title: `${row.title}${ending}`, takesS: 15, unit: 'image', usd: row.usd, gives },
      category: categoryOf(ending),
      input: z.strictObject({
        ...banana,
        resolution: z.enum(row.sized ? ['1K', '2K', '4K'] : ['1K']).default('1K'),
        image_urls: ending === '' ? z.undefined().optional() : references,
        aspect_ratio: z.enum(['auto', ...aspects, ...wide]).default(ending === '' ? '1:1' : 'auto'),
      }),
      units: (i) => i.num_images * (i.resolution === '4K' ? 2 : 1),
      makes: (i) => ({
        ...{ is: 'picture', format: i.output_format, words: i.image_urls ? i.prompt : wordsOf(i), count: i.num_images },
        size: i.image_urls && i.aspect_ratio === 'auto' ? 'asBase' : sizeOfAspect(i.aspect_ratio, scales[i.resolution]),
        bases: sources('image_urls', i.image_urls ?? []),
      }),
    }),
  )

const named = {
  square_hd: { width: 1024, height: 1024 },
  square: { width: 512, height: 512 },
  portrait_4_3: { width: 768, height: 1024 },
  portrait_16_9: { width: 576, height: 1024 },
  landscape_4_3: { width: 1024, height: 768 },
  landscape_16_9: { width: 1024, height: 576 },
}
type Named = keyof typeof named
const names = ['square_hd', 'square', 'portrait_4_3', 'portrait_16_9', 'landscape_4_3', 'landscape_16_9'] as const
const side = z.int().min(64).max(4096)

const sizeNamed = (size: 'auto' | Named | { width: number; height: number }, edits: boolean) => {
  if (typeof size === 'object') return size
  if (size !== 'auto') return named[size]
  return edits ? 'asBase' : named.square_hd
}

/** GPT Image 2 at fal: a size by name or in pixels; a unit is a picture of low quality. */
const gptImage = endings.map((ending) =>
  model({
    ...{
      id: `openai/gpt-image-2${ending}`,
      title: `GPT Image 2${ending}`,
      takesS: 25,
      unit: 'image',
      usd: 0.01,
      gives,
    },
    category: categoryOf(ending),
    input: z.strictObject({
      prompt,
      image_urls: ending === '' ? z.undefined().optional() : references,
      mask_url: ending === '' ? z.undefined().optional() : url.nullish(),
      image_size: z.union([z.enum(['auto', ...names]), z.strictObject({ width: side, height: side })]).default('auto'),
      quality: z.enum(['low', 'medium', 'high']).default('high'),
      num_images: z.int().min(1).max(4).default(1),
      output_format: pictureFormat,
      sync_mode: z.literal(false).default(false),
    }),
    units: (i) => i.num_images * { low: 1, medium: 5, high: 20 }[i.quality],
    makes: (i) => ({
      ...{ is: 'picture', format: i.output_format, words: i.image_urls ? i.prompt : wordsOf(i), count: i.num_images },
      size: sizeNamed(i.image_size, i.image_urls !== undefined),
      bases: sources('image_urls', i.image_urls ?? []),
    }),
  }),
)

export const falMorePictures = [
  ...family('fal-ai/nano-banana-pro', { title: 'Nano Banana Pro', usd: 0.15, sized: true }),
  ...family('google/nano-banana-lite', { title: 'Nano Banana Lite', usd: 0.02, sized: false }),
  ...gptImage,
]
