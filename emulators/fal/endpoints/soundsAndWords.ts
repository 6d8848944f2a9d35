import { z } from 'zod'
import { model } from '../../media/modelRow'
import { fileOf } from '../falFile'
import { sources, url, wordsOf } from '../../media/fields'
import { tokenPrice, tokensOf, tokensOfPicture } from '../../words/tokens'

const speech = { category: 'text-to-speech', takesS: 4, unit: '1k_chars', usd: 0.1 }

const emotions = ['happy', 'sad', 'angry', 'fearful', 'disgusted', 'surprised', 'neutral'] as const
const minimaxVoice = z.strictObject({
  voice_id: z.string().default('Wise_Woman'),
  speed: z.number().min(0.5).max(2).default(1),
  vol: z.number().min(0.01).max(10).default(1),
  pitch: z.int().min(-12).max(12).default(0),
  emotion: z.enum(emotions).nullish(),
  english_normalization: z.boolean().default(false),
})
const minimaxAudio = z.strictObject({
  sample_rate: z.union([8000, 16000, 22050, 24000, 32000, 44100].map((rate) => z.literal(rate))).default(32000),
  bitrate: z.union([32000, 64000, 128000, 256000].map((rate) => z.literal(rate))).default(128000),
  format: z.enum(['mp3', 'pcm', 'flac']).default('mp3'),
  channel: z.union([z.literal(1), z.literal(2)]).default(1),
})

export const falSounds = [
  model({
    ...{ ...speech, id: 'fal-ai/elevenlabs/tts/eleven-v3', title: 'ElevenLabs v3' },
    input: z.strictObject({
      text: z.string().min(1).max(5000),
      voice: z.string().default('Rachel'),
      stability: z.number().min(0).max(1).default(0.5),
      language_code: z.string().nullish(),
      apply_text_normalization: z.enum(['auto', 'on', 'off']).default('auto'),
      timestamps: z.boolean().default(false),
    }),
    units: (i) => i.text.length / 1000,
    makes: (i) => ({ is: 'speech', text: i.text, voice: i.voice, speed: 1, format: 'mp3' }),
    gives: ({ files }) => ({ audio: files.map(fileOf)[0] }),
  }),
  model({
    ...{ ...speech, id: 'fal-ai/minimax/speech-2.8-hd', title: 'MiniMax Speech 2.8 HD' },
    input: z.strictObject({
      prompt: z.string().min(1).max(10_000),
      voice_setting: minimaxVoice.prefault({}),
      audio_setting: minimaxAudio.prefault({}),
      language_boost: z.string().nullish(),
      output_format: z.literal('url', { error: "The emulator gives addresses only: send output_format 'url'" }),
      pronunciation_dict: z.looseObject({}).nullish(),
    }),
    units: (i) => i.prompt.length / 1000,
    makes: (i) => ({
      is: 'speech',
      text: i.prompt,
      voice: i.voice_setting.voice_id,
      speed: i.voice_setting.speed,
      format: 'mp3',
    }),
    gives: ({ files }) => ({ audio: files.map(fileOf)[0], duration_ms: Math.round((files[0]?.seconds ?? 0) * 1000) }),
  }),
  model({
    ...{
      id: 'fal-ai/minimax-music/v2.6',
      title: 'MiniMax Music 2.6',
      category: 'text-to-audio',
      takesS: 40,
      unit: 'run',
      usd: 0.15,
    },
    input: z.strictObject({
      prompt: z.string().min(10).max(2000),
      lyrics: z.string().max(3500).nullish(),
      is_instrumental: z.boolean().default(false),
      lyrics_optimizer: z.boolean().default(false),
      audio_setting: z.looseObject({}).nullish(),
    }),
    units: () => 1,
    makes: (i) => ({ is: 'music', words: wordsOf(i), seconds: 60, format: 'mp3' }),
    gives: ({ files }) => ({ audio: files.map(fileOf)[0] }),
  }),
]

const usage = (question: string, pictures: number, answer: string) => ({
  input: tokensOf(question) + pictures * tokensOfPicture,
  output: tokensOf(answer),
})

export const falReaders = [
  model({
    ...{ id: 'fal-ai/moondream3-preview/query', title: 'Moondream 3', category: 'vision', takesS: 3 },
    // $0.40 a million tokens read; one written counts as 8.75
    ...{ unit: '1m_tokens', usd: 0.4 },
    input: z.strictObject({
      image_url: url,
      prompt: z.string().min(1),
      reasoning: z.boolean().default(true),
      temperature: z.number().min(0).max(1).nullish(),
      top_p: z.number().min(0).max(1).nullish(),
    }),
    units: (i, made) => {
      const { input, output } = usage(i.prompt, 1, made?.text ?? '')
      return (input + output * 8.75) / 1e6
    },
    makes: (i) => ({ is: 'words', question: i.prompt, looksAt: sources('image_url', [i.image_url]) }),
    gives: ({ text }, i) => {
      const { input, output } = usage(i.prompt, 1, text)
      const told = { input_tokens: input, output_tokens: output, prefill_time_ms: 40, decode_time_ms: 90, ttft_ms: 60 }
      return {
        output: text,
        finish_reason: 'stop',
        ...(i.reasoning ? { reasoning: 'It is plain to see.' } : {}),
        usage_info: told,
      }
    },
  }),
  model({
    ...{
      id: 'openrouter/router/vision',
      title: 'OpenRouter vision',
      category: 'vision',
      takesS: 5,
      unit: 'credit',
      usd: 1,
    },
    input: z.strictObject({
      image_urls: z.array(url).min(1).max(16),
      model: z.string().min(1),
      prompt: z.string().min(1),
      system_prompt: z.string().nullish(),
      max_tokens: z.int().min(1).nullish(),
      temperature: z.number().min(0).max(2).default(1),
      reasoning: z.boolean().default(false),
    }),
    units: (i, made) => {
      const { input, output } = usage(`${i.system_prompt ?? ''}${i.prompt}`, i.image_urls.length, made?.text ?? '')
      const price = tokenPrice(i.model)
      return (input * price.input + output * price.output) / 1e9
    },
    makes: (i) => ({
      is: 'words',
      question: `${i.system_prompt ?? ''}\n${i.prompt}`,
      looksAt: sources('image_urls', i.image_urls),
    }),
    gives: ({ text }, i) => {
      const { input, output } = usage(`${i.system_prompt ?? ''}${i.prompt}`, i.image_urls.length, text)
      const price = tokenPrice(i.model)
      const cost = (input * price.input + output * price.output) / 1e9
      return {
        output: text,
        usage: { prompt_tokens: input, completion_tokens: output, total_tokens: input + output, cost },
      }
    },
  }),
]
