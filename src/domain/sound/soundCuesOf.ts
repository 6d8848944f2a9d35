import type { SceneDraft } from '@/domain/scene/sceneDraft'
import { ambienceOf, ambienceText } from './ambience'
import { effectsOf, type EffectCue } from './effectsOf'

export const musicMoods = ['calm', 'tense', 'sad', 'warm'] as const
export type MusicMood = (typeof musicMoods)[number]
export type SceneSound = { ambience: string; effects: EffectCue[]; mood: MusicMood }

type Heard = Pick<
  SceneDraft,
  'intExt' | 'location' | 'weather' | 'action' | 'durationS' | 'tension' | 'emotions' | 'timeOfDay'
>

/** Beds from weather and place, effects from the verbs of the action, mood of the music from tension and feelings. */
export const soundOf = (scene: Heard): SceneSound => ({
  ambience: ambienceText(ambienceOf(scene)),
  effects: effectsOf(scene),
  mood: moodOf(scene),
})

const moodOf = ({ tension, emotions, timeOfDay }: Heard): MusicMood => {
  if (tension > 0.6) return 'tense'
  if (emotions.some(({ emotion }) => emotion === 'sad' || emotion === 'tired')) return 'sad'
  return timeOfDay === 'night' || timeOfDay === 'twilight' ? 'calm' : 'warm'
}
