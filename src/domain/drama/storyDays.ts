import type { SceneDraft } from '@/domain/scene/sceneDraft'
import { timesOfDay } from '@/domain/scene/vocabulary'
import { headingStretches } from './headingStretches'

const later =
  /\b(next|following|another) (day|morning|evening|night|week|month|year|afternoon)\b|\b(days?|weeks?|months?|years?) later\b/i
const back = /\b(flashback|years? (ago|earlier|before)|memory|dream)\b/i

/**
 * Which day of the story a scene plays on, from 1, in the order of the scenes: a new one begins when the clock goes
 * back (night, then morning) or the heading says so ("THE NEXT MORNING"). A flashback is day 0 and moves no clock.
 */
export const storyDays = (scenes: readonly SceneDraft[]): number[] => {
  let day = 1
  let hour = -1
  return headingStretches(scenes).flatMap((stretch) => {
    const [first] = stretch
    if (!first) return []
    if (back.test(first.heading)) return stretch.map(() => 0)
    const now = timesOfDay.indexOf(first.timeOfDay)
    if (hour >= 0 && (now < hour || later.test(first.heading))) day += 1
    hour = now
    return stretch.map(() => day)
  })
}
