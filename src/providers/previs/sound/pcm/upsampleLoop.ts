/**
 * Brings a loop to `by` times its rate, seam included, along cubic curves; what lies below an eighth of the old rate
 * keeps its shape.
 */
export const upsampleLoop = (loop: Float32Array, by: number): Float32Array => {
  const output = new Float32Array(loop.length * by)
  const last = loop.length - 1
  let [before, here, next] = [loop[last] ?? 0, loop[0] ?? 0, loop[1 % loop.length] ?? 0]
  for (let i = 0; i <= last; i++) {
    const after = loop[i + 2 <= last ? i + 2 : (i + 2) % loop.length] ?? 0
    const slope = 0.5 * (next - before)
    const bend = before - 2.5 * here + 2 * next - 0.5 * after
    const twist = 0.5 * (after - before) + 1.5 * (here - next)
    for (let phase = 0; phase < by; phase++) {
      const t = phase / by
      output[i * by + phase] = here + t * (slope + t * (bend + t * twist))
    }
    before = here
    here = next
    next = after
  }
  return output
}
