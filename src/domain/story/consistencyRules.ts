import type { SceneDraft } from '@/domain/scene/sceneDraft'
import type { Story } from './readStory'

/** What no picture may contradict. `priority` 1 first; `source` says where it stands. */
export type ConsistencyRule = { rule: string; priority: number; about: string; source: string }

/**
 * The rules pictures are held against: 1 who is dead, 2 hour and weather of scenes that follow each other, 3 what the
 * text says people wear, 4 that a place looks the same whenever it is seen.
 */
export const consistencyRules = (story: Story, scenes: readonly SceneDraft[]): ConsistencyRule[] => [
  ...story.deaths.map(({ name, line, shown, by }): ConsistencyRule => ({
    rule: shown ? `${name} is dead from line ${String(line)} on.` : `${name} is dead, as ${by} says.`,
    priority: shown ? 1 : 2, about: name, source: `line ${String(line)}`,
  })),
  ...skies(scenes, story),
  ...story.cast.flatMap(({ name, appearance }) =>
    appearance.holds
      .filter(({ about }) => about.startsWith('costume') || about === 'hat')
      .map(({ value, line }): ConsistencyRule => ({ rule: `${name} wears: ${value}.`, priority: 3, about: name, source: `line ${String(line)}` })),
  ),
  ...story.world.places.map(({ name, lines }): ConsistencyRule => ({
    rule: `${name} looks the same in every scene.`, priority: 4, about: name, source: `line ${String(lines[0] ?? 1)}`,
  })),
] // prettier-ignore

/** One rule for each run of scene documents with one day, hour and weather. */
const skies = (scenes: readonly SceneDraft[], { days }: Story): ConsistencyRule[] => {
  const runs: { key: string; from: SceneDraft; to: SceneDraft; day: number }[] = []
  for (const scene of scenes) {
    const day = days.times.findLast(({ line }) => line <= scene.fromLine)?.day ?? 1
    const key = `${String(day)} ${scene.timeOfDay} ${scene.weather}`
    const last = runs.at(-1)
    if (last?.key === key) last.to = scene
    else runs.push({ key, from: scene, to: scene, day })
  }
  return runs.map(({ from, to, day }) => {
    const where = from.sceneNumber === to.sceneNumber ? `Scene ${from.sceneNumber}` : `Scenes ${from.sceneNumber} to ${to.sceneNumber}` // prettier-ignore
    const rule = `${where}: ${from.timeOfDay} of day ${String(day)}, ${from.weather}.`
    return { rule, priority: 2, about: 'time and weather', source: `line ${String(from.fromLine)}` }
  })
}
