import { z } from 'zod'
import { filmSize, prompt, url } from '../../media/fields'
import type { MadeThing } from '../../media/making'
import { model } from '../../media/modelRow'
import { clip, given, gives, seconds, withSeed } from './clip'

const aspect_ratio = z.enum(['auto', '21:9', '16:9', '4:3', '1:1', '3:4', '9:16']).default('auto')
const seed = z.int().min(-1).nullish()
const priced = { ...given, unit: '1k_video_tokens' }

/** Thousands of tokens of a clip: height × width × 24 × seconds / 1024; by what was made, or as 16:9 before. */
const tokens = (resolution: string, long: number, made: MadeThing | null): number => {
  const file = made?.files[0]
  const expected = filmSize(resolution, '16:9')
  const { width = 0, height = 0 } = file?.width ? file : 'width' in expected ? expected : {}
  return (width * height * 24 * (file?.seconds ?? long)) / 1024 / 1000
}

const version1 = (tier: 'pro' | 'pro/fast' | 'lite', usd: number) =>
  model({
    ...{
      ...priced,
      id: `fal-ai/bytedance/seedance/v1/${tier}/image-to-video`,
      title: `Seedance 1.0 ${tier}`,
      takesS: 50,
      usd,
    },
    gives: withSeed,
    input: z.strictObject({
      prompt,
      image_url: url,
      end_image_url: tier === 'pro/fast' ? z.undefined().optional() : url.nullish(),
      duration: seconds(2, 12).default('5'),
      resolution: z.enum(['480p', '720p', '1080p']).default(tier === 'lite' ? '720p' : '1080p'),
      aspect_ratio,
      camera_fixed: z.boolean().default(false),
      enable_safety_checker: z.boolean().default(true),
      seed,
    }),
    units: (i, made) => tokens(i.resolution, Number(i.duration), made),
    makes: (i) =>
      clip(i, { seconds: Number(i.duration), resolution: i.resolution, aspect: i.aspect_ratio, sound: false }),
  })

const lasting = (text: string): number => (text === 'auto' ? 5 : Number(text))

const version2 = (tier: '' | '/fast' | '/mini', usd: number) =>
  model({
    ...{
      ...priced,
      id: `bytedance/seedance-2.0${tier}/image-to-video`,
      title: `Seedance 2.0${tier}`,
      takesS: 80,
      usd,
      gives,
    },
    input: z.strictObject({
      prompt,
      image_url: url,
      end_image_url: url.nullish(),
      duration: z.enum(['auto', ...seconds(4, 15).options]).default('auto'),
      resolution: z.enum(tier === '' ? ['480p', '720p', '1080p', '4k'] : ['480p', '720p']).default('720p'),
      aspect_ratio,
      generate_audio: z.boolean().default(true),
      bitrate_mode: z.string().nullish(),
      end_user_id: z.string().nullish(),
    }),
    units: (i, made) => tokens(i.resolution, lasting(i.duration), made),
    makes: (i) => clip(i, { seconds: lasting(i.duration), resolution: i.resolution, aspect: i.aspect_ratio }),
  })

export const falSeedance = [
  version1('pro', 0.0025),
  version1('pro/fast', 0.001),
  version1('lite', 0.0018),
  version2('', 0.014),
  version2('/fast', 0.0112),
  version2('/mini', 0.006),
  model({
    ...{
      ...priced,
      id: 'fal-ai/bytedance/seedance/v1.5/pro/image-to-video',
      title: 'Seedance 1.5 pro',
      takesS: 60,
      usd: 0.0012,
    },
    gives: withSeed,
    input: z.strictObject({
      prompt,
      image_url: url,
      end_image_url: url.nullish(),
      duration: seconds(4, 12).default('5'),
      resolution: z.enum(['480p', '720p', '1080p']).default('720p'),
      aspect_ratio,
      camera_fixed: z.boolean().default(false),
      enable_safety_checker: z.boolean().default(true),
      generate_audio: z.boolean().default(true),
      seed,
    }),
    units: (i, made) => tokens(i.resolution, Number(i.duration), made) * (i.generate_audio ? 2 : 1),
    makes: (i) => clip(i, { seconds: Number(i.duration), resolution: i.resolution, aspect: i.aspect_ratio }),
  }),
]
