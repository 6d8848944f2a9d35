import type { WrittenModel } from '../model'
import { begins, fal, falPage, mayEnd, price, secondsFromTo } from './written'

const sound = { kind: 'flag', field: 'generate_audio' } as const
const resolutions = (...allowed: string[]) => ({ field: 'resolution', allowed })
const text = (seconds: number[]) => ({ kind: 'enum-string', field: 'duration', seconds }) as const
const byResolution = (dollars: Record<string, string>, when: { audio?: boolean } = {}) =>
  Object.entries(dollars).map(([resolution, each]) =>
    price('second', each, { source: falPage, when: { resolution, ...when } }),
  )

const veo = {
  images: begins('image_url'), negative: 'negative_prompt', seed: 'seed', audio: sound,
  duration: { kind: 'suffix-s', field: 'duration', seconds: [4, 6, 8] },
  aspect: { field: 'aspect_ratio', allowed: ['16:9', '9:16'], follows: 'auto' },
} as const // prettier-ignore
const veoPrices = [
  ...byResolution({ '720p': '0.20', '1080p': '0.20', '4k': '0.40' }, { audio: false }),
  ...byResolution({ '720p': '0.40', '1080p': '0.40', '4k': '0.60' }, { audio: true }),
]
const veoFastPrices = [
  ...byResolution({ '720p': '0.10', '1080p': '0.10', '4k': '0.30' }, { audio: false }),
  ...byResolution({ '720p': '0.15', '1080p': '0.15', '4k': '0.35' }, { audio: true }),
]
const ltx = {
  images: begins('image_url'), endImage: mayEnd('end_image_url'), audio: sound,
  resolution: resolutions('1080p', '1440p', '2160p'),
  aspect: { field: 'aspect_ratio', allowed: ['16:9', '9:16'], follows: 'auto' },
} // prettier-ignore
const hailuo = { images: begins('image_url'), duration: text([6, 10]) }
const wan = { images: begins('image_url'), negative: 'negative_prompt', seed: 'seed' }

/** Clips from a still: Veo, Wan, Hailuo, LTX. */
export const falVideo: WrittenModel[] = [
  fal({
    id: 'fal/veo3.1', endpoint: 'fal-ai/veo3.1/image-to-video', kind: 'video', title: 'Veo 3.1',
    says: 'The finest movement and light; 4, 6 or 8 s.',
    fields: { ...veo, resolution: resolutions('720p', '1080p', '4k') }, prices: veoPrices,
  }),
  fal({
    id: 'fal/veo3.1-fast', endpoint: 'fal-ai/veo3.1/fast/image-to-video', kind: 'video', title: 'Veo 3.1 fast',
    says: 'Nearly as fine for half the price; 4, 6 or 8 s.',
    fields: { ...veo, resolution: resolutions('720p', '1080p', '4k') }, prices: veoFastPrices,
  }),
  fal({
    id: 'fal/veo3.1-lite', endpoint: 'fal-ai/veo3.1/lite/image-to-video', kind: 'video', title: 'Veo 3.1 lite',
    says: 'The small one of the family; its price is to be looked up first.',
    fields: { ...veo, resolution: resolutions('720p', '1080p') },
  }),
  fal({
    id: 'fal/veo3.1-ends', endpoint: 'fal-ai/veo3.1/first-last-frame-to-video', kind: 'video',
    title: 'Veo 3.1 between two pictures', says: 'From one still to another; 4, 6 or 8 s.',
    fields: {
      ...veo, images: begins('first_frame_url'), endImage: { field: 'last_frame_url', required: true },
      resolution: resolutions('720p', '1080p', '4k'),
    },
    prices: veoPrices,
  }),
  fal({
    id: 'fal/wan-2.5', endpoint: 'fal-ai/wan-25-preview/image-to-video', kind: 'video', title: 'Wan 2.5 preview',
    says: '5 or 10 s, cheap in 480p.', limits: { promptCharacters: 800 },
    fields: {
      ...wan, duration: text([5, 10]), resolution: resolutions('480p', '720p', '1080p'),
      constant: { enable_prompt_expansion: false },
    },
    prices: byResolution({ '480p': '0.05', '720p': '0.10', '1080p': '0.15' }),
  }),
  fal({
    id: 'fal/wan-2.6', endpoint: 'wan/v2.6/image-to-video', kind: 'video', title: 'Wan 2.6',
    says: '5, 10 or 15 s; its price is to be looked up first.',
    fields: { ...wan, duration: text([5, 10, 15]), resolution: resolutions('720p', '1080p') },
  }),
  fal({
    id: 'fal/wan-2.7', endpoint: 'fal-ai/wan/v2.7/image-to-video', kind: 'video', title: 'Wan 2.7',
    says: 'Every whole second from 2 to 15, long prompts, the same seed the same clip.',
    limits: { promptCharacters: 5000, negativeCharacters: 500 },
    fields: {
      ...wan, endImage: mayEnd('end_image_url'), resolution: resolutions('720p', '1080p'),
      duration: { kind: 'enum-int', field: 'duration', seconds: secondsFromTo(2, 15) },
    },
    prices: byResolution({ '720p': '0.10', '1080p': '0.15' }),
  }),
  fal({
    id: 'fal/hailuo-2.3-standard', endpoint: 'fal-ai/minimax/hailuo-2.3/standard/image-to-video', kind: 'video',
    title: 'Hailuo 2.3 standard', says: 'Lively movement in 768p; 6 or 10 s.', fields: hailuo,
    prices: [
      price('video', '0.28', { source: falPage, when: { seconds: 6 } }),
      price('video', '0.56', { source: falPage, when: { seconds: 10 } }),
    ],
  }),
  fal({
    id: 'fal/hailuo-02-standard', endpoint: 'fal-ai/minimax/hailuo-02/standard/image-to-video', kind: 'video',
    title: 'Hailuo 02 standard', says: 'The one before; its price is to be looked up first.',
    fields: { ...hailuo, endImage: mayEnd('end_image_url'), resolution: resolutions('512P', '768P') },
  }),
  fal({
    id: 'fal/ltx-2.3', endpoint: 'fal-ai/ltx-2.3/image-to-video', kind: 'video', title: 'LTX 2.3',
    says: 'Cheap Full HD; 6, 8 or 10 s.',
    fields: {
      ...ltx, duration: { kind: 'enum-int', field: 'duration', seconds: [6, 8, 10] },
      fps: { field: 'fps', allowed: [24, 25, 48, 50] },
    },
    prices: byResolution({ '1080p': '0.06', '1440p': '0.12', '2160p': '0.24' }),
  }),
  fal({
    id: 'fal/ltx-2.3-fast', endpoint: 'fal-ai/ltx-2.3/image-to-video/fast', kind: 'video', title: 'LTX 2.3 fast',
    says: 'The quicker one; its price is to be looked up first.',
    fields: {
      ...ltx, duration: { kind: 'enum-int', field: 'duration', seconds: [6, 8, 10] },
      fps: { field: 'fps', allowed: [24, 25, 48, 50] },
    },
  }),
] // prettier-ignore
