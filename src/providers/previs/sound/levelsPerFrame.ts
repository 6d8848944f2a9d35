import { openWav } from './wav'

/**
 * How far a mouth opens, 0–1, per frame of a spoken line: the frame's level against the line's loud moments, held for
 * two frames. As many numbers as the line has frames.
 */
export const levelsPerFrame = async (wavFile: string, fps: number): Promise<number[]> => {
  const wav = await openWav(wavFile)
  if (!wav) return []
  try {
    const frames = Math.ceil((wav.frames / wav.rate) * fps)
    const all = await wav.read(0, wav.frames)
    const at = (frame: number) => Math.min(all.length, Math.round((frame * wav.rate) / fps) * wav.channels)
    const levels = Array.from({ length: frames }, (_, frame) => rms(all.subarray(at(frame), at(frame + 1))))
    const loud = [...levels].sort((a, b) => a - b)[Math.floor(levels.length * 0.92)] ?? 0
    return levels.map((_, frame) => {
      const held = frame - (frame % 2)
      const level = Math.max(levels[held] ?? 0, levels[held + 1] ?? 0)
      return loud > 0 ? Math.round(Math.min(1, level / loud) * 1000) / 1000 : 0
    })
  } finally {
    await wav.close()
  }
}

const rms = (samples: Int16Array) => {
  let sum = 0
  for (const value of samples) sum += (value / 32768) ** 2
  return samples.length ? Math.sqrt(sum / samples.length) : 0
}
