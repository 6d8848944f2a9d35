import { z } from 'zod'
import type { MadeThing, Making } from '../../media/making'
import { model } from '../../media/modelRow'
import { filmOf } from '../falFile'
import { filmSize, prompt, safety, seed, source, url, wordsOf } from '../../media/fields'

const given = { category: 'image-to-video', unit: 'second' }
const gives = ({ files }: MadeThing) => ({ video: filmOf(files[0]) })
const withSeed = (made: MadeThing, input: { seed?: number | null | undefined }) => ({
  ...gives(made),
  seed: input.seed ?? 0,
})

/** Whole seconds as text, `"3"` to `"15"`. */
const seconds = (from: number, to: number) => z.enum(Array.from({ length: to - from + 1 }, (_, n) => `${from + n}`))

type ClipInput = {
  prompt?: string | null | undefined
  image_url?: string | null | undefined
  end_image_url?: string | null | undefined
  generate_audio?: boolean | null | undefined
}
type ClipShape = { seconds: number; resolution: string; aspect?: string; fps?: number; sound?: boolean }

/** The clip most of these make: from a start picture, to an end picture where there is one. */
const clip = (i: ClipInput, { seconds: long, resolution, aspect, fps = 24, sound }: ClipShape): Making => ({
  is: 'clip',
  start: source('image_url', i.image_url),
  end: source('end_image_url', i.end_image_url),
  size: filmSize(resolution, aspect),
  fps,
  seconds: long,
  sound: sound ?? i.generate_audio === true,
  words: wordsOf(i),
})

const kling3 = z.strictObject({
  prompt: prompt.max(2500).nullish(),
  multi_prompt: z.array(z.strictObject({ prompt: prompt.max(2500), duration: seconds(1, 15) })).nullish(),
  start_image_url: url,
  end_image_url: url.nullish(),
  duration: seconds(3, 15).default('5'),
  generate_audio: z.boolean().default(true),
  negative_prompt: z.string().max(2500).default('blur, distort, and low quality'),
  cfg_scale: z.number().min(0).max(1).default(0.5),
  shot_type: z.string().default('customize'),
  voice_ids: z.array(z.string()).max(2).nullish(),
  elements: z.array(z.looseObject({})).nullish(),
})

const kling3Row = (quality: 'standard' | 'pro', usd: number) =>
  model({
    ...{
      ...given,
      id: `fal-ai/kling-video/v3/${quality}/image-to-video`,
      title: `Kling 3.0 ${quality}`,
      takesS: 90,
      usd,
      gives,
    },
    input: kling3,
    units: (i) => Number(i.duration) * (i.generate_audio ? (i.voice_ids?.length ? 1.75 : 1.5) : 1),
    makes: (i) => ({
      ...clip(i, { seconds: Number(i.duration), resolution: quality === 'pro' ? '1080p' : '720p' }),
      start: source('start_image_url', i.start_image_url),
    }),
  })

const veo = {
  prompt: prompt.max(20_000),
  duration: z.enum(['4s', '6s', '8s']).default('8s'),
  resolution: z.enum(['720p', '1080p', '4k']).default('720p'),
  aspect_ratio: z.enum(['auto', '16:9', '9:16']).default('auto'),
  generate_audio: z.boolean().default(true),
  negative_prompt: z.string().nullish(),
  auto_fix: z.boolean().default(false),
  safety_tolerance: safety,
  seed,
}
const long = (text: string): number => Number.parseInt(text, 10)

/** A price per second of 720p and 1080p, and of 4k; each silent and with sound. */
const veoRow = (variant: '' | '/fast', prices: { hd: [number, number]; fourK: [number, number] }) =>
  model({
    ...{
      ...given,
      id: `fal-ai/veo3.1${variant}/image-to-video`,
      title: `Veo 3.1${variant}`,
      takesS: variant ? 60 : 110,
      gives,
    },
    usd: prices.hd[0],
    input: z.strictObject({ ...veo, image_url: url }),
    units: (i) => {
      const price = (i.resolution === '4k' ? prices.fourK : prices.hd)[i.generate_audio ? 1 : 0]
      return (long(i.duration) * price) / prices.hd[0]
    },
    makes: (i) => clip(i, { seconds: long(i.duration), resolution: i.resolution, aspect: i.aspect_ratio }),
  })

/** Tokens of a Seedance clip, in millions: height × width × fps × seconds / 1024. */
const videoTokens = (resolution: string, duration: number): number => {
  const short = { '480p': 480, '720p': 720, '1080p': 1080 }[resolution] ?? 1080
  return Math.round((short * Math.round((short * 16) / 9) * 24 * duration) / 1024) / 1e6
}

