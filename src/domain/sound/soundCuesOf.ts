import type { SceneDraft } from '@/domain/scene/sceneDraft'

export type BedName = 'rain' | 'wind' | 'sea' | 'city' | 'room' | 'forest' | 'crowd'
export type EffectName = 'footsteps' | 'door' | 'thunder' | 'clock' | 'radio' | 'phone' | 'splash' | 'knock' | 'engine'
export type MusicMood = 'calm' | 'tense' | 'sad' | 'warm'
export type SceneSound = {
  ambience: BedName
  effects: { name: EffectName; atS: number; description: string }[]
  mood: MusicMood
}

type Heard = Pick<
  SceneDraft,
  'intExt' | 'location' | 'weather' | 'action' | 'durationS' | 'tension' | 'emotions' | 'timeOfDay'
>

const beds: readonly [RegExp, BedName][] = [
  [
    /\b(sea|beach|harbou?r|cliff|coast|shore|boat|ship|ferry|deck|pier|dock|island|lighthouse|ocean|jetty|quay)\b/i,
    'sea',
  ],
  [/\b(forest|woods?|jungle|park|garden)\b/i, 'forest'],
  [/\b(bar|pub|market|station|restaurant|caf[eé]|stadium|party)\b/i, 'crowd'],
  [/\b(street|road|city|square|alley|rooftop|bridge)\b/i, 'city'],
]
const effects: readonly [RegExp, EffectName][] = [
  [/\b(thunder|lightning)\b/i, 'thunder'],
  [/\b(knock|knocks|knocking)\b/i, 'knock'],
  [/\b(door|gate) (opens|closes|slams|shuts|bangs|creaks)|\b(opens|closes|slams|shuts) the (door|gate)\b/i, 'door'],
  [/\b(run|runs|running|walk|walks|walking|steps|footsteps|climbs|marches)\b/i, 'footsteps'],
  [/\bclock\b/i, 'clock'],
  [/\bradio\b/i, 'radio'],
  [/\b(phone|telephone) (rings|buzzes)|\brings\b/i, 'phone'],
  [/\b(splash|splashes|dives|plunges)\b/i, 'splash'],
  [/\b(engine|motor|truck|car|van)\b/i, 'engine'],
]

/** Bed from weather and place, effects from the verbs of the action, mood of the music from tension and feelings. */
export const soundOf = (scene: Heard): SceneSound => ({
  ambience: bedOf(scene),
  effects: effectsOf(scene),
  mood: moodOf(scene),
})

const bedOf = ({ intExt, location, weather }: Heard): BedName => {
  if (weather === 'rainy' || weather === 'stormy') return 'rain'
  if (intExt === 'INT' && !/\b(bar|pub|market|station|restaurant)\b/i.test(location)) return 'room'
  if (weather === 'windy' || weather === 'snowy') return 'wind'
  return beds.find(([words]) => words.test(location))?.[1] ?? (intExt === 'INT' ? 'room' : 'wind')
}

const effectsOf = ({ action, durationS }: Heard): SceneSound['effects'] =>
  effects.flatMap(([words, name]) => {
    const found = words.exec(action)
    if (!found) return []
    const share = found.index / Math.max(1, action.length)
    return [{ name, atS: Math.round(share * Math.max(0, durationS - 1.5) * 100) / 100, description: found[0] }]
  }).slice(0, 3) // prettier-ignore

const moodOf = ({ tension, emotions, timeOfDay }: Heard): MusicMood => {
  if (tension > 0.6) return 'tense'
  if (emotions.some(({ emotion }) => emotion === 'sad' || emotion === 'tired')) return 'sad'
  return timeOfDay === 'night' || timeOfDay === 'twilight' ? 'calm' : 'warm'
}
