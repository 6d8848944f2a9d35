import type { SpeechWish } from '../catalogue/wish'
import type { Voice } from './castVoices'

const ages = { child: 'young', adult: 'middle', elder: 'old' } as const

/**
 * The voice of a speaking part as a model is asked for it, with what a person put on top: the same part asks for the
 * same in every scene.
 */
export const paidVoice = ({
  gender,
  age,
  variant,
  pitch,
  rate,
}: Voice): Pick<SpeechWish, 'voice' | 'pitch' | 'rate'> => {
  const grown = gender === 'unknown' ? 'woman' : gender
  return {
    voice: { sounds: age === 'child' ? 'child' : grown, age: ages[age], seed: variant },
    ...(pitch ? { pitch } : {}),
    ...(rate ? { rate } : {}),
  }
}
