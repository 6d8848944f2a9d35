import { step, truePeaks } from '../../previs/sound/pcm/truePeak'

const ahead = 18 // steps of lookahead, 6 ms
const recover = 1 - Math.exp(-step / (48_000 * 0.12))

/**
 * A lookahead limiter on control steps. `measure` takes the summed block that comes next,
 * before its gain; `gains` then gives the gain
 * of each sample of the block before it, which never lets a true peak pass `ceiling`. Gains are for every stem alike.
 */
export const limiter = (wish: { gain: number; ceiling: number }) => {
  const most = wish.ceiling / wish.gain
  const meters = [truePeaks(most * 0.6), truePeaks(most * 0.6)]
  let allowed: number[] = [] // per step, from the block whose gains come next
  const window = new Float64Array(ahead - 2).fill(1)
  let [held, at, last] = [1, 0, 1]
  return {
    measure(sum: Float32Array[], frames: number) {
      const peaks = new Float32Array(Math.ceil(frames / step))
      sum.forEach((channel, c) => meters[c]?.(channel, frames, peaks))
      for (const peak of peaks) allowed.push(peak > most ? most / peak : 1)
    },
    gains(frames: number): Float32Array {
      const steps = Math.ceil(frames / step)
      const gains = new Float32Array(frames)
      if (
        last === 1 &&
        held === 1 &&
        window.every((one) => one === 1) &&
        allowed.slice(0, steps + ahead).every((one) => one === 1)
      ) {
        allowed = allowed.slice(steps)
        return gains.fill(wish.gain)
      }
      const least = slidingLeast(allowed, steps)
      for (let s = 0; s < steps; s++) {
        held = Math.min(least[s] ?? 0, held + (1 - held) * recover)
        window[at++ % window.length] = held
        let smooth = 0
        for (const value of window) smooth += value
        smooth /= window.length
        for (let i = s * step; i < Math.min(frames, (s + 1) * step); i++)
          gains[i] = wish.gain * (last + ((smooth - last) * (i - s * step + 1)) / step)
        last = smooth
      }
      allowed = allowed.slice(steps)
      return gains
    },
  }
}

// The least of each step and the ones around it: what comes within the lookahead is already being turned down.
const slidingLeast = (allowed: number[], steps: number): number[] =>
  Array.from({ length: steps }, (_, s) => {
    let least = 1
    for (let i = Math.max(0, s - 1); i <= Math.min(allowed.length - 1, s + ahead); i++)
      least = Math.min(least, allowed[i] ?? 0)
    return least
  })
