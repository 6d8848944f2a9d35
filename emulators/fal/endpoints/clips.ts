import { z } from 'zod'
import { prompt, safety, seed, source, url } from '../../media/fields'
import { model } from '../../media/modelRow'
import { clip, given, gives, withSeed } from './clip'

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
type VeoPrices = { hd: [number, number]; fourK: [number, number] }
type Veo = { duration: string; resolution: string; aspect_ratio: string; generate_audio: boolean }
const veoUnits = (i: Veo, { hd, fourK }: VeoPrices) =>
  (long(i.duration) * (i.resolution === '4k' ? fourK : hd)[i.generate_audio ? 1 : 0]) / hd[0]
const veoShape = (i: Veo) => ({ seconds: long(i.duration), resolution: i.resolution, aspect: i.aspect_ratio })
const veoFull: VeoPrices = { hd: [0.2, 0.4], fourK: [0.4, 0.6] }

const veoRow = (variant: '' | '/fast' | '/lite', prices: VeoPrices) =>
  model({
    ...{ ...given, id: `fal-ai/veo3.1${variant}/image-to-video`, title: `Veo 3.1${variant}`, takesS: 80, gives },
    usd: prices.hd[0],
    input: z.strictObject({ ...veo, image_url: url }),
    units: (i) => veoUnits(i, prices),
    makes: (i) => clip(i, veoShape(i)),
  })

const ltxRow = (variant: '' | '/fast', usd: number) =>
  model({
    ...{ ...given, id: `fal-ai/ltx-2.3/image-to-video${variant}`, title: `LTX-2.3${variant}`, takesS: 40, usd, gives },
    input: z.strictObject({
      prompt,
      image_url: url,
      end_image_url: url.nullish(),
      duration: z.literal(variant === '' ? [6, 8, 10] : [6, 8, 10, 12, 14, 16, 18, 20]).default(6),
      resolution: z.enum(['1080p', '1440p', '2160p']).default('1080p'),
      aspect_ratio: z.enum(['auto', '16:9', '9:16']).default('auto'),
      fps: z.literal([24, 25, 48, 50]).default(25),
      generate_audio: z.boolean().default(true),
    }),
    units: (i) => i.duration * { '1080p': 1, '1440p': 2, '2160p': 4 }[i.resolution],
    makes: (i) => clip(i, { seconds: i.duration, resolution: i.resolution, aspect: i.aspect_ratio, fps: i.fps }),
  })

/** Wan 2.5 and 2.6: lengths as text, a price by resolution. */
const wanRow = (row: { id: string; title: string; lasts: readonly string[]; sides: Record<string, number> }) =>
  model({
    ...{ ...given, id: row.id, title: row.title, takesS: 70, usd: 0.1, gives: withSeed },
    input: z.strictObject({
      prompt: prompt.max(800),
      image_url: url,
      audio_url: url.nullish(),
      duration: z.enum(row.lasts).default('5'),
      resolution: z.enum(Object.keys(row.sides)).default('1080p'),
      negative_prompt: z.string().max(500).nullish(),
      enable_prompt_expansion: z.boolean().default(true),
      enable_safety_checker: z.boolean().default(true),
      multi_shots: z.boolean().nullish(),
      seed,
    }),
    units: (i) => Number(i.duration) * (row.sides[i.resolution] ?? 1),
    makes: (i) => clip(i, { seconds: Number(i.duration), resolution: i.resolution, sound: true }),
  })

export const falClips = [
  veoRow('', veoFull),
  veoRow('/fast', { hd: [0.1, 0.15], fourK: [0.3, 0.35] }),
  veoRow('/lite', { hd: [0.05, 0.08], fourK: [0.05, 0.08] }),
  model({
    ...{
      ...given,
      id: 'fal-ai/veo3.1/first-last-frame-to-video',
      title: 'Veo 3.1 between',
      takesS: 90,
      usd: 0.2,
      gives,
    },
    input: z.strictObject({ ...veo, first_frame_url: url, last_frame_url: url }),
    units: (i) => veoUnits(i, veoFull),
    makes: (i) => ({
      ...clip(i, veoShape(i)),
      start: source('first_frame_url', i.first_frame_url),
      end: source('last_frame_url', i.last_frame_url),
    }),
  }),
  wanRow({
    ...{ id: 'fal-ai/wan-25-preview/image-to-video', title: 'Wan 2.5 preview', lasts: ['5', '10'] },
    sides: { '480p': 0.5, '720p': 1, '1080p': 1.5 },
  }),
  wanRow({
    ...{
      id: 'wan/v2.6/image-to-video',
      title: 'Wan 2.6',
      lasts: ['5', '10', '15'],
      sides: { '720p': 1, '1080p': 1.5 },
    },
  }),
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
  ltxRow('', 0.06),
  ltxRow('/fast', 0.04),
  model({
    ...{ id: 'fal-ai/minimax/hailuo-2.3/standard/image-to-video', title: 'Hailuo 2.3', takesS: 80 },
    ...{ ...given, unit: 'video', usd: 0.28, gives },
    input: z.strictObject({
      prompt: prompt.max(2000),
      image_url: url,
      duration: z.enum(['6', '10']).default('6'),
      prompt_optimizer: z.boolean().default(true),
    }),
    units: (i) => (i.duration === '10' ? 2 : 1),
    makes: (i) => clip(i, { seconds: Number(i.duration), resolution: '768P' }),
  }),
  model({
    ...{
      ...given,
      id: 'fal-ai/minimax/hailuo-02/standard/image-to-video',
      title: 'Hailuo 02',
      takesS: 80,
      usd: 0.045,
      gives,
    },
    input: z.strictObject({
      prompt: prompt.max(2000),
      image_url: url,
      end_image_url: url.nullish(),
      duration: z.enum(['6', '10']).default('6'),
      resolution: z.enum(['512P', '768P']).default('768P'),
      prompt_optimizer: z.boolean().default(true),
    }),
    units: (i) => Number(i.duration) * (i.resolution === '768P' ? 1 : 17 / 45),
    makes: (i) => clip(i, { seconds: Number(i.duration), resolution: i.resolution }),
  }),
]
