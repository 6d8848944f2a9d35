/** "00:00:03:12": hours, minutes, seconds, frames from 0, of whole frames at a whole number a second. */
export const timecode = (frame: number, fps: number): string => {
  const seconds = Math.floor(frame / fps)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60, frame % fps]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

/** The frame that is seen at a moment of the clip. */
export const frameAt = (seconds: number, fps: number): number => Math.max(0, Math.floor(seconds * fps + 0.001))

/** The middle of a frame: no rounding shows its neighbour. */
export const middleOf = (frame: number, fps: number): number => (frame + 0.5) / fps
