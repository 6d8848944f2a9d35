/** Dice of a seed: the same seed throws the same numbers in the same order. */
export type Dice = {
  /** From 0 up to 1. */
  share: () => number
  /** Whether something happens that happens so often (0 to 1). */
  happens: (chance: number) => boolean
  /** A whole number from `least` to `most`. */
  whole: (least: number, most: number) => number
  one: <T>(list: readonly [T, ...T[]]) => T
}

export const diceOf = (seed: number): Dice => {
  let state = (seed * 2_654_435_761) >>> 0
  const share = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (least: number, most: number) => least + Math.floor(share() * (most - least + 1))
  return {
    share,
    happens: (chance) => share() < chance,
    whole,
    one: <T>(list: readonly [T, ...T[]]): T => list[whole(0, list.length - 1)] ?? list[0],
  }
}
