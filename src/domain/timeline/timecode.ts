/** HH:MM:SS:FF of a frame; nothing is dropped: 24, 25 and 30 are whole rates. A day begins anew. */
export const timecode = (frame: number, fps: number): string => {
  const seconds = Math.floor(frame / fps)
  const parts = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60, frame % fps]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
