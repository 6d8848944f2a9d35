import { castVoices } from '@/domain/sound/castVoices'
import { defineStep } from '../defineStep'
import { tellPerson } from '../tellPerson'
import { writeBible } from '../writeBible'
import { draftsOf, screenplayIn } from './draftsOf'
import { ownColours } from './ownColours'
import { profileOf } from './profileOf'

const agent = 'agent:casting'

/** Who is in the film under all their names, how they look by the text (else by the hash of the name), who they are to each other, and a voice of their own each. Rules: docs/departments.md. */
export const castCharacters = defineStep({
  id: 'qualify.cast-characters',
  says: 'Cast the characters',
  version: 2,
  slot: 'free',
  seconds: 0.3,
  reads: { settings: ['fps', 'targetSeconds'], raw: ['screenplay'], own: ['cast', 'style'] },
  run: (values, { project, stores, inputHash }) => {
    const story = draftsOf(screenplayIn(values.raw), project.settings).story()
    const voices = castVoices(story.cast, (name) => story.cast.find((one) => one.name === name)?.look.age)
    const dyed = ownColours(values.own ?? [])
    const profiles = writeBible(stores, project, {
      agent,
      inputHash,
      keepOnly: 'characters',
      documents: story.cast.map((person) => ({
        collection: 'characters' as const,
        qualified: 'character_profiles' as const,
        name: person.name,
        fields: { ...profileOf(person, story), look: dyed(person), voice: voices.get(person.name) },
      })),
    })
    const notices = story.notices.cast
    return Promise.resolve({
      gives: { cast: story.cast.map(({ name }) => name), notices: notices.map(({ what }) => what) },
      write: async (tx) => {
        await profiles(tx)
        await tellPerson(
          stores,
          {
            project: project.id,
            code: 'CAST_ASSUMED',
            what: `Casting “${project.title}”: something was assumed or left open.`,
            fix: 'Where it is wrong, correct the name or the description in the screenplay, or edit the character.',
            link: '/admin/collections/characters',
            notices,
          },
          tx,
        )
      },
    })
  },
})
