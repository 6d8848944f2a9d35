import { diceOf, type Dice } from './dice'
import { dayOf, type Day } from './day'
import { blowsOf, type Blow } from './blows'

/** One picture a film asks for; `onto`: an edit of what that step before it made. */
export type Asked = { prompt: string; aspect: string; onto: number | null }

export type Word = 'wait' | 'resubmit' | 'write_off'

/** Everything about one trial, made from its seed and nothing else. */
export type Trial = {
  seed: number
  workers: number
  /** Every worker on a machine of its own: that one is gone nobody else can tell but by its leases. */
  apart: boolean
  /** Whether the provider can call back. */
  calledBack: boolean
  /** At the provider's account. */
  places: number
  /** What each run asks for, in its order. */
  films: Asked[][]
  onError: 'stop' | 'goOn'
  /** So many of the pictures fit into the cap; null: all. */
  capFor: number | null
  /** A cap that was too small is raised when the film has stopped. */
  raises: boolean
  /** What the provider does that day. */
  day: Day
  blows: Blow[]
  /** What the person says of a call nobody knows about, in this order, the last for ever. */
  words: Word[]
  thinksMs: number
  /** How often a film that stopped is told to go on. */
  resumes: number
  /** When the first film is cancelled; null: never. */
  cancelsAfterMs: number | null
}

const aspects = ['16:9', '4:3', '3:2', '1:1', '3:4', '2:3', '9:16', '5:4'] as const

export const trialOf = (seed: number): Trial => {
  const dice = diceOf(seed)
  const workers = dice.one([1, 2, 2, 3])
  const calledBack = dice.happens(0.7)
  const isDark = dice.happens(0.15)
  const films = filmsOf(dice, seed)
  const pictures = new Set(films.flat().map(({ prompt }) => prompt)).size
  const isCapped = dice.happens(0.2)
  return {
    seed,
    workers,
    apart: dice.happens(0.3),
    calledBack,
    places: dice.one([1, 2, 3, 3]),
    films,
    onError: dice.one(['stop', 'goOn']),
    capFor: isCapped ? dice.whole(1, Math.max(1, pictures - 1)) : null,
    raises: dice.happens(0.7),
    day: dayOf(dice, { calledBack, isDark }),
    blows: blowsOf(dice, { workers, calledBack, isDark }),
    words: wordsOf(dice),
    thinksMs: dice.whole(0, 900),
    resumes: dice.one([0, 1, 2, 2]),
    cancelsAfterMs: dice.happens(0.08) ? dice.whole(50, 1500) : null,
  }
}

/** A second film may want what the first wants, too: it is paid once. */
const filmsOf = (dice: Dice, seed: number): Asked[][] => {
  const wished = Array.from({ length: dice.whole(1, 4) }, (_, n): Asked => {
    const onto = n > 0 && dice.happens(0.3) ? dice.whole(0, n - 1) : null
    return { prompt: `Trial ${seed}, picture ${n}`, aspect: dice.one(aspects), onto }
  })
  if (!dice.happens(0.25)) return [wished]
  const own: Asked = { prompt: `Trial ${seed}, another film`, aspect: dice.one(aspects), onto: null }
  return [wished, [...wished.slice(0, dice.whole(1, wished.length)), own]]
}

const wordsOf = (dice: Dice): Word[] => {
  const last = dice.one<Word>(['resubmit', 'resubmit', 'write_off', 'wait'])
  return dice.happens(0.3) ? ['wait', last] : [last]
}
