import type { MadeFile } from '../media/making'

/** A file as fal tells of it. */
export const fileOf = ({ url, type, name, bytes, width, height }: MadeFile) => ({
  url,
  content_type: type,
  file_name: name,
  file_size: bytes,
  ...(width && height ? { width, height } : {}),
})

/** A film as fal tells of it. */
export const filmOf = (file: MadeFile | undefined) =>
  file && {
    ...fileOf(file),
    ...(file.seconds && file.fps
      ? { fps: file.fps, duration: file.seconds, num_frames: Math.round(file.seconds * file.fps) }
      : {}),
  }
