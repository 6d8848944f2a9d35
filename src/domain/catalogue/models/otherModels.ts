import type { WrittenModel } from '../model'
import { price, readOn } from './written'

const shapes = ['21:9', '16:9', '3:2', '4:3', '5:4', '1:1', '4:5', '3:4', '2:3', '9:16', '9:21']
const thirdParty = (dollars: string, page: string) => [
  price('image', dollars, { source: `third party: ${page}`, asOf: '2026-05-25' }),
]
const still = { output_format: 'png' }

const openrouter = {
  provider: 'openrouter',
  endpoint: 'chat/completions',
  asOf: readOn,
  source: 'OpenRouter documentation',
} as const
const nano = { dialect: 'chat', prompt: 'messages', constant: { model: 'openai/gpt-5-nano' } } as const

/** OpenRouter, whose answers say what they cost, and Replicate, whose prices nobody has confirmed. */
export const otherModels: WrittenModel[] = [
  {
    ...openrouter, id: 'openrouter/gpt-5-nano', kind: 'text', title: 'GPT-5 nano at OpenRouter', fields: nano,
    says: 'One key for many models; its price is to be looked up first.', shutdownDate: '2026-12-11',
  },
  {
    ...openrouter, id: 'openrouter/gpt-5-nano-eyes', kind: 'vision', title: 'GPT-5 nano at OpenRouter, looking',
    says: 'Looks at pictures through OpenRouter; its price is to be looked up first.', shutdownDate: '2026-12-11',
    fields: { ...nano, images: { field: 'messages', list: true, most: null, required: true } },
  },
  {
    id: 'replicate/flux-schnell', provider: 'replicate', endpoint: 'black-forest-labs/flux-schnell', kind: 'image',
    title: 'FLUX schnell', says: 'The cheapest stills, good enough for a first look.', asOf: readOn,
    fields: { aspect: { field: 'aspect_ratio', allowed: shapes, follows: null }, constant: { ...still, num_outputs: 1 } },
    prices: thirdParty('0.003', 'workflowlab.dev/cost/flux-schnell-replicate'), source: 'apifox.com, Replicate’s request as third party',
  },
  {
    id: 'replicate/flux-1.1-pro', provider: 'replicate', endpoint: 'black-forest-labs/flux-1.1-pro', kind: 'image',
    title: 'FLUX 1.1 pro', says: 'Stills with fine light.', asOf: readOn,
    fields: { aspect: { field: 'aspect_ratio', allowed: shapes, follows: null }, constant: still },
    prices: thirdParty('0.04', 'oauth.openai-hk.com/docs/en/lab/replicate.html'), source: 'apifox.com, Replicate’s request as third party',
  },
  {
    id: 'replicate/flux-kontext-pro', provider: 'replicate', endpoint: 'black-forest-labs/flux-kontext-pro', kind: 'edit',
    title: 'FLUX Kontext pro', says: 'Edits one picture; it takes no references beside it.', asOf: readOn,
    fields: {
      images: { field: 'input_image', list: false, most: 1, required: true }, seed: 'seed',
      aspect: { field: 'aspect_ratio', allowed: ['match_input_image'], follows: 'match_input_image' }, constant: still,
    },
    prices: thirdParty('0.04', 'oauth.openai-hk.com/docs/en/lab/replicate.html'),
    source: 'replicate.com, API schema of version 0a138193',
  },
] // prettier-ignore
