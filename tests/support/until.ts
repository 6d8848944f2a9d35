import { setTimeout as sleep } from 'node:timers/promises'

/** Asks until the answer is there; fails after `limitMs` with what was hoped for. */
export const until = async <T>(
  hopedFor: string | (() => Promise<string>),
  ask: () => Promise<T | false | null | undefined> | T | false | null | undefined,
  limitMs = 15_000,
): Promise<T> => {
  const began = Date.now()
  for (;;) {
    const answer = await ask()
    if (answer) return answer
    if (Date.now() - began > limitMs)
      throw new Error(
        `waited ${limitMs} ms in vain until ${typeof hopedFor === 'string' ? hopedFor : await hopedFor()}`,
      )
    // what takes long is asked for less often: asking takes the processor from those who are waited for
    await sleep(Math.min(150, 10 + (Date.now() - began) / 10))
  }
}
