import type { WrittenModel } from '../model'
import { fal, falPage, price } from './written'

type Sounds = 'woman' | 'man'
const named = (sounds: Sounds | null, ...ids: string[]) => ids.map((id) => ({ id, sounds }))

/** The names are those of the client’s types; whether a woman or a man speaks goes by the name. */
const elevenVoices = [
  ...named('woman', 'Rachel', 'Aria', 'Sarah', 'Laura', 'Charlotte', 'Alice', 'Matilda', 'Jessica', 'Lily'),
  ...named('man', 'Roger', 'Charlie', 'George', 'Callum', 'Liam', 'Will', 'Eric', 'Chris', 'Brian', 'Daniel', 'Bill'),
  ...named(null, 'River'),
]
const eleven = {
  prompt: 'text',
  voice: { field: 'voice', standard: 'Rachel', known: elevenVoices },
  language: 'language_code',
}
const minimax = {
  voice: { field: 'voice_setting.voice_id', standard: 'Wise_Woman', known: named('woman', 'Wise_Woman') },
  pitch: { field: 'voice_setting.pitch', least: -12, most: 12 },
  rate: { field: 'voice_setting.speed', least: 0.5, most: 2 },
}
/** The older ElevenLabs models are told how fast. */
const eleven2 = { ...eleven, rate: { field: 'speed', least: 0.7, most: 1.2 } }
const asFile = { output_format: 'url' }

/** Eyes, voices and music at fal. */
export const falWordsAndSound: WrittenModel[] = [
  fal({
    id: 'fal/moondream2', endpoint: 'fal-ai/moondream2/visual-query', kind: 'vision', title: 'Moondream 2',
    says: 'Plain answers about one picture, without confidence.',
    fields: { images: { field: 'image_url', list: false, most: 1, required: true } },
    prices: [price('1k_chars', '0.01', { source: falPage })],
  }),
  fal({
    id: 'fal/moondream3', endpoint: 'fal-ai/moondream3-preview/query', kind: 'vision', title: 'Moondream 3 preview',
    says: 'Cheap answers about one picture.',
    fields: {
      images: { field: 'image_url', list: false, most: 1, required: true }, constant: { reasoning: false, temperature: 0 },
    },
    prices: [price('1m_tokens_in', '0.40', { source: falPage }), price('1m_tokens_out', '3.50', { source: falPage })],
  }),
  fal({
    id: 'fal/router-vision', endpoint: 'openrouter/router/vision', kind: 'vision', title: 'OpenRouter at fal',
    says: 'Any model that sees, through fal; priced by the model behind it, which is to be looked up first.',
    fields: {
      images: { field: 'image_urls', list: true, most: null, required: true },
      constant: { model: 'openai/gpt-5-nano', temperature: 0 },
    },
  }),
  fal({
    id: 'fal/eleven-v3', endpoint: 'fal-ai/elevenlabs/tts/eleven-v3', kind: 'speech', title: 'ElevenLabs v3',
    says: 'Voices that act.', fields: eleven,
    prices: [price('1k_chars', '0.10', { source: falPage })],
  }),
  fal({
    id: 'fal/eleven-turbo-v2.5', endpoint: 'fal-ai/elevenlabs/tts/turbo-v2.5', kind: 'speech', title: 'ElevenLabs Turbo 2.5',
    says: 'Quick voices; its price is to be looked up first.', fields: eleven2,
  }),
  fal({
    id: 'fal/eleven-multilingual-v2', endpoint: 'fal-ai/elevenlabs/tts/multilingual-v2', kind: 'speech',
    title: 'ElevenLabs Multilingual 2', says: 'Many languages; its price is to be looked up first.', fields: eleven2,
  }),
  fal({
    id: 'fal/minimax-speech-2.8-hd', endpoint: 'fal-ai/minimax/speech-2.8-hd', kind: 'speech', title: 'MiniMax Speech 2.8 HD',
    says: 'Clear voices in many languages.', fields: { prompt: 'prompt', ...minimax, constant: asFile },
    prices: [price('1k_chars', '0.10', { source: falPage })],
  }),
  fal({
    id: 'fal/minimax-speech-02-turbo', endpoint: 'fal-ai/minimax/speech-02-turbo', kind: 'speech',
    title: 'MiniMax Speech 02 turbo', says: 'The cheap voices.', limits: { promptCharacters: 5000 },
    fields: { prompt: 'text', ...minimax, constant: asFile },
    prices: [price('1k_chars', '0.06', { source: falPage })],
  }),
  fal({
    id: 'fal/chatterbox', endpoint: 'fal-ai/chatterbox/text-to-speech', kind: 'speech', title: 'Chatterbox',
    says: 'One voice, the same seed the same sound; its price is to be looked up first.',
    fields: { prompt: 'text', seed: 'seed' }, limits: { promptCharacters: 5000 },
  }),
  fal({
    id: 'fal/eleven-music', endpoint: 'fal-ai/elevenlabs/music', kind: 'music', title: 'ElevenLabs Music',
    says: 'Music of the length that is asked; its price is to be looked up first.',
    fields: {
      duration: { kind: 'milliseconds', field: 'music_length_ms', least: 3, most: 600 },
      constant: { force_instrumental: true },
    },
  }),
  fal({
    id: 'fal/minimax-music-2.6', endpoint: 'fal-ai/minimax-music/v2.6', kind: 'music', title: 'MiniMax Music 2.6',
    says: 'Music as long as it likes; its price is to be looked up first.', fields: { constant: { is_instrumental: true } },
  }),
] // prettier-ignore
