/** 01:02:03,456 with the mark between seconds and milliseconds that the format wants. */
export const clockTime = (atS: number, mark: ',' | '.'): string => {
  const ms = Math.max(0, Math.round(atS * 1000))
  const seconds = Math.floor(ms / 1000)
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
  return `${clock}${mark}${String(ms % 1000).padStart(3, '0')}`
}

const two = (value: number) => String(value).padStart(2, '0')
