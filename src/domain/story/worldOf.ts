import type { SceneDraft } from '@/domain/scene/sceneDraft'

export type PlaceFacts = {
  name: string
  interior: boolean
  /** First sentences of its action, the first six. */
  sentences: { text: string; line: number }[]
  timesOfDay: string[]
  weathers: string[]
  lines: number[]
}
export type World = {
  places: PlaceFacts[]
  /** `line` is where the event begins. */
  timeline: { order: number; when: string; event: string; scenes: string; line: number }[]
  /** Who speaks in the same scene as whom. */
  relationships: { from: string; to: string; scenes: number }[]
}

/** Places, order of events and who meets whom, as the screenplay has them. */
export const worldOf = (scenes: readonly SceneDraft[]): World => {
  const places = new Map<string, PlaceFacts>()
  const meetings = new Map<string, { from: string; to: string; scenes: number }>()
  const timeline: World['timeline'] = []
  let heading: string | null = null
  for (const scene of scenes) {
    notePlace(places, scene)
    for (const [from, to] of pairs(scene.charactersPresent)) {
      const key = `${from}\u0000${to}`
      const known = meetings.get(key) ?? { from, to, scenes: 0 }
      meetings.set(key, { ...known, scenes: known.scenes + 1 })
    }
    if (`${scene.sceneNumber}:${scene.heading}` === heading) continue
    heading = `${scene.sceneNumber}:${scene.heading}`
    timeline.push({
      order: timeline.length + 1,
      when: scene.timeOfDay,
      event: firstSentence(scene.action) || scene.heading,
      scenes: scene.sceneNumber,
      line: scene.fromLine,
    })
  }
  return { places: [...places.values()], timeline, relationships: [...meetings.values()] }
}

const notePlace = (places: Map<string, PlaceFacts>, scene: SceneDraft): void => {
  const interior = scene.intExt === 'INT' || scene.intExt === 'INT_EXT'
  const known = places.get(scene.location) ?? {
    name: scene.location,
    interior,
    sentences: [],
    timesOfDay: [],
    weathers: [],
    lines: [],
  }
  if (known.sentences.length < 6 && scene.action !== '')
    known.sentences.push({ text: firstSentence(scene.action), line: scene.fromLine })
  if (!known.timesOfDay.includes(scene.timeOfDay)) known.timesOfDay.push(scene.timeOfDay)
  if (!known.weathers.includes(scene.weather)) known.weathers.push(scene.weather)
  known.lines.push(scene.fromLine)
  places.set(scene.location, known)
}

const pairs = (names: readonly string[]): [string, string][] => {
  const sorted = [...names].sort()
  return sorted.flatMap((from, i) => sorted.slice(i + 1).map((to): [string, string] => [from, to]))
}
const firstSentence = (text: string): string => (/^[^.!?…]*[.!?…]?/.exec(text.trim())?.[0] ?? '').slice(0, 300)
