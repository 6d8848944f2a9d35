import type { Looked } from '../judge/looked'

const across = 16
const down = 9

/** A picture in 16 × 9 mean colours, in base64: enough to say how far two pictures are from each other. */
export const picturePrint = ({ data, width, height }: Looked): string => {
  const sums = new Float64Array(across * down * 3)
  const counts = new Uint32Array(across * down)
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * down) / height) * across
    for (let x = 0; x < width; x++) {
      const cell = row + Math.floor((x * across) / width)
      const at = (y * width + x) * 3
      counts[cell] = (counts[cell] ?? 0) + 1
      for (let channel = 0; channel < 3; channel++) {
        const into = cell * 3 + channel
        sums[into] = (sums[into] ?? 0) + (data[at + channel] ?? 0)
      }
    }
  }
  const bytes = sums.map((sum, i) => Math.round(sum / Math.max(1, counts[Math.floor(i / 3)] ?? 1)))
  return Buffer.from(Uint8Array.from(bytes)).toString('base64')
}
