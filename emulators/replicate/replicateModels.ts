import { z } from 'zod'
import type { MadeThing } from '../media/making'
import { model, type Model } from '../media/modelRow'
import { filmSize, sizeOfAspect, source, sources, url, wordsOf } from '../media/fields'

const prompt = z.string().min(1)
const seed = z.int().nullish()
const one = ({ files }: MadeThing) => files[0]?.url
const all = ({ files }: MadeThing) => files.map((file) => file.url)
const still = { category: 'image', unit: 'image' }
const fluxAspects = ['1:1', '16:9', '21:9', '3:2', '2:3', '4:5', '5:4', '3:4', '4:3', '9:16', '9:21'] as const
const format = z.enum(['webp', 'jpg', 'png'])
const written = (name: z.output<typeof format>) => (name === 'jpg' ? 'jpeg' : name)

const flux = {
  prompt,
  seed,
  aspect_ratio: z.enum(fluxAspects).default('1:1'),
  output_quality: z.int().min(0).max(100).default(80),
}

const rows: Model[] = [
  model({
    ...{ ...still, id: 'black-forest-labs/flux-schnell', title: 'FLUX schnell', takesS: 2, usd: 0.003, gives: all },
    input: z.strictObject({
      ...flux,
      output_format: format.default('webp'),
      num_outputs: z.int().min(1).max(4).default(1),
      num_inference_steps: z.int().min(1).max(4).default(4),
      megapixels: z.enum(['1', '0.25']).default('1'),
      go_fast: z.boolean().default(true),
      disable_safety_checker: z.boolean().default(false),
    }),
    units: (i) => i.num_outputs,
    makes: (i) => ({
      ...{ is: 'picture', format: written(i.output_format), words: wordsOf(i), count: i.num_outputs, bases: [] },
      size: sizeOfAspect(i.aspect_ratio, i.megapixels === '1' ? 1 : 0.5),
    }),
  }),
  model({
    ...{ ...still, id: 'black-forest-labs/flux-1.1-pro', title: 'FLUX 1.1 pro', takesS: 4, usd: 0.04, gives: one },
    input: z.strictObject({
      ...flux,
      output_format: format.default('webp'),
      image_prompt: url.nullish(),
      safety_tolerance: z.int().min(1).max(6).default(2),
      prompt_upsampling: z.boolean().default(false),
    }),
    units: () => 1,
    makes: (i) => ({
      ...{
        is: 'picture',
        format: written(i.output_format),
        words: wordsOf(i),
        count: 1,
        size: sizeOfAspect(i.aspect_ratio),
      },
      bases: sources('image_prompt', i.image_prompt ? [i.image_prompt] : []),
    }),
  }),
  model({
    ...{
      ...still,
      id: 'black-forest-labs/flux-kontext-pro',
      title: 'FLUX Kontext pro',
      takesS: 5,
      usd: 0.04,
      gives: one,
    },
    input: z.strictObject({
      prompt,
      seed,
      input_image: url.nullish(),
      aspect_ratio: z.enum(['match_input_image', ...fluxAspects]).default('match_input_image'),
      output_format: z.enum(['jpg', 'png']).default('png'),
      safety_tolerance: z.int().min(0).max(6).default(2),
      prompt_upsampling: z.boolean().default(false),
    }),
    units: () => 1,
    makes: (i) => ({
      ...{ is: 'picture', format: written(i.output_format), words: i.prompt, count: 1 },
      size: i.aspect_ratio === 'match_input_image' && i.input_image ? 'asBase' : sizeOfAspect(i.aspect_ratio),
      bases: sources('input_image', i.input_image ? [i.input_image] : []),
    }),
  }),
  model({
    ...{
      id: 'bytedance/seedance-1-pro',
      title: 'Seedance 1 pro',
      category: 'video',
      takesS: 50,
      unit: 'second',
      usd: 0.15,
      gives: one,
    },
    input: z.strictObject({
      prompt,
      seed,
      image: url.nullish(),
      last_frame_image: url.nullish(),
      duration: z.int().min(2).max(12).default(5),
      resolution: z.enum(['480p', '720p', '1080p']).default('1080p'),
      aspect_ratio: z.enum(['16:9', '4:3', '1:1', '3:4', '9:16', '21:9']).default('16:9'),
      fps: z.literal(24).default(24),
      camera_fixed: z.boolean().default(false),
    }),
    units: (i) => (i.duration * { '480p': 0.03, '720p': 0.06, '1080p': 0.15 }[i.resolution]) / 0.15,
    makes: (i) => ({
      ...{ is: 'clip', fps: i.fps, seconds: i.duration, sound: false, words: wordsOf(i) },
      start: source('image', i.image),
      end: source('last_frame_image', i.last_frame_image),
      size: filmSize(i.resolution, i.image ? 'auto' : i.aspect_ratio),
    }),
  }),
  model({
    ...{
      id: 'minimax/speech-02-turbo',
      title: 'Speech 02 turbo',
      category: 'speech',
      takesS: 3,
      unit: '1k_chars',
      usd: 0.06,
      gives: one,
    },
    input: z.strictObject({
      text: z.string().min(1).max(10_000),
      voice_id: z.string().default('Wise_Woman'),
      speed: z.number().min(0.5).max(2).default(1),
      volume: z.number().min(0).max(10).default(1),
      pitch: z.int().min(-12).max(12).default(0),
      emotion: z.string().default('auto'),
      language_boost: z.string().default('None'),
    }),
    units: (i) => i.text.length / 1000,
    makes: (i) => ({ is: 'speech', text: i.text, voice: i.voice_id, speed: i.speed, format: 'mp3' }),
  }),
  model({
    ...{
      id: 'nightmareai/real-esrgan',
      title: 'Real-ESRGAN',
      category: 'upscale',
      takesS: 2,
      unit: 'run',
      usd: 0.002,
      gives: one,
    },
    input: z.strictObject({
      image: url,
      scale: z.number().min(0).max(10).default(4),
      face_enhance: z.boolean().default(false),
    }),
    units: () => 1,
    makes: (i) => ({ is: 'upscaled', base: { url: i.image, field: 'image' }, factor: i.scale, format: 'png' }),
  }),
]

/** Replicate's models by `owner/name`. */
export const replicateModels: ReadonlyMap<string, Model> = new Map(rows.map((row) => [row.id, row]))
