import type { WrittenModel } from '../model'
import { fal } from './written'

const source = '@fal-ai/client 1.10.1, types/endpoints.d.ts'
const picture = { field: 'image_url', list: false, most: 1, required: true } as const
const clip = { field: 'video_url', list: false, most: 1, required: true, takes: 'video' } as const

/** More pixels. No source states what they cost. */
export const falUpscale: WrittenModel[] = [
  fal({
    id: 'fal/esrgan', endpoint: 'fal-ai/esrgan', kind: 'upscale', title: 'ESRGAN', source,
    says: 'Larger stills, nothing invented; its price is to be looked up first.',
    fields: { images: picture, factor: { field: 'scale', most: null }, constant: { output_format: 'png' } },
  }),
  fal({
    id: 'fal/clarity-upscaler', endpoint: 'fal-ai/clarity-upscaler', kind: 'upscale', title: 'Clarity', source,
    says: 'Larger stills with invented detail; its price is to be looked up first.',
    fields: { images: picture, factor: { field: 'upscale_factor', most: null } },
  }),
  fal({
    id: 'fal/seedvr-image', endpoint: 'fal-ai/seedvr/upscale/image', kind: 'upscale', title: 'SeedVR for stills', source,
    says: 'Larger stills; its price is to be looked up first.',
    fields: {
      images: picture, factor: { field: 'upscale_factor', most: null },
      constant: { upscale_mode: 'factor', output_format: 'png' },
    },
  }),
  fal({
    id: 'fal/topaz-video', endpoint: 'fal-ai/topaz/upscale/video', kind: 'upscale', title: 'Topaz for clips', source,
    says: 'Larger clips; its price is to be looked up first.',
    fields: { images: clip, factor: { field: 'upscale_factor', most: null }, constant: { H264_output: true } },
  }),
] // prettier-ignore
