import type { Pacing } from '@/domain/scene/vocabulary'
import { actionWords, calmWords, tenseWords } from './actionWords'

/** `doing` is what people do; `action` also holds what rain and lamps do. */
type Told = { action: string; doing: string; words: string; manner: string; progress: number }

const clamp = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 100) / 100
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/**
 * Tension without the spoken words: it rises toward the last fifth of a heading, with ! and ?, with a loud
 * parenthetical and with what the action does. Framing follows this one, so that a word changed in one line never
 * moves the camera of another scene. 0–1.
 */
export const pressureOf = ({ action, words, manner, progress }: Told): number => {
  const arc = progress < 0.8 ? 0.2 + 0.4 * progress : 0.52 - 0.5 * (progress - 0.8)
  const marks = Math.min(
    0.3,
    0.12 * count(words, /!/g) + 0.05 * count(words, /\?/g) + 0.04 * count(words, /—|--|\.\.\.|…/g),
  )
  const loud = /\b(loud|louder|shout\w*|yell\w*|scream\w*|angr\w*|furious\w*)\b/i.test(manner) ? 0.2 : 0
  return clamp(arc + marks + loud + pull(action))
}

/** Tension with the words that are spoken. 0–1. */
export const tensionOf = (told: Told): number => clamp(pressureOf(told) + pull(told.words))

const pull = (text: string): number =>
  Math.min(0.3, 0.07 * count(text, tenseWords)) -
  Math.min(0.2, 0.07 * count(text, calmWords)) +
  (actionWords.chases.test(text) ? 0.15 : 0)

/** Fast when people run, fight or shout short lines; slow when the words ask for quiet; else medium. */
export const pacingOf = ({ action, doing, words, manner }: Told): Pacing => {
  if (actionWords.chases.test(doing) || actionWords.runs.test(doing) || count(words, /!/g) > 1) return 'fast'
  if (/\b(slow\w*|quiet\w*|soft\w*|whisper\w*|beat|pause|after a moment)\b/i.test(manner)) return 'slow'
  return words === '' && actionWords.quiet.test(action) ? 'slow' : 'medium'
}
