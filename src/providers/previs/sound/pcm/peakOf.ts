/** Highest level of a stretch of samples. */
export const peakOf = (samples: Float32Array, from = 0, to = samples.length): number => {
  let most = 0
  for (let i = from; i < to; i++) {
    const value = samples[i] ?? 0
    if (value > most) most = value
    else if (-value > most) most = -value
  }
  return most
}
