/** Faint stereo brown noise near −64 dBFS, the same every time; adds to a stem piece by piece. */
export const roomTone = () => {
  let seed = 0x2f6e2b1
  let [left, right] = [0, 0]
  const next = () => (seed = (Math.imul(seed, 1664525) + 1013904223) | 0) * (0.00021 / 2 ** 31)
  return ([toLeft, toRight]: [Float32Array, Float32Array], frames: number) => {
    for (let i = 0; i < frames; i++) {
      left = left * 0.98 + next()
      right = right * 0.98 + next()
      toLeft[i] = (toLeft[i] ?? 0) + left
      toRight[i] = (toRight[i] ?? 0) + right
    }
  }
}
