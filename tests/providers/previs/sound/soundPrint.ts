/** What tells one voice from another: middle pitch, length of the same sentence, levels of ten bands in dB. */
export const soundPrint = (sound: Float32Array, rate: number) => ({
  hz: pitchOf(sound, rate),
  seconds: sound.length / rate,
  bands: [250, 400, 600, 850, 1150, 1500, 1950, 2500, 3200, 4200].map((hz) => bandDb(sound, hz, rate)),
})
type SoundPrint = ReturnType<typeof soundPrint>

/** 1 is about what an ear tells apart: a semitone and a half, a tenth of the pace, 3 dB of colour. */
export const apart = (a: SoundPrint, b: SoundPrint): number =>
  Math.hypot(
    Math.log2(a.hz / b.hz) * 8,
    Math.log(a.seconds / b.seconds) * 10,
    Math.sqrt(a.bands.reduce((sum, x, i) => sum + (x - b.bands[i]!) ** 2, 0) / a.bands.length) / 3,
  )

/** Level of the band around `hz` (a quarter of it wide). */
export const bandDb = (sound: Float32Array, hz: number, rate: number): number => {
  const turn = (2 * Math.PI * hz) / rate
  const [alpha, twice] = [Math.sin(turn) / 8, 2 * Math.cos(turn)]
  let [z1, z2, energy] = [0, 0, 0]
  for (const x of sound) {
    const y = (alpha * x + z1) / (1 + alpha)
    z1 = z2 + twice * y
    z2 = -alpha * x - (1 - alpha) * y
    energy += y * y
  }
  return 10 * Math.log10(energy / sound.length + 1e-12)
}

/** Median of the heights found by comparing 40 ms with themselves later. */
const pitchOf = (sound: Float32Array, rate: number): number => {
  const span = Math.round(rate * 0.04)
  const heights: number[] = []
  for (let at = 0; at + 2 * span < sound.length; at += 2 * span) {
    const lag = lagOf(sound.subarray(at, at + 2 * span), { span, rate })
    if (lag > 0) heights.push(rate / lag)
  }
  return heights.sort((a, b) => a - b)[heights.length >> 1] ?? 0
}

const lagOf = (piece: Float32Array, { span, rate }: { span: number; rate: number }): number => {
  const energy = (from: number) => {
    let sum = 0
    for (let i = 0; i < span; i += 4) sum += piece[from + i]! ** 2
    return sum
  }
  const own = energy(0)
  if (own / (span / 4) < 0.0008) return 0
  let [best, found] = [0.7, 0]
  for (let lag = Math.round(rate / 420); lag < rate / 65; lag += 2) {
    let same = 0
    for (let i = 0; i < span; i += 4) same += piece[i]! * piece[i + lag]!
    const alike = same / Math.sqrt(own * energy(lag) + 1e-9)
    if (alike > best + 0.01) [best, found] = [alike, lag]
  }
  return found
}
