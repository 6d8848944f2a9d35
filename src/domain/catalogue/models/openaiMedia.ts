import type { WrittenModel } from '../model'
import { readOn } from './written'

type Row = Omit<WrittenModel, 'provider' | 'source' | 'asOf' | 'fields'>
const openai = (row: Row, fields: WrittenModel['fields']): WrittenModel => ({
  ...row, fields, provider: 'openai', source: 'openai 6.49.0; OpenAI deprecations page, third party', asOf: readOn,
}) // prettier-ignore

const sizes = { field: 'size', allowed: ['1024x1024', '1536x1024', '1024x1536'], follows: null }
const drawn = (model: string) => ({ aspect: sizes, constant: { model, n: 1, quality: 'medium' } })
const changed = (model: string) => ({
  ...drawn(model), images: { field: 'image', list: true, most: null, required: true },
}) // prettier-ignore

/** One model that draws and edits: two rows. */
const image = (name: string, title: string, ends?: string): WrittenModel[] => [
  openai(
    {
      id: `openai/${name}`, endpoint: 'images/generations', kind: 'image', title, shutdownDate: ends ?? null,
      says: 'Stills that follow odd instructions; priced by tokens, its price is to be looked up first.',
    },
    drawn(name),
  ),
  openai(
    {
      id: `openai/${name}-edit`, endpoint: 'images/edits', kind: 'edit', title: `${title}, editing`,
      says: 'Edits with several pictures; its price is to be looked up first.', shutdownDate: ends ?? null,
    },
    changed(name),
  ),
] // prettier-ignore

/** `speed` is for those that are told what to say and nothing else. */
const paced = { rate: { field: 'speed', least: 0.25, most: 4 } }

const speaks = (name: string, title: string, more: WrittenModel['fields'] = {}): WrittenModel =>
  openai(
    {
      id: `openai/${name}`, endpoint: 'audio/speech', kind: 'speech', title, shutdownDate: '2027-01-06',
      says: 'Plain voices, without a successor; its price is to be looked up first.',
    },
    {
      prompt: 'input',
      voice: {
        field: 'voice', standard: 'alloy',
        known: ['alloy', 'ash', 'ballad', 'coral', 'echo', 'sage', 'shimmer', 'verse', 'marin', 'cedar'].map((id) => ({ id, sounds: null })),
      },
      constant: { model: name, response_format: 'wav' },
      ...more,
    },
  ) // prettier-ignore

/** Stills and voices at OpenAI. */
export const openaiMedia: WrittenModel[] = [
  ...image('gpt-image-2', 'GPT Image 2'),
  ...image('gpt-image-2.5-sunburst', 'GPT Image 2.5 Sunburst'),
  ...image('gpt-image-2.5-flare', 'GPT Image 2.5 Flare'),
  ...image('gpt-image-1.5', 'GPT Image 1.5', '2026-12-01'),
  speaks('tts-1', 'TTS 1', paced),
  speaks('tts-1-hd', 'TTS 1 HD', paced),
  speaks('gpt-4o-mini-tts', 'GPT-4o mini TTS'),
]
