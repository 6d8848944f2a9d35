import type { SceneDraft } from '@/domain/scene/sceneDraft'
import type { TimeOfDay } from '@/domain/scene/vocabulary'
import type { Notice } from '@/domain/screenplay/screenplay'
import type { Told } from '@/domain/cast/told'
import type { CastMember } from './castMember'
import type { MentionedPlace } from './places/mentionedPlaces'

type Read = {
  scenes: readonly SceneDraft[]
  told: readonly Told[]
  cast: readonly CastMember[]
  mentioned: readonly MentionedPlace[]
}

/** What the text leaves open and a film must still decide, each said once: who is never described, which hour it is. */
export const openQuestions = (read: Read): { cast: Notice[]; world: Notice[] } => ({
  cast: [...neverDescribed(read), ...nobodySeen(read), ...namesThatAreThings(read)],
  world: [...onlySpokenOf(read), ...hoursAgainstHeadings(read.scenes), ...longHeadings(read.scenes)],
})

const namedMost = 8
const listed = (names: readonly string[]): string =>
  names.length <= namedMost
    ? names.join(', ')
    : `${names.slice(0, namedMost).join(', ')} and ${String(names.length - namedMost)} more`

const neverDescribed = ({ cast, scenes }: Read): Notice[] => {
  const silent = cast.filter(({ look }) => look.evidence.length === 0).map(({ name }) => name)
  if (silent.length === 0) return []
  const line = scenes.find(({ charactersPresent }) => charactersPresent.includes(silent[0] ?? ''))?.fromLine ?? 1
  return [
    {
      code: 'CAST_NOT_DESCRIBED',
      line,
      what: `Never described: ${listed(silent)}. Age, hair and clothes were chosen, the same every time.`,
    },
  ]
}

/** A film of several scenes in which nobody is seen: names were not recognised as such, or there is nobody. */
const nobodySeen = ({ cast, scenes }: Read): Notice[] =>
  cast.length > 0 || scenes.length < 2
    ? []
    : [
        {
          code: 'CAST_EMPTY',
          line: scenes[0]?.fromLine ?? 1,
          what: 'Nobody speaks and no name stands in capitals, so the film shows places alone. Write a name in capitals where its person first appears.',
        },
      ]

/** "ROSE … a rose": the word in small letters is taken for the thing. */
const namesThatAreThings = ({ cast, told }: Read): Notice[] =>
  cast.flatMap(({ name }) => {
    if (!/^\p{Lu}{3,}$/u.test(name)) return []
    const thing = new RegExp(`\\b(?:an?|the|his|her|their|this|that|one|which) ${name.toLowerCase()}\\b`)
    const found = told.find(({ text }) => thing.test(text))
    if (!found) return []
    const what = `${name} is a person, and a ${name.toLowerCase()} is a thing here: in small letters after “a” or “the” it is taken for the thing.`
    return [{ code: 'CAST_NAME_IS_THING', line: found.line, what }]
  })

const onlySpokenOf = ({ mentioned }: Read): Notice[] =>
  mentioned.map(({ name, line, by }) => ({
    code: 'STORY_PLACE_SPOKEN_OF',
    line,
    what: `${name} is only spoken of (by ${by}): no set was built for it.`,
  }))

/** Words that are true at some hours only. */
const hours: readonly { says: RegExp; fits: readonly TimeOfDay[] }[] = [
  { says: /\b(?:noon|midday)\b|\bsun (?:stands|burns|is) (?:high|overhead)\b|\b(?:blazing|bright|hot) sun(?:light)?\b|\bsunlight\b/i, fits: ['dawn', 'morning', 'noon', 'afternoon', 'evening'] },
  { says: /\b(?:midnight|moonlight|starlight|stars (?:shine|glitter|come out)|full moon)\b/i, fits: ['night', 'twilight', 'evening', 'dawn'] },
  { says: /\bsunrise\b|\bsun (?:rises|comes up)\b/i, fits: ['dawn', 'morning'] },
  { says: /\bsunset\b|\bsun (?:sets|goes down|sinks)\b/i, fits: ['evening', 'twilight', 'afternoon'] },
] // prettier-ignore

const hoursAgainstHeadings = (scenes: readonly SceneDraft[]): Notice[] => {
  const told = new Set<string>()
  return scenes.flatMap(({ action, heading, timeOfDay, fromLine, sceneNumber }) => {
    const against = hours.find(({ says, fits }) => !fits.includes(timeOfDay) && says.test(action))
    if (!against || heading === '' || told.has(sceneNumber)) return []
    told.add(sceneNumber)
    const words = against.says.exec(action)?.[0] ?? ''
    return [
      {
        code: 'STORY_HOUR_CONTRADICTED',
        line: fromLine,
        what: `“${heading}” is ${timeOfDay}, and the action says “${words}”: the heading holds.`,
      },
    ]
  })
}

/** A heading of more than this is a set nobody leaves for very long. */
const longMost = 300

const longHeadings = (scenes: readonly SceneDraft[]): Notice[] => {
  const lengths = new Map<string, { seconds: number; count: number; first: SceneDraft }>()
  for (const scene of scenes) {
    const known = lengths.get(scene.sceneNumber) ?? { seconds: 0, count: 0, first: scene }
    lengths.set(scene.sceneNumber, { ...known, seconds: known.seconds + scene.durationS, count: known.count + 1 })
  }
  return [...lengths.values()]
    .filter(({ seconds }) => seconds > longMost)
    .map(({ seconds, count, first }) => ({
      code: 'STORY_SCENE_LONG',
      line: first.fromLine,
      what: `“${first.heading}” lasts ${String(Math.round(seconds / 60))} minutes in one place: it was cut into ${String(count)} scene documents, whose pictures are alike.`,
    }))
}
