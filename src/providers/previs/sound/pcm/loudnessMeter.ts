const shelf = { b0: 1.53512485958697, b1: -2.69169618940638, b2: 1.19839281085285, a1: -1.69065929318241, a2: 0.73248077421585 } // prettier-ignore
const high = { b0: 1, b1: -2, b2: 1, a1: -1.99004745483398, a2: 0.99007225036621 }
const tenth = 4800
const lufsOf = (energy: number) => -0.691 + 10 * Math.log10(Math.max(energy, 1e-12))

/**
 * Integrated loudness after ITU-R BS.1770 of 48 kHz sound given piece by piece: 400 ms windows every 100 ms, gated at
 * −70 LUFS and 10 LU below the mean. Sound shorter than one window is measured over its own length.
 */
export const loudnessMeter = (channels: number) => {
  const state = Array.from({ length: channels }, () => new Float64Array(4))
  const tenths: number[] = []
  let sum = 0
  let held = 0
  const close = () => {
    tenths.push(sum)
    sum = held = 0
  }
  return {
    push(pieces: Float32Array[], frames: number) {
      for (let from = 0; from < frames;) {
        const to = Math.min(frames, from + tenth - held)
        pieces.forEach((piece, c) => (sum += weighted(piece, { from, to }, state[c] ?? new Float64Array(4))))
        held += to - from
        from = to
        if (held === tenth) close()
      }
    },
    /** −70 when nothing sounds. */
    lufs: (): number => gatedLoudness(tenths, { sum, held }),
  }
}

/** Loudness of a whole sound at once. */
export const loudnessOf = (channels: Float32Array[]): number => {
  const meter = loudnessMeter(channels.length)
  meter.push(channels, channels[0]?.length ?? 0)
  return meter.lufs()
}

/** Energy of a stretch after the K filters; `z` keeps their state from one stretch to the next. */
export const weighted = (piece: Float32Array, { from, to }: { from: number; to: number }, z: Float64Array): number => {
  let [s1, s2, h1, h2] = [z[0] ?? 0, z[1] ?? 0, z[2] ?? 0, z[3] ?? 0]
  let energy = 0
  for (let i = from; i < to; i++) {
    const x = piece[i] ?? 0
    const y = shelf.b0 * x + s1
    s1 = shelf.b1 * x - shelf.a1 * y + s2
    s2 = shelf.b2 * x - shelf.a2 * y
    const k = y + h1
    h1 = high.b1 * y - high.a1 * k + h2
    h2 = y - high.a2 * k
    energy += k * k
  }
  z.set([s1, s2, h1, h2])
  return energy
}

/** Loudness from the energies of tenths of a second of 48 kHz sound, with what is left over. */
export const gatedLoudness = (tenths: number[], rest: { sum: number; held: number }): number => {
  if (tenths.length < 4) {
    const frames = tenths.length * tenth + rest.held
    return Math.max(-70, lufsOf((tenths.reduce((a, b) => a + b, 0) + rest.sum) / Math.max(1, frames)))
  }
  const windows = tenths
    .slice(3)
    .map((last, i) => ((tenths[i] ?? 0) + (tenths[i + 1] ?? 0) + (tenths[i + 2] ?? 0) + last) / (4 * tenth))
  const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length
  const heard = windows.filter((energy) => lufsOf(energy) > -70)
  if (heard.length === 0) return -70
  const gate = lufsOf(mean(heard)) - 10
  return lufsOf(mean(heard.filter((energy) => lufsOf(energy) > gate)))
}
