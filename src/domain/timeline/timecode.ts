/** Samples of 48 kHz sound in one frame: whole numbers at 24, 25 and 30 frames a second. */
export const samplesPerFrame = (fps: number): number => 48_000 / fps

/** 01:02:03:04, counted from the first frame; non-drop, whole frame rates. */
export const timecode = (frame: number, fps: number): string => {
  const seconds = Math.floor(frame / fps)
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60, frame % fps].map(two).join(':')
}

/** The frame that a timecode names; null when it is none at this rate. */
export const frameOf = (code: string, fps: number): number | null => {
  const [, hours, minutes, seconds, frames] = /^(\d{2,}):([0-5]\d):([0-5]\d):(\d\d)$/.exec(code)?.map(Number) ?? []
  if (hours === undefined || minutes === undefined || seconds === undefined || frames === undefined) return null
  return frames < fps ? ((hours * 60 + minutes) * 60 + seconds) * fps + frames : null
}

/** 01:02:03,456 with the mark between seconds and milliseconds that the format wants. */
export const clockTime = (atS: number, mark: ',' | '.'): string => {
  const ms = Math.max(0, Math.round(atS * 1000))
  const seconds = Math.floor(ms / 1000)
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
  return `${clock}${mark}${String(ms % 1000).padStart(3, '0')}`
}

const two = (value: number) => String(value).padStart(2, '0')
