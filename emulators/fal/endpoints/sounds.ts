import { z } from 'zod'
import { model } from '../../media/modelRow'
import { fileOf } from '../falFile'
import { url, wordsOf } from '../../media/fields'

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

/** The older ElevenLabs models, which are told more. */
const eleven2 = (name: string, usd: number) =>
  model({
    ...{ ...speech, id: `fal-ai/elevenlabs/tts/${name}`, title: `ElevenLabs ${name}`, usd },
    input: z.strictObject({
      text: z.string().min(1).max(5000),
      voice: z.string().default('Rachel'),
      stability: z.number().min(0).max(1).default(0.5),
      similarity_boost: z.number().min(0).max(1).default(0.75),
      style: z.number().min(0).max(1).default(0),
      speed: z.number().min(0.7).max(1.2).default(1),
      previous_text: z.string().nullish(),
      next_text: z.string().nullish(),
      language_code: z.string().nullish(),
      apply_text_normalization: z.enum(['auto', 'on', 'off']).default('auto'),
      timestamps: z.boolean().default(false),
    }),
    units: (i) => i.text.length / 1000,
    makes: (i) => ({ is: 'speech', text: i.text, voice: i.voice, speed: i.speed, format: 'mp3' }),
    gives: ({ files }) => ({ audio: files.map(fileOf)[0] }),
  })

export const falSounds = [
  eleven2('turbo-v2.5', 0.05),
  eleven2('multilingual-v2', 0.1),
  model({
    ...{ ...speech, id: 'fal-ai/minimax/speech-02-turbo', title: 'MiniMax Speech 02 turbo', usd: 0.06 },
    input: z.strictObject({
      text: z.string().min(1).max(5000),
      voice_setting: minimaxVoice.prefault({}),
      audio_setting: minimaxAudio.prefault({}),
      language_boost: z.string().nullish(),
      output_format: z.literal('url', { error: "The emulator gives addresses only: send output_format 'url'" }),
      pronunciation_dict: z.looseObject({}).nullish(),
    }),
    units: (i) => i.text.length / 1000,
    makes: (i) => ({
      is: 'speech',
      text: i.text,
      voice: i.voice_setting.voice_id,
      speed: i.voice_setting.speed,
      format: 'mp3',
    }),
    gives: ({ files }) => ({ audio: files.map(fileOf)[0], duration_ms: Math.round((files[0]?.seconds ?? 0) * 1000) }),
  }),
  model({
    ...{ ...speech, id: 'fal-ai/chatterbox/text-to-speech', title: 'Chatterbox', usd: 0.025 },
    input: z.strictObject({
      text: z.string().min(1).max(5000),
      audio_url: url.nullish(),
      exaggeration: z.number().min(0).max(1).default(0.25),
      temperature: z.number().min(0.05).max(2).default(0.7),
      cfg: z.number().min(0).max(1).default(0.5),
      seed: z.int().nullish(),
    }),
    units: (i) => i.text.length / 1000,
    makes: (i) => ({ is: 'speech', text: i.text, voice: `chatterbox ${i.seed ?? 0}`, speed: 1, format: 'wav' }),
    gives: ({ files }) => ({ audio: files.map(fileOf)[0] }),
  }),
  model({
    ...{
      id: 'fal-ai/elevenlabs/music',
      title: 'ElevenLabs Music',
      category: 'text-to-audio',
      takesS: 20,
      unit: 'minute',
      usd: 0.8,
    },
    input: z.strictObject({
      prompt: z.string().min(1).max(2000),
      music_length_ms: z.int().min(3000).max(600_000).default(60_000),
      force_instrumental: z.boolean().default(false),
      respect_sections_durations: z.boolean().nullish(),
      output_format: z.string().nullish(),
    }),
    units: (i) => i.music_length_ms / 60_000,
    makes: (i) => ({ is: 'music', words: i.prompt, seconds: i.music_length_ms / 1000, format: 'mp3' }),
    gives: ({ files }) => ({ audio: files.map(fileOf)[0] }),
  }),
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
