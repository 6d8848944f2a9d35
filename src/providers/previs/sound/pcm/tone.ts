/** Adds a sine of `turn` radians a sample by recurrence; quick, and exact enough for minutes. */
export const addTone = (into: Float32Array, turn: number, gain: number): void => {
  const twice = 2 * Math.cos(turn)
  let before = Math.sin(-turn)
  let now = 0
  for (let i = 0; i < into.length; i++) {
    into[i] = (into[i] ?? 0) + gain * now
    const next = twice * now - before
    before = now
    now = next
  }
}