const seedanceRow = (tier: 'pro' | 'lite', usd: number) =>
  model({
    ...{
      ...given,
      id: `fal-ai/bytedance/seedance/v1/${tier}/image-to-video`,
      title: `Seedance 1.0 ${tier}`,
      takesS: 50,
    },
    ...{ unit: '1m_video_tokens', usd, gives: withSeed },
    input: z.strictObject({
      prompt,
      image_url: url,
      end_image_url: url.nullish(),
      duration: seconds(2, 12).default('5'),
      resolution: z.enum(['480p', '720p', '1080p']).default(tier === 'pro' ? '1080p' : '720p'),
      aspect_ratio: z.enum(['auto', '21:9', '16:9', '4:3', '1:1', '3:4', '9:16']).default('auto'),
      camera_fixed: z.boolean().default(false),
      enable_safety_checker: z.boolean().default(true),
      seed: z.int().min(-1).nullish(),
    }),
    units: (i) => videoTokens(i.resolution, Number(i.duration)),
    makes: (i) => clip(i, { seconds: Number(i.duration), resolution: i.resolution, aspect: i.aspect_ratio }),
  })

export const falClips = [
  kling3Row('standard', 0.084),
  kling3Row('pro', 0.112),
  veoRow('', { hd: [0.2, 0.4], fourK: [0.4, 0.6] }),
  veoRow('/fast', { hd: [0.1, 0.15], fourK: [0.3, 0.35] }),
  seedanceRow('pro', 2.5),
  seedanceRow('lite', 1.8),
  model({
    ...{ ...given, id: 'fal-ai/wan/v2.7/image-to-video', title: 'Wan 2.7', takesS: 70, usd: 0.1, gives: withSeed },
    input: z.strictObject({
      prompt: prompt.nullish(),
      image_url: url.nullish(),
      end_image_url: url.nullish(),
      video_url: url.nullish(),
      audio_url: url.nullish(),
      duration: z.int().min(2).max(15).default(5),
      resolution: z.enum(['720p', '1080p']).default('1080p'),
      negative_prompt: z.string().max(500).nullish(),
      enable_prompt_expansion: z.boolean().default(true),
      enable_safety_checker: z.boolean().default(true),
      seed,
    }),
    units: (i) => i.duration * (i.resolution === '1080p' ? 1.5 : 1),
    makes: (i) => clip(i, { seconds: i.duration, resolution: i.resolution, sound: true }),
  }),
  model({
    ...{ ...given, id: 'fal-ai/ltx-2.3/image-to-video', title: 'LTX-2.3', takesS: 40, usd: 0.06, gives },
    input: z.strictObject({
      prompt,
      image_url: url,
      end_image_url: url.nullish(),
      duration: z.union([z.literal(6), z.literal(8), z.literal(10)]).default(6),
      resolution: z.enum(['1080p', '1440p', '2160p']).default('1080p'),
      aspect_ratio: z.enum(['auto', '16:9', '9:16']).default('auto'),
      fps: z.union([z.literal(24), z.literal(25), z.literal(48), z.literal(50)]).default(25),
      generate_audio: z.boolean().default(true),
    }),
    units: (i) => i.duration * { '1080p': 1, '1440p': 2, '2160p': 4 }[i.resolution],
    makes: (i) => clip(i, { seconds: i.duration, resolution: i.resolution, aspect: i.aspect_ratio, fps: i.fps }),
  }),
  model({
    ...{
      ...given,
      id: 'fal-ai/kling-video/v2.5-turbo/pro/image-to-video',
      title: 'Kling 2.5 Turbo',
      takesS: 80,
      usd: 0.07,
      gives,
    },
    input: z.strictObject({
      prompt: prompt.max(2500),
      image_url: url,
      tail_image_url: url.nullish(),
      duration: z.enum(['5', '10']).default('5'),
      negative_prompt: z.string().max(2500).default('blur, distort, and low quality'),
      cfg_scale: z.number().min(0).max(1).default(0.5),
    }),
    units: (i) => Number(i.duration),
    makes: (i) => ({
      ...clip(i, { seconds: Number(i.duration), resolution: '1080p' }),
      end: source('tail_image_url', i.tail_image_url),
    }),
  }),
  model({
    ...{
      ...given,
      id: 'fal-ai/minimax/hailuo-2.3/standard/image-to-video',
      title: 'Hailuo 2.3',
      takesS: 80,
      unit: 'video',
      usd: 0.28,
      gives,
    },
    input: z.strictObject({
      prompt: prompt.max(2000),
      image_url: url,
      duration: z.enum(['6', '10']).default('6'),
      prompt_optimizer: z.boolean().default(true),
    }),
    units: (i) => (i.duration === '10' ? 2 : 1),
    makes: (i) => clip(i, { seconds: Number(i.duration), resolution: '768P' }),
  }),
]
