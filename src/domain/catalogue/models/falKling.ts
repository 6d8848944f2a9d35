import type { WrittenModel } from '../model'
import { begins, fal, falPage, mayEnd, price, secondsFromTo } from './written'

const to15 = { kind: 'enum-string', field: 'duration', seconds: secondsFromTo(3, 15) } as const
const fiveOrTen = { kind: 'enum-string', field: 'duration', seconds: [5, 10] } as const
const sound = { kind: 'flag', field: 'generate_audio' } as const
const perSecond = (dollars: string, withAudio?: string, source = falPage) => [
  price('second', dollars, { source, when: { audio: false } }),
  ...(withAudio ? [price('second', withAudio, { source, when: { audio: true } })] : []),
]

const v3 = {
  images: begins('start_image_url'), endImage: mayEnd('end_image_url'), negative: 'negative_prompt',
  duration: to15, audio: sound,
} as const // prettier-ignore
const o3 = { images: begins('image_url'), endImage: mayEnd('end_image_url'), duration: to15, audio: sound } as const

/** Kling: clips of 3 to 15 whole seconds that follow the shape of their first picture. */
export const falKling: WrittenModel[] = [
  fal({
    id: 'fal/kling-v3-standard', endpoint: 'fal-ai/kling-video/v3/standard/image-to-video', kind: 'video',
    title: 'Kling 3 standard', says: 'Every length from 3 to 15 s; its price is to be looked up first.', fields: v3,
  }),
  fal({
    id: 'fal/kling-v3-pro', endpoint: 'fal-ai/kling-video/v3/pro/image-to-video', kind: 'video',
    title: 'Kling 3 pro', says: 'Calm, exact movement, every length from 3 to 15 s.', fields: v3,
    prices: perSecond('0.112', '0.168', `${falPage} (an older page of the same id says twice as much)`),
  }),
  fal({
    id: 'fal/kling-v3-4k', endpoint: 'fal-ai/kling-video/v3/4k/image-to-video', kind: 'video',
    title: 'Kling 3 in 4K', says: 'As Kling 3 pro, in 4K; its price is to be looked up first.', fields: v3,
  }),
  fal({
    id: 'fal/kling-v3-turbo-standard', endpoint: 'fal-ai/kling-video/v3/turbo/standard/image-to-video', kind: 'video',
    title: 'Kling 3 turbo standard', says: 'Quick clips in 720p, every length from 3 to 15 s.',
    fields: { images: begins('image_url'), duration: to15 }, limits: { promptCharacters: 2499 },
    prices: [price('second', '0.112', { source: falPage })],
  }),
  fal({
    id: 'fal/kling-v3-turbo-pro', endpoint: 'fal-ai/kling-video/v3/turbo/pro/image-to-video', kind: 'video',
    title: 'Kling 3 turbo pro', says: 'Quick clips in 1080p, every length from 3 to 15 s.',
    fields: { images: begins('image_url'), duration: to15 }, limits: { promptCharacters: 2499 },
    prices: [price('second', '0.14', { source: falPage })],
  }),
  fal({
    id: 'fal/kling-o3-standard', endpoint: 'fal-ai/kling-video/o3/standard/image-to-video', kind: 'video',
    title: 'Kling O3 standard', says: 'The cheapest that makes every length from 3 to 15 s.', fields: o3,
    prices: perSecond('0.084', '0.112', 'third party, beside fal-js types'),
  }),
  fal({
    id: 'fal/kling-o3-pro', endpoint: 'fal-ai/kling-video/o3/pro/image-to-video', kind: 'video',
    title: 'Kling O3 pro', says: 'Keeps faces well; its price is to be looked up first.', fields: o3,
  }),
  fal({
    id: 'fal/kling-o3-4k', endpoint: 'fal-ai/kling-video/o3/4k/image-to-video', kind: 'video',
    title: 'Kling O3 in 4K', says: 'The same in 4K.', fields: o3,
    prices: [price('second', '0.42', { source: falPage })],
  }),
  fal({
    id: 'fal/kling-o1', endpoint: 'fal-ai/kling-video/o1/image-to-video', kind: 'video',
    title: 'Kling O1', says: 'Lengths from 3 to 10 s; its price is to be looked up first.',
    fields: {
      images: begins('start_image_url'), endImage: mayEnd('end_image_url'),
      duration: { kind: 'enum-string', field: 'duration', seconds: secondsFromTo(3, 10) },
    },
  }),
  fal({
    id: 'fal/kling-v2.6-pro', endpoint: 'fal-ai/kling-video/v2.6/pro/image-to-video', kind: 'video',
    title: 'Kling 2.6 pro', says: '5 or 10 s; its price is to be looked up first.',
    fields: {
      images: begins('start_image_url'), endImage: mayEnd('end_image_url'), negative: 'negative_prompt',
      duration: fiveOrTen, audio: sound,
    },
  }),
  fal({
    id: 'fal/kling-v2.5-turbo-pro', endpoint: 'fal-ai/kling-video/v2.5-turbo/pro/image-to-video', kind: 'video',
    title: 'Kling 2.5 turbo pro', says: 'Cheap for scenes that are nearly 5 s long: it makes 5 or 10.',
    fields: {
      images: begins('image_url'), endImage: mayEnd('tail_image_url'), negative: 'negative_prompt', duration: fiveOrTen,
    },
    prices: [price('second', '0.07', { source: falPage })],
  }),
] // prettier-ignore
