import type { Emotion } from '@/domain/scene/vocabulary'
import { actionWords } from './actionWords'
import type { Framing, Moment } from './moment'

/** What a scene does in the story, and what that should do to who watches. */
export type Drama = { beat: string; dramaticEffect: string }

const effects = {
  establish: 'Says where we are before anybody does anything.',
  detail: 'Gives a thing weight: it will matter.',
  voice: 'Lets somebody reach us who is not in the picture.',
  chase: 'Puts speed into the picture and leaves no time to think.',
  departure: 'Takes somebody away and leaves the place emptier.',
  arrival: 'Brings somebody in and changes who is in the room.',
  discovery: 'Shows at once what was hidden.',
  look: 'Lets a face say what nobody says.',
  action: 'Tells the story by what is done.',
  confrontation: 'Sets two wills against each other.',
  question: 'Asks what we ask ourselves.',
  plea: 'Makes us want what the speaker wants.',
  admission: 'Lets something out that was kept.',
  resolve: 'Shows somebody decide.',
  tenderness: 'Lets two people come closer.',
  exchange: 'Carries the talk on and lets us watch who listens.',
  pause: 'Lets the silence work.',
} as const

/** Names the dramatic beat of a scene by what it shows and how it is said. */
export const dramaOf = (m: Moment, framing: Framing): Drama => {
  const beat = m.words === '' ? silentBeat(m, framing) : spokenBeat(m)
  return { beat, dramaticEffect: effects[beat] }
}

const silentBeat = (m: Moment, { shotSize }: Framing): keyof typeof effects => {
  if (m.opensHeading && m.newPlace) return 'establish'
  if (shotSize === 'insert') return 'detail'
  if (actionWords.chases.test(m.action)) return 'chase'
  if (actionWords.leaves.test(m.action)) return 'departure'
  if (/\b(enters|arrives|comes in|walks in|steps in|appears)\b/i.test(m.action)) return 'arrival'
  if (actionWords.reveals.test(m.action)) return 'discovery'
  if (/^\W*(a )?(beat|pause|silence)/i.test(m.action)) return 'pause'
  return actionWords.looks.test(m.action) ? 'look' : 'action'
}

const spokenBeat = (m: Moment): keyof typeof effects => {
  if (m.speakers.length === 0) return 'voice'
  const emotion = m.emotions.find(({ character }) => character === m.speakers[0])?.emotion ?? 'neutral'
  if (emotion === 'angry' || (m.tension >= 0.8 && m.partner !== '')) return 'confrontation'
  if (/\?["'”’]?\s*$/.test(m.words)) return 'question'
  if (/\b(please|help|stay|don't go|come back|come home)\b/i.test(m.words)) return 'plea'
  return byEmotion[emotion] ?? 'exchange'
}

const byEmotion: Partial<Record<Emotion, keyof typeof effects>> = {
  sad: 'admission',
  tired: 'admission',
  determined: 'resolve',
  tender: 'tenderness',
  happy: 'tenderness',
}
