import { previsModel, type ModelDepartment } from '../project/projectSettings'
import type { PaidProviderId } from './model'

/** What `--models` and the settings of a project may say instead of single models. */
export const presetNames = ['previs', 'draft', 'standard', 'best', 'fal', 'openai', 'replicate'] as const
export type PresetName = (typeof presetNames)[number]

/** Models in the order they are tried; a list that ends in previs falls back on what is made here for nothing. */
export type Preset = {
  says: string
  /** Whose key it cannot do without; null: whichever its models need. */
  provider: PaidProviderId | null
  models: Record<ModelDepartment, readonly string[]>
}

const previs = [previsModel]
const nothing = {
  text: previs,
  image: previs,
  edit: previs,
  vision: previs,
  video: previs,
  speech: previs,
  music: previs,
}
const music = ['fal/eleven-music', previsModel]

export const presets: Record<PresetName, Preset> = {
  previs: { says: 'Drawn and spoken on this machine, for nothing.', provider: null, models: nothing },
  draft: {
    says: 'The cheapest that the judges let pass; voices and music are made here.',
    provider: null,
    models: {
      text: ['openai/gpt-6-luna', previsModel],
      image: ['fal/nano-banana', 'replicate/flux-schnell'],
      edit: ['fal/nano-banana-edit', 'replicate/flux-kontext-pro'],
      vision: ['openai/gpt-6-luna-eyes', 'fal/moondream3', previsModel],
      video: ['fal/seedance-v1-pro-fast', 'fal/ltx-2.3'],
      speech: previs,
      music: previs,
    },
  },
  standard: {
    says: 'Good pictures, calm clips and voices that act.',
    provider: null,
    models: {
      text: ['openai/gpt-6.1-terra', previsModel],
      image: ['fal/nano-banana-2', 'replicate/flux-1.1-pro'],
      edit: ['fal/nano-banana-2-edit', 'replicate/flux-kontext-pro'],
      vision: ['openai/gpt-6.1-terra-eyes', 'fal/moondream3', previsModel],
      video: ['fal/kling-v3-pro', 'fal/wan-2.7'],
      speech: ['fal/eleven-v3', previsModel],
      music,
    },
  },
  best: {
    says: 'The finest there is, whatever it costs.',
    provider: null,
    models: {
      text: ['openai/gpt-6.1-sol', previsModel],
      image: ['fal/nano-banana-pro', 'fal/nano-banana-2'],
      edit: ['fal/nano-banana-pro-edit', 'fal/nano-banana-2-edit'],
      vision: ['openai/gpt-6.1-sol-eyes', 'fal/moondream3', previsModel],
      video: ['fal/veo3.1', 'fal/kling-v3-pro'],
      speech: ['fal/eleven-v3', previsModel],
      music,
    },
  },
  fal: {
    says: 'The standard models of fal; what it does not offer is made here.',
    provider: 'fal',
    models: {
      text: previs,
      image: ['fal/nano-banana-2'],
      edit: ['fal/nano-banana-2-edit'],
      vision: ['fal/moondream3', previsModel],
      video: ['fal/kling-v3-pro', 'fal/wan-2.7'],
      speech: ['fal/eleven-v3', previsModel],
      music,
    },
  },
  openai: {
    says: 'OpenAI for words and eyes, and for pictures once their price is in the catalogue; the rest is made here.',
    provider: 'openai',
    models: {
      ...nothing,
      text: ['openai/gpt-6.1-terra', previsModel],
      image: ['openai/gpt-image-2', previsModel],
      edit: ['openai/gpt-image-2-edit', previsModel],
      vision: ['openai/gpt-6.1-terra-eyes', previsModel],
      speech: ['openai/gpt-4o-mini-tts', previsModel],
    },
  },
  replicate: {
    says: 'Replicate for pictures; the rest is made here.',
    provider: 'replicate',
    models: {
      ...nothing,
      image: ['replicate/flux-1.1-pro', previsModel],
      edit: ['replicate/flux-kontext-pro', previsModel],
    },
  },
}
