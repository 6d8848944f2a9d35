const share = 0.00021 / 2 ** 31

/** Faint stereo brown noise near −64 dBFS, the same every time; adds to a stem piece by piece. */
export const roomTone = () => {
  const kept = { seed: 0x2f6e2b1, left: 0, right: 0 }
  return ([toLeft, toRight]: [Float32Array, Float32Array], frames: number) => {
    let { seed, left, right } = kept
    for (let i = 0; i < frames; i++) {
      seed = (Math.imul(seed, 1664525) + 1013904223) | 0
      left = left * 0.98 + seed * share
      seed = (Math.imul(seed, 1664525) + 1013904223) | 0
      right = right * 0.98 + seed * share
      toLeft[i] = (toLeft[i] ?? 0) + left
      toRight[i] = (toRight[i] ?? 0) + right
    }
    Object.assign(kept, { seed, left, right })
  }
}
