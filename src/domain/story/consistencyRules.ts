import type { SceneDraft } from '@/domain/scene/sceneDraft'
import type { Story } from './readStory'

/** What no picture may contradict. `priority` 1 first; `source` says where it stands. */
export type ConsistencyRule = { rule: string; priority: number; about: string; source: string }

/**
 * The rules pictures are held against: 1 who is dead, 2 hour and weather of scenes that follow each other and who is in
 * which scene, 3 what the text says people wear, 4 that a place looks the same whenever it is seen.
 */
export const consistencyRules = (story: Story, scenes: readonly SceneDraft[]): ConsistencyRule[] => [
  ...story.deaths.map(({ name, line, shown, by, quote }): ConsistencyRule => ({
    rule: shown ? `${name} is dead from line ${String(line)} on.` : `${name} is dead, as ${by} says.`,
    priority: shown ? 1 : 2, about: name, source: `line ${String(line)}, scene ${sceneAt(scenes, line)}: “${quote}”`,
  })),
  ...skies(scenes, story),
  ...attendance(scenes),
  ...story.cast.flatMap(({ name, appearance }) =>
    appearance.holds
      .filter(({ about }) => about.startsWith('costume') || about === 'hat')
      .map(({ value, line }): ConsistencyRule => ({ rule: `${name} wears: ${value}.`, priority: 3, about: name, source: `line ${String(line)}` })),
  ),
  ...story.world.places.map(({ name, lines }): ConsistencyRule => ({
    rule: `${name} looks the same in every scene.`, priority: 4, about: name, source: `line ${String(lines[0] ?? 1)}`,
  })),
] // prettier-ignore

/** Number of the scene a line of the file stands in. */
const sceneAt = (scenes: readonly SceneDraft[], line: number): string =>
  scenes.findLast(({ fromLine }) => fromLine <= line)?.sceneNumber ?? '1'

/** Who is in which scene of the screenplay. */
const attendance = (scenes: readonly SceneDraft[]): ConsistencyRule[] => {
  const found = new Map<string, { names: Set<string>; line: number }>()
  for (const { sceneNumber, charactersPresent, fromLine } of scenes) {
    const known = found.get(sceneNumber) ?? { names: new Set<string>(), line: fromLine }
    for (const name of charactersPresent) known.names.add(name)
    found.set(sceneNumber, known)
  }
  return [...found].map(([number, { names, line }]) => ({
    rule: `Scene ${number}: ${names.size === 0 ? 'nobody' : [...names].join(', ')} ${names.size > 1 ? 'are' : 'is'} there.`,
    priority: 2, about: 'who is there', source: `line ${String(line)}`,
  }))
} // prettier-ignore

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
