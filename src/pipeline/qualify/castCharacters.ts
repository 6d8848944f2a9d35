import { castOf, type CastFacts } from '@/domain/cast/castOf'
import { chooseLooks } from '@/domain/cast/chooseLooks'
import type { CharacterLook } from '@/domain/cast/look'
import { castVoices, type Voice } from '@/domain/sound/castVoices'
import { defineStep } from '../defineStep'
import { writeBible } from '../writeBible'
import { draftsOf, screenplayIn } from './draftsOf'

const agent = 'agent:casting'
const notInText = 'Not in the text.'

/** Who is in the film, how they look by the text (else by the hash of the name), and a voice of their own each. */
export const castCharacters = defineStep({
  id: 'qualify.cast-characters',
  says: 'Cast the characters',
  version: 2,
  slot: 'free',
  seconds: 0.3,
  reads: { settings: ['fps', 'targetSeconds'], raw: ['screenplay'] },
  run: (values, { project, stores, inputHash }) => {
    const { scenes } = draftsOf(screenplayIn(values.raw), project.settings)
    const cast = castOf(scenes)
    const looks = chooseLooks(cast)
    const voices = castVoices(cast, (name) => looks.get(name)?.age)
    const gives = { cast: cast.map(({ name }) => name) }
    const write = writeBible(stores, project, {
      agent,
      inputHash,
      keepOnly: 'characters',
      documents: cast.map((person) => ({
        collection: 'characters' as const,
        qualified: 'character_profiles' as const,
        name: person.name,
        fields: profileOf(person, looks.get(person.name), voices.get(person.name)),
      })),
    })
    return Promise.resolve({ gives, write })
  },
})

const profileOf = (person: CastFacts, look: CharacterLook | undefined, voice: Voice | undefined) => ({
  role: person.voiceOnly ? 'voice_only' : 'supporting',
  summary: person.sentences[0]?.text ?? notInText,
  appearance: person.sentences.map(({ text, line }) => `${text} (line ${String(line)})`).join('\n') || notInText,
  look,
  voice,
})
