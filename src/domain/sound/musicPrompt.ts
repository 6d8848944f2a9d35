import type { MusicMood } from './soundCuesOf'

const moods: Record<MusicMood, string> = {
  calm: 'Calm film music at night: slow felt piano, soft sustained strings, wide and quiet',
  tense: 'Tense film music: low strings, a sparse dark pulse, unresolved, slowly rising',
  sad: 'Sad film music: a lonely cello over slow strings, sparing, without pathos',
  warm: 'Warm film music in the morning: acoustic guitar, light strings, gentle and hopeful',
}

/** What a model of music is asked for; what it is told of voices, because lines are spoken over it. */
export const musicPrompt = (mood: MusicMood): string =>
  `${moods[mood]}. An instrumental cue that begins at once and keeps one mood; no singing, no spoken words, no sudden loud sounds.`
