import type { SpeechWish } from '../catalogue/wish'
import type { Voice } from './castVoices'

const ages = { child: 'young', adult: 'middle', elder: 'old' } as const

/** The voice of a speaking part as a model is asked for it: the same part asks for the same in every scene. */
export const paidVoice = ({ gender, age, variant }: Voice): SpeechWish['voice'] => {
  const grown = gender === 'unknown' ? 'woman' : gender
  return { sounds: age === 'child' ? 'child' : grown, age: ages[age], seed: variant }
}
