import type { WrittenModel } from '../model'
import { begins, fal, falPage, mayEnd, price, secondsFromTo } from './written'

const shapes = ['21:9', '16:9', '4:3', '1:1', '3:4', '9:16']
const sound = { kind: 'flag', field: 'generate_audio' } as const
const resolutions = (...allowed: string[]) => ({ field: 'resolution', allowed })
const lasting = (from: number, to: number) =>
  ({ kind: 'enum-string', field: 'duration', seconds: secondsFromTo(from, to) }) as const

const v1 = {
  images: begins('image_url'), seed: 'seed', aspect: { field: 'aspect_ratio', allowed: shapes, follows: 'auto' },
  resolution: resolutions('480p', '720p', '1080p'),
} // prettier-ignore
const v2 = {
  images: begins('image_url'), endImage: mayEnd('end_image_url'), audio: sound, duration: lasting(4, 15),
  aspect: { field: 'aspect_ratio', allowed: shapes, follows: null },
} // prettier-ignore

/** Seedance: priced by video tokens, which grow with pixels and seconds. */
export const falSeedance: WrittenModel[] = [
  fal({
    id: 'fal/seedance-v1-pro', endpoint: 'fal-ai/bytedance/seedance/v1/pro/image-to-video', kind: 'video',
    title: 'Seedance 1 pro', says: 'Every whole second from 2 to 12; its price is to be looked up first.',
    fields: { ...v1, endImage: mayEnd('end_image_url'), duration: lasting(2, 12) },
  }),
  fal({
    id: 'fal/seedance-v1-pro-fast', endpoint: 'fal-ai/bytedance/seedance/v1/pro/fast/image-to-video', kind: 'video',
    title: 'Seedance 1 pro fast', says: 'The cheapest clips here: every whole second from 2 to 12.',
    fields: { ...v1, duration: lasting(2, 12) },
    prices: [price('1k_video_tokens', '0.001', { source: falPage })],
  }),
  fal({
    id: 'fal/seedance-v1.5-pro', endpoint: 'fal-ai/bytedance/seedance/v1.5/pro/image-to-video', kind: 'video',
    title: 'Seedance 1.5 pro', says: 'With its own sound; without sound its price is to be looked up first.',
    fields: { ...v1, endImage: mayEnd('end_image_url'), duration: lasting(4, 12), audio: sound },
    prices: [price('second', '0.052', { source: 'third party: ~$0.26 per 5 s', when: { resolution: '720p', audio: true } })],
  }),
  fal({
    id: 'fal/seedance-2.0', endpoint: 'bytedance/seedance-2.0/image-to-video', kind: 'video',
    title: 'Seedance 2', says: 'Strong at long shots with several people; every whole second from 4 to 15.',
    fields: { ...v2, resolution: resolutions('480p', '720p', '1080p', '4k') },
    prices: [price('1k_video_tokens', '0.014', { source: falPage })],
  }),
  fal({
    id: 'fal/seedance-2.0-fast', endpoint: 'bytedance/seedance-2.0/fast/image-to-video', kind: 'video',
    title: 'Seedance 2 fast', says: 'The same, quicker, up to 720p.',
    fields: { ...v2, resolution: resolutions('480p', '720p') },
    prices: [price('1k_video_tokens', '0.0112', { source: falPage })],
  }),
  fal({
    id: 'fal/seedance-2.0-mini', endpoint: 'bytedance/seedance-2.0/mini/image-to-video', kind: 'video',
    title: 'Seedance 2 mini', says: 'The small one, up to 720p; its price is to be looked up first.',
    fields: { ...v2, resolution: resolutions('480p', '720p') },
  }),
] // prettier-ignore
