/** Where a player must stand to show frame n: in the middle of it, so that no rounding shows its neighbour. Seconds. */
export const middleOf = (frame: number, fps: number): number => (frame + 0.5) / fps

/** The frame shown at this moment, within a film of so many frames. */
export const frameAt = (seconds: number, { fps, frames }: { fps: number; frames: number }): number =>
  Math.max(0, Math.min(frames - 1, Math.floor(seconds * fps + 1e-6)))

const two = (value: number): string => String(value).padStart(2, '0')

/** 00:01:04:12 of a film: hours, minutes, seconds and the frame inside the second. `fps` rounded counts a second's frames. */
export const timecodeOf = (frame: number, fps: number): string => {
  const each = Math.max(1, Math.round(fps))
  const seconds = Math.floor(frame / each)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60, frame % each]
  return parts.map(two).join(':')
}
