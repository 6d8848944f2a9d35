import type { WrittenModel } from '../model'
import { fal, price } from './written'

const wide = ['21:9', '16:9', '3:2', '4:3', '5:4', '1:1', '4:5', '3:4', '2:3', '9:16']
const widest = [...wide, '4:1', '1:4', '8:1', '1:8']
const shape = (allowed: string[], follows: string | null = null) => ({ field: 'aspect_ratio', allowed, follows })
const from = { field: 'image_urls', list: true, most: null, required: true } as const
const one = { num_images: 1, output_format: 'png' }

const bananaPrice = [price('image', '0.0398', { source: 'api-evangelist/fal-ai plans/' })]
const banana2Price = [
  ['0.5K', '0.06'],
  ['1K', '0.08'],
  ['2K', '0.12'],
  ['4K', '0.16'],
].map(([resolution = '', dollars = '']) =>
  price('image', dollars, { source: 'fal.ai/models/fal-ai/nano-banana-2/llms.txt', when: { resolution } }),
)

/** Pictures from words, and pictures from pictures, at fal. */
export const falImages: WrittenModel[] = [
  fal({
    id: 'fal/nano-banana', endpoint: 'fal-ai/nano-banana', kind: 'image', title: 'Nano Banana',
    says: 'Cheap stills that keep closely to the prompt.',
    fields: { aspect: shape(wide), seed: 'seed', constant: one },
    prices: bananaPrice,
  }),
  fal({
    id: 'fal/nano-banana-edit', endpoint: 'fal-ai/nano-banana/edit', kind: 'edit', title: 'Nano Banana, editing',
    says: 'Puts one thing after the other into a picture and leaves the rest alone.',
    fields: { images: from, aspect: shape(wide, 'auto'), seed: 'seed', constant: one },
    prices: bananaPrice,
  }),
  fal({
    id: 'fal/nano-banana-2', endpoint: 'fal-ai/nano-banana-2', kind: 'image', title: 'Nano Banana 2',
    says: 'Stills up to 4K that understand long prompts.',
    fields: {
      aspect: shape(widest, 'auto'), seed: 'seed', constant: one,
      resolution: { field: 'resolution', allowed: ['0.5K', '1K', '2K', '4K'] },
    },
    prices: banana2Price,
  }),
  fal({
    id: 'fal/nano-banana-2-edit', endpoint: 'fal-ai/nano-banana-2/edit', kind: 'edit', title: 'Nano Banana 2, editing',
    says: 'Edits with several references at once and keeps faces.',
    fields: {
      images: from, aspect: shape(widest, 'auto'), seed: 'seed', constant: one,
      resolution: { field: 'resolution', allowed: ['0.5K', '1K', '2K', '4K'] },
    },
    prices: banana2Price,
  }),
  fal({
    id: 'fal/nano-banana-pro', endpoint: 'fal-ai/nano-banana-pro', kind: 'image', title: 'Nano Banana Pro',
    says: 'The finest stills of this family; its price is to be looked up first.',
    fields: {
      aspect: shape(wide), seed: 'seed', constant: one,
      resolution: { field: 'resolution', allowed: ['1K', '2K', '4K'] },
    },
  }),
  fal({
    id: 'fal/nano-banana-pro-edit', endpoint: 'fal-ai/nano-banana-pro/edit', kind: 'edit', title: 'Nano Banana Pro, editing',
    says: 'The finest edits of this family; its price is to be looked up first.',
    fields: {
      images: from, aspect: shape(wide, 'auto'), seed: 'seed', constant: one,
      resolution: { field: 'resolution', allowed: ['1K', '2K', '4K'] },
    },
  }),
  fal({
    id: 'fal/nano-banana-lite', endpoint: 'google/nano-banana-lite', kind: 'image', title: 'Nano Banana Lite',
    says: 'Small and quick; its price is to be looked up first.',
    fields: { aspect: shape(widest), seed: 'seed', constant: one },
  }),
  fal({
    id: 'fal/nano-banana-lite-edit', endpoint: 'google/nano-banana-lite/edit', kind: 'edit', title: 'Nano Banana Lite, editing',
    says: 'Small and quick edits; its price is to be looked up first.',
    fields: { images: from, aspect: shape(widest, 'auto'), seed: 'seed', constant: one },
  }),
  fal({
    id: 'fal/gpt-image-2', endpoint: 'openai/gpt-image-2', kind: 'image', title: 'GPT Image 2 at fal',
    says: 'Follows odd instructions well; its price is to be looked up first.',
    fields: { size: 'image_size', constant: { quality: 'medium' } },
  }),
  fal({
    id: 'fal/gpt-image-2-edit', endpoint: 'openai/gpt-image-2/edit', kind: 'edit', title: 'GPT Image 2 at fal, editing',
    says: 'Edits with several pictures; its price is to be looked up first.',
    fields: { images: from, size: 'image_size', constant: { quality: 'medium' } },
  }),
] // prettier-ignore
