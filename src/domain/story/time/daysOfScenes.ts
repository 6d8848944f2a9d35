import type { SceneDraft } from '@/domain/scene/sceneDraft'
import type { StoryDays } from './storyDays'

/** The story day of every scene document, in order: that of the heading it stands under, 0 in a flashback or a dream. */
export const daysOfScenes = (
  scenes: readonly Pick<SceneDraft, 'fromLine'>[],
  { times }: Pick<StoryDays, 'times'>,
): number[] => {
  let at = 0
  return scenes.map(({ fromLine }) => {
    while ((times[at + 1]?.line ?? Infinity) <= fromLine) at++
    const time = times[at]
    if (!time || time.line > fromLine) return 1
    return time.aside === '' ? time.day : 0
  })
}
