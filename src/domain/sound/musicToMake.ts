import { textOf } from '../words'
import { aroundTracks, trackSpans } from './ownMusic'
import type { PlannedSound, SoundWish } from './plannedSound'
import { soundtrackOf, type HeardScene } from './soundtrackOf'

/** A cue of music, as it is asked for. */
export type MusicCue = PlannedSound & { request: Extract<SoundWish, { kind: 'music' }> }

export const isMusic = (sound: PlannedSound): sound is MusicCue => sound.request.kind === 'music'

/** Whole seconds of music a cue asks for. */
export const musicSeconds = ({ startS, endS }: Pick<PlannedSound, 'startS' | 'endS'>): number =>
  Math.ceil(endS - startS)

/** What of a scene, as planned, decides where music plays. `track`: music of a person's own. */
export type ScoredPlan = {
  heading?: unknown
  frames?: number | null
  tension?: number | null
  music?: { mood?: string | null; track?: unknown; inS?: number | null; outS?: number | null } | null
  dialogue?: readonly { startS?: number | null; endS?: number | null }[] | null
}

/** Seconds of each piece of music a film will need, before it is cut: its lines are as long as they were planned. */
export const musicToMake = (scenes: readonly ScoredPlan[], fps: number): number[] => {
  const starts = startsOf(scenes)
  const heard = scenes.map((scene, i) => heardAt(scene, starts[i] ?? 0, fps))
  const frames = heard.reduce((sum, scene) => sum + scene.frames, 0)
  const spans = trackSpans(
    scenes.map(({ music }, i) => ({
      startS: (starts[i] ?? 0) / fps,
      track: textOf(music?.track) || null,
      inS: music?.inS ?? null,
      outS: music?.outS ?? null,
    })),
    frames / fps,
  )
  return aroundTracks(soundtrackOf(heard, { fps, frames }), spans).filter(isMusic).map(musicSeconds)
}

const startsOf = (scenes: readonly ScoredPlan[]): number[] => {
  let at = 0
  return scenes.map(({ frames }) => {
    const start = at
    at += frames ?? 0
    return start
  })
}

const heardAt = (
  { heading, frames, tension, music, dialogue }: ScoredPlan,
  startFrame: number,
  fps: number,
): HeardScene => ({
  startFrame,
  frames: frames ?? 0,
  heading: textOf(heading),
  ambience: '',
  effects: [],
  mood: textOf(music?.mood),
  tension: tension ?? 0,
  transitionOut: 'cut',
  spoken: (dialogue ?? []).map(({ startS, endS }) => ({
    startS: startFrame / fps + (startS ?? 0),
    durationS: (endS ?? 0) - (startS ?? 0),
  })),
})
