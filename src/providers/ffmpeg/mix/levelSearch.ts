import { limits } from '@/domain/limits'

/** Linear gain before the limiter and the limiter's linear ceiling. */
export type Level = { gain: number; ceiling: number }
/** As measured after AAC. */
export type Heard = { lufs: number; truePeakDbtp: number }

export const target = limits.loudnessLufs
const peakMost = limits.truePeakDbtpMax - 0.05
export const linear = (db: number) => 10 ** (db / 20)

export const isRight = ({ lufs, truePeakDbtp }: Heard) => Math.abs(lufs - target) <= 0.3 && truePeakDbtp <= peakMost

/** Near enough to be worth an encode. */
export const isNear = (lufs: number) => Math.abs(lufs - target) <= 0.15

/**
 * Finds gain and ceiling by listening. The limiter gives back less loudness than the gain asks for, so each correction
 * is divided by the slope seen last; once the target lies between two gains, none leaves them. A codec that overshoots
 * gets a lower ceiling.
 */
export const levelSearch = (gain: number) => {
  const ceilingDb = limits.truePeakDbtpMax - 0.5
  let level: Level = { gain, ceiling: linear(ceilingDb) }
  let [low, high] = [-Infinity, Infinity] // dB of gain
  let before: { gainDb: number; lufs: number } | null = null
  return {
    level: (): Level => level,
    learn({ lufs, truePeakDbtp }: Heard) {
      const gainDb = 20 * Math.log10(level.gain)
      const tooPeaky = truePeakDbtp > peakMost
      const slope = before ? (lufs - before.lufs) / (gainDb - before.gainDb) : lufs < target ? 0.55 : 1
      before = { gainDb, lufs }
      if (lufs < target) low = Math.max(low, gainDb)
      else high = Math.min(high, gainDb)
      if (tooPeaky) high = Infinity // a lower ceiling needs more gain than was enough before
      const step = (target - lufs) / Math.min(1, Math.max(0.2, Number.isFinite(slope) ? slope : 1))
      const next = gainDb + Math.max(-20, Math.min(20, step))
      level = {
        gain: linear(next > low && next < high ? next : (low + high) / 2),
        ceiling: tooPeaky ? level.ceiling * linear(peakMost - truePeakDbtp - 0.1) : level.ceiling,
      }
    },
  }
}
