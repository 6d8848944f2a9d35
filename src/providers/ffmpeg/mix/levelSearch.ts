import { limits } from '@/domain/limits'
import type { levelForecast } from './levelForecast'

/** Linear gain before the limiter and the limiter's linear ceiling. */
export type Level = { gain: number; ceiling: number }
/** As measured after AAC. */
export type Heard = { lufs: number; truePeakDbtp: number }

const target = limits.loudnessLufs
const peakMost = limits.truePeakDbtpMax - 0.05
const linear = (db: number) => 10 ** (db / 20)

export const isRight = ({ lufs, truePeakDbtp }: Heard) => Math.abs(lufs - target) <= 0.3 && truePeakDbtp <= peakMost

/**
 * Finds gain and ceiling: first as the forecast says, then corrected by what was heard after AAC. A codec that
 * overshoots gets a lower ceiling.
 */
export const levelSearch = (forecast: ReturnType<typeof levelForecast>) => {
  let offset = 0 // LU by which the film comes out louder than its forecast
  let ceiling = linear(limits.truePeakDbtpMax - 0.9)
  return {
    level: (): Level => ({ gain: forecast.gainFor(target - offset, ceiling), ceiling }),
    learn(level: Level, { lufs, truePeakDbtp }: Heard) {
      offset = lufs - forecast.loudnessAt(level.gain, level.ceiling)
      if (truePeakDbtp > peakMost) ceiling *= linear(peakMost - truePeakDbtp - 0.1)
    },
  }
}
