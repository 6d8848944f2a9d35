import { z } from 'zod'
import { stems } from '@/domain/timeline/timeline'

const frame = z.number().int()
const media = z.object({
  name: z.string(), sha256: z.string(), mime: z.string(), bytes: frame, path: z.string(),
}) // prettier-ignore

const clip = z.object({
  scene: z.string(), clipName: z.string(), reel: z.string(), sequenceNumber: frame, sceneNumber: z.string(), shotNumber: z.number(),
  heading: z.string(), verdict: z.string(), recordIn: frame, recordOut: frame, sourceIn: frame, sourceOut: frame, headHandle: frame,
  tailHandle: frame, media, fadeIn: frame,
  transitionOut: z.object({ kind: z.enum(['dissolve', 'wipe', 'fade']), frames: frame }).nullable(),
}) // prettier-ignore

const line = z.object({
  character: z.string(), text: z.string(), recordIn: frame, recordOut: frame, startSample: frame, samples: frame,
  media: z.object({ name: z.string(), sha256: z.string() }).nullable(),
}) // prettier-ignore

/** {@link import('@/domain/timeline/timeline').Timeline} as an answer. */
export const timelineShape = z.object({
  slug: z.string(),
  title: z.string(),
  film: z.object({ name: z.string(), sha256: z.string() }),
  rate: z.object({ num: frame, den: frame }),
  width: frame,
  height: frame,
  frames: frame,
  startFrame: frame,
  clips: z.array(clip),
  sound: z.object({
    rate: frame,
    stems: z.array(z.object({ stem: z.enum(stems), media })),
    dialogue: z.array(line),
  }),
  markers: z.array(z.object({ frame, name: z.string(), note: z.string() })),
})
