import type { MouthTrack } from '@/domain/scene/staging'
import { hash32 } from './random'

/** 0 shut, 1 half open, 2 open. */
export type Mouth = 0 | 1 | 2

/** How far the mouth is open in a frame of the scene; a level is held for two frames, as hands would draw it. */
export const mouthAt = (tracks: MouthTrack[], person: number, frame: number): Mouth => {
  const held = 2 * Math.floor(frame / 2)
  let most = 0
  for (const track of tracks) {
    if (track.person !== person) continue
    const at = held - track.fromFrame
    most = Math.max(most, track.levels[at] ?? 0, track.levels[at + 1] ?? 0)
  }
  return most > 0.5 ? 2 : most > 0.16 ? 1 : 0
}

/** Four frames of 76, each person at their own time. */
export const blinks = (name: string, frame: number): boolean => {
  const at = (((frame + (hash32(name) % 61) + 8) % 76) + 76) % 76
  return at >= 72
}

/** Breath and sway of a standing person, px at 720 lines; `talking` nods with the voice. */
export const breath = (
  name: string,
  { s, close, talking }: { s: number; close: boolean; talking: number },
): { x: number; y: number } => {
  const phase = (hash32(name) % 628) / 100
  const reach = close ? 1.7 : 0.6
  return {
    x: reach * (0.75 * Math.sin(0.9 * s + phase) + 0.4 * Math.sin(2.3 * s + 2 * phase)),
    y: reach * (0.8 * Math.sin(1.75 * s + phase * 1.7)) + (close ? 1.6 : 0.6) * talking,
  }
}

/** A lamp or flame, 0–1: never quite steady, and slower than three changes a second. */
export const flicker = (index: number, s: number, flame: boolean): number => {
  const phase = index * 2.4
  return flame
    ? 0.62 + 0.2 * Math.sin(9.1 * s + phase) + 0.14 * Math.sin(5.3 * s + 2 * phase)
    : 0.72 + 0.12 * Math.sin(2.1 * s + phase) + 0.1 * Math.sin(5.7 * s + 3 * phase)
}
