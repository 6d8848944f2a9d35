import { characterQuestions } from '@/agents/character'
import type { CharacterLook } from '@/domain/cast/look'
import { settleLooks } from '@/domain/cast/settleLooks'
import { castVoices } from '@/domain/sound/castVoices'
import type { CastMember } from '@/domain/story/castMember'
import { askQuestions, type Asked } from '../askQuestions'
import { defineStep } from '../defineStep'
import { tellPerson } from '../tellPerson'
import { tellRefused } from '../tellRefused'
import { writeBible } from '../writeBible'
import { draftsOf, screenplayIn } from './draftsOf'
import { ownColours } from './ownColours'
import { profileOf } from './profileOf'
import { wardrobeWords } from './wardrobeWords'

const agent = 'agent:casting'
const link = '/admin/collections/characters'

/** Who is in the film under all their names, how they look by the text (else by a text model, else by the hash of the name), who they are to each other, and a voice of their own each. Rules: docs/departments.md. */
export const castCharacters = defineStep({
  id: 'qualify.cast-characters',
  says: 'Cast the characters',
  version: 2,
  slot: 'free',
  seconds: 0.3,
  reads: {
    settings: ['fps', 'targetSeconds'],
    raw: ['screenplay'],
    own: ['cast', 'style'],
    asks: 'agent-casting',
  },
  run: async (values, context) => {
    const { project, stores, inputHash } = context
    const text = screenplayIn(values.raw)
    const drafts = draftsOf(text, project.settings)
    const wardrobe = wardrobeWords(text, drafts)
    const story = drafts.story()
    const asked = await askQuestions(context, { questions: () => characterQuestions(drafts), values })
    const { looks, faults } = settleLooks(story.cast, wishedLooks(asked))
    const lookOf = (person: CastMember) => looks.get(person.name) ?? person.look
    const voices = castVoices(story.cast, (name) => story.cast.find((one) => one.name === name)?.look.age)
    const dyed = ownColours(values.own ?? [])
    const profiles = writeBible(stores, project, {
      agent,
      inputHash,
      keepOnly: 'characters',
      documents: story.cast.map((person) => {
        const { look: _, voice, ...words } = told(asked, person.name)
        const worn = wardrobe(person.name)
        return {
          collection: 'characters' as const,
          qualified: 'character_profiles' as const,
          name: person.name,
          fields: {
            ...profileOf(person, story),
            ...words,
            ...(worn === null ? {} : { wardrobe: worn }),
            look: dyed({ name: person.name, look: lookOf(person) }),
            voice: { ...voices.get(person.name), ...voice },
          },
        }
      }),
    })
    const notices = story.notices.cast
    const what = `Casting “${project.title}”`
    return {
      gives: { cast: story.cast.map(({ name }) => name), notices: notices.map(({ what: one }) => one), ...(asked.by ? { by: asked.by } : {}) },
      write: async (tx) => {
        await profiles(tx)
        await asked.write(tx)
        await tellRefused(stores, { project: project.id, what, link, refused: [...asked.refused, ...faults] }, tx)
        await tellPerson(
          stores,
          {
            project: project.id,
            code: 'CAST_ASSUMED',
            what: `${what}: something was assumed or left open.`,
            fix: 'Where it is wrong, correct the name or the description in the screenplay, or edit the character.',
            link,
            notices,
          },
          tx,
        )
      },
    }
  },
}) // prettier-ignore

/** What a model filled in of one person. */
type Filled = { look?: Partial<CharacterLook>; voice?: Record<string, unknown> } & Record<string, unknown>
const told = ({ better }: Asked, name: string): Filled => (Object.hasOwn(better, name) ? (better[name] ?? {}) : {})

const wishedLooks = ({ better }: Asked): Record<string, Partial<CharacterLook>> =>
  Object.fromEntries(Object.entries(better).map(([name, { look }]) => [name, look ?? {}]))
