import { trackSpans, playTrack, type TrackSpan } from '@/domain/sound/ownMusic'
import { score } from '@/domain/sound/musicCues'
import { textOf } from '@/domain/words'
import type { SoundCue } from '@/providers/spec/filmTools'
import type { StepContext } from '../defineStep'
import { takeOwnSound } from '../takeOwnSound'
import type { Cut } from './cutFilm'

const rate = 48_000
const effectMostS = 20
const effectDb = -6

type SceneMusic = { track?: unknown; inS?: number | null; outS?: number | null } | null | undefined

/** Where music of a person's own plays in the film, by the scenes that name a track. */
export const ownSpans = ({ scenes, fps, frames }: Cut): TrackSpan[] =>
  trackSpans(
    scenes.map(({ startFrame, scene }) => {
      const music = scene.music as SceneMusic
      return {
        startS: startFrame / fps,
        track: textOf(music?.track) || null,
        inS: music?.inS ?? null,
        outS: music?.outS ?? null,
      }
    }),
    frames / fps,
  )

/** Music of a person's own on the timeline, as loud as composed music is. */
export const ownMusic = async (context: StepContext, spans: readonly TrackSpan[]): Promise<SoundCue[]> => {
  const cues: SoundCue[] = []
  for (const span of spans) {
    const fitS = Math.ceil(span.endS - span.startS)
    const taken = await takeOwnSound(context, { media: span.track, kind: 'music', fitS, says: 'Music of your own' })
    if (!taken || taken.silent) continue
    const file = context.stores.assets.pathOf(taken.asset.name)
    for (const { startS, endS, fadeInS, fadeOutS } of playTrack(span, taken.durationS))
      cues.push({
        stem: 'music',
        file,
        ...samplesOf(startS, endS),
        gainDb: score.gainDb,
        fadeInS,
        fadeOutS,
        loop: false,
      })
  }
  return cues
}

export type OwnEffect = { name: string; atS: number; sound?: unknown }

/** Effects that a scene has as recordings. */
export const ownEffects = async (context: StepContext, { scenes, fps, frames }: Cut): Promise<SoundCue[]> => {
  const cues: SoundCue[] = []
  for (const { startFrame, scene } of scenes)
    for (const { name, atS, sound } of (scene.effects ?? []) as OwnEffect[]) {
      const taken = sound
        ? await takeOwnSound(context, {
            media: sound,
            kind: 'effect',
            fitS: effectMostS,
            says: `Effect of your own: ${name}`,
          })
        : null
      if (!taken || taken.silent) continue
      const startS = startFrame / fps + atS
      const file = context.stores.assets.pathOf(taken.asset.name)
      const at = samplesOf(startS, Math.min(frames / fps, startS + taken.durationS))
      cues.push({ stem: 'effects', file, ...at, gainDb: effectDb, fadeInS: 0, fadeOutS: 0.05, loop: false })
    }
  return cues
}

/** Seconds of the film in samples of 48 kHz. */
export const samplesOf = (startS: number, endS: number) => ({
  startSample: Math.round(startS * rate),
  endSample: Math.round(endS * rate),
})
