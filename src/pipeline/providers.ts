import type { ContinuityMeter } from '@/providers/spec/continuity'
import type { VideoModel } from '@/providers/spec/clips'
import type { FilmTools } from '@/providers/spec/filmTools'
import type { ImageModel } from '@/providers/spec/pictures'
import type { SoundModel } from '@/providers/spec/soundModel'
import type { SpeechModel } from '@/providers/spec/speech'
import type { VisionModel } from '@/providers/spec/vision'

export type ModelKind = 'image' | 'video' | 'vision' | 'speech' | 'sound'

/** Name and version of the models that are asked now, "previs-boards@2". */
export const modelNames = (
  providers: Providers,
  kinds: readonly ModelKind[] = ['image', 'video', 'vision', 'speech', 'sound'],
): Partial<Record<ModelKind, string>> =>
  Object.fromEntries(kinds.map((kind) => [kind, `${providers[kind].id}@${providers[kind].version}`]))

/** Whom the pipeline may ask, chosen once by studio/openWorker. */
export type Providers = {
  image: ImageModel
  video: VideoModel
  vision: VisionModel
  speech: SpeechModel
  sound: SoundModel
  film: FilmTools
  continuity: ContinuityMeter
  /** Mean sound level per frame of a spoken line, for the mouths. */
  levels: (wav: string, fps: number) => Promise<number[]>
}
