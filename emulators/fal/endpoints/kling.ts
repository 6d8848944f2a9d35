import { z } from 'zod'
import { prompt, source, url } from '../../media/fields'
import { model } from '../../media/modelRow'
import { clip, given, gives, seconds } from './clip'

const notThis = z.string().max(2500).default('blur, distort, and low quality')
const words = prompt.max(2500)
const cfg_scale = z.number().min(0).max(1).default(0.5)
const resolutions = { standard: '720p', pro: '1080p', '4k': '2160p' }
type Quality = keyof typeof resolutions

/** Version 3: sound makes a second half as dear again, a chosen voice three quarters. */
const kling3 = (quality: Quality, usd: number) =>
  model({
    ...{
      ...given,
      id: `fal-ai/kling-video/v3/${quality}/image-to-video`,
      title: `Kling 3.0 ${quality}`,
      takesS: 90,
      usd,
      gives,
    },
    input: z.strictObject({
      prompt: words.nullish(),
      multi_prompt: z.array(z.strictObject({ prompt: words, duration: seconds(1, 15) })).nullish(),
      start_image_url: url,
      end_image_url: url.nullish(),
      duration: seconds(3, 15).default('5'),
      generate_audio: z.boolean().default(true),
      negative_prompt: notThis,
      cfg_scale,
      shot_type: z.string().default('customize'),
      voice_ids: z.array(z.string()).max(2).nullish(),
      elements: z.array(z.looseObject({})).nullish(),
    }),
    units: (i) => Number(i.duration) * (i.generate_audio ? (i.voice_ids?.length ? 1.75 : 1.5) : 1),
    makes: (i) => ({
      ...clip(i, { seconds: Number(i.duration), resolution: resolutions[quality] }),
      start: source('start_image_url', i.start_image_url),
    }),
  })

const turbo = (quality: 'standard' | 'pro', usd: number) =>
  model({
    ...{
      ...given,
      id: `fal-ai/kling-video/v3/turbo/${quality}/image-to-video`,
      title: `Kling 3.0 turbo ${quality}`,
      takesS: 50,
    },
    ...{ usd, gives },
    input: z.strictObject({
      prompt: words.nullish(),
      multi_prompt: z.array(z.strictObject({ prompt: words, duration: seconds(1, 15) })).nullish(),
      image_url: url,
      duration: seconds(3, 15).default('5'),
    }),
    units: (i) => Number(i.duration),
    makes: (i) => clip(i, { seconds: Number(i.duration), resolution: resolutions[quality], sound: false }),
  })

/** The O family; `loud` is the price of a second with sound. */
const omni = (quality: Quality, usd: number, loud: number) =>
  model({
    ...{
      ...given,
      id: `fal-ai/kling-video/o3/${quality}/image-to-video`,
      title: `Kling O3 ${quality}`,
      takesS: 90,
      usd,
      gives,
    },
    input: z.strictObject({
      prompt: words.nullish(),
      image_url: url,
      end_image_url: url.nullish(),
      duration: seconds(3, 15).default('5'),
      generate_audio: z.boolean().default(false),
      multi_prompt: z.array(z.looseObject({})).nullish(),
      shot_type: z.string().nullish(),
    }),
    units: (i) => (Number(i.duration) * (i.generate_audio ? loud : usd)) / usd,
    makes: (i) => clip(i, { seconds: Number(i.duration), resolution: resolutions[quality] }),
  })

export const falKling = [
  kling3('standard', 0.084),
  kling3('pro', 0.112),
  kling3('4k', 0.42),
  turbo('standard', 0.112),
  turbo('pro', 0.14),
  omni('standard', 0.084, 0.112),
  omni('pro', 0.112, 0.14),
  omni('4k', 0.42, 0.42),
  model({
    ...{ ...given, id: 'fal-ai/kling-video/o1/image-to-video', title: 'Kling O1', takesS: 90, usd: 0.112, gives },
    input: z.strictObject({
      prompt: words,
      start_image_url: url,
      end_image_url: url.nullish(),
      duration: seconds(3, 10).default('5'),
    }),
    units: (i) => Number(i.duration),
    makes: (i) => ({
      ...clip(i, { seconds: Number(i.duration), resolution: '1080p', sound: false }),
      start: source('start_image_url', i.start_image_url),
    }),
  }),
  model({
    ...{
      ...given,
      id: 'fal-ai/kling-video/v2.6/pro/image-to-video',
      title: 'Kling 2.6 pro',
      takesS: 90,
      usd: 0.07,
      gives,
    },
    input: z.strictObject({
      prompt: words,
      start_image_url: url,
      end_image_url: url.nullish(),
      duration: z.enum(['5', '10']).default('5'),
      negative_prompt: notThis,
      generate_audio: z.boolean().default(true),
      voice_ids: z.array(z.string()).max(2).nullish(),
    }),
    units: (i) => Number(i.duration) * (i.generate_audio ? 2 : 1),
    makes: (i) => ({
      ...clip(i, { seconds: Number(i.duration), resolution: '1080p' }),
      start: source('start_image_url', i.start_image_url),
    }),
  }),
  model({
    ...{
      ...given,
      id: 'fal-ai/kling-video/v2.5-turbo/pro/image-to-video',
      title: 'Kling 2.5 turbo pro',
      takesS: 80,
      usd: 0.07,
      gives,
    },
    input: z.strictObject({
      prompt: words,
      image_url: url,
      tail_image_url: url.nullish(),
      duration: z.enum(['5', '10']).default('5'),
      negative_prompt: notThis,
      cfg_scale,
    }),
    units: (i) => Number(i.duration),
    makes: (i) => ({
      ...clip(i, { seconds: Number(i.duration), resolution: '1080p', sound: false }),
      end: source('tail_image_url', i.tail_image_url),
    }),
  }),
]
