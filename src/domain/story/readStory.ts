import { castOf } from '@/domain/cast/castOf'
import { readCast } from '@/domain/cast/castReading'
import { chooseLooks } from '@/domain/cast/chooseLooks'
import type { People } from '@/domain/cast/people/peopleOf'
import { kinOfNames } from '@/domain/cast/relations/kinOfNames'
import { relationsIn, type Relation } from '@/domain/cast/relations/relationsIn'
import type { Told } from '@/domain/cast/told'
import { variantsOf } from '@/domain/cast/variantsOf'
import type { SceneDraft } from '@/domain/scene/sceneDraft'
import type { Notice, ScreenplayElement } from '@/domain/screenplay/screenplay'
import { acquaintancesOf, type Acquaintance } from './acquaintances'
import type { CastMember } from './castMember'
import { openQuestions } from './openQuestions'
import { mentionedPlaces, type MentionedPlace } from './places/mentionedPlaces'
import type { Places } from './places/placesOf'
import { aliveAfter, deathsIn, type Death } from './rules/deathsIn'
import { worldRulesIn, type WorldRule } from './rules/worldRulesIn'
import { storyDays, type StoryDays } from './time/storyDays'
import { worldOf, type World } from './worldOf'

/** Everything character and world departments know of a screenplay. The same text gives the same story. */
export type Story = {
  cast: CastMember[]
  relations: Relation[]
  acquaintances: Acquaintance[]
  world: World
  places: Places
  days: StoryDays
  rules: WorldRule[]
  deaths: Death[]
  mentioned: MentionedPlace[]
  /** What was assumed or left open, for a person to look at. */
  notices: { cast: Notice[]; world: Notice[] }
}

type Read = { elements: readonly ScreenplayElement[]; scenes: readonly SceneDraft[]; people: People; places: Places }

/** Reads a screenplay as the character and the world department do. Linear in the text but for comparing names. */
export const readStory = ({ elements, scenes, people, places }: Read): Story => {
  const days = storyDays(elements)
  const reading = readCast(elements, people, days.dayOf)
  const facts = castOf(scenes, reading)
  const looks = chooseLooks(facts)
  const cast = facts.flatMap((one): CastMember[] => {
    const look = looks.get(one.name)
    return look ? [{ ...one, look, variants: variantsOf(look, one.appearance.changes, scenes) }] : []
  })
  const names = new Set(cast.map(({ name }) => name))
  const related = [...kinOfNames(people.people, people.nameOf), ...relationsIn(reading.told, reading.mentions)]
  const relations = related.filter(({ from, to }) => names.has(from) && (to === '' || names.has(to)))
  const world = withLines(worldOf(scenes), reading.told)
  const deaths = deathsIn(reading.told, reading.mentions)
  const inStory = (heading: number) => days.times[heading - 1]?.aside === ''
  const alive = aliveAfter(deaths, reading.told, inStory)
  const mentioned = mentionedPlaces(reading.told, {
    places: places.places.flatMap(({ name, aliases }) => [name, ...aliases]),
    mentions: reading.mentions,
  })
  const open = openQuestions({ scenes, told: reading.told, cast, mentioned })
  return {
    cast, relations, world, places, days, deaths,
    acquaintances: acquaintancesOf(reading.told.filter(({ by }) => names.has(by)), world.relationships, relations),
    rules: worldRulesIn(reading.told),
    mentioned,
    notices: {
      cast: [...people.notices, ...cast.flatMap(noticesOf), ...open.cast],
      world: [...places.notices, ...days.notices, ...alive.map(({ death, line }) => deadSpeaks(death, line)), ...open.world],
    },
  } // prettier-ignore
}

/** A scene begins at its first word; a sentence of it is given the line it stands in. */
const withLines = (world: World, told: readonly Told[]): World => {
  const lines = new Map<string, number[]>()
  for (const { kind, text, line } of told) {
    const known = lines.get(text) ?? []
    if (kind === 'action') known.push(line)
    lines.set(text, known)
  }
  const lineOf = (text: string, from: number) =>
    lines.get(text.replace(/\s+/g, ' '))?.find((line) => line >= from) ?? from
  return {
    ...world,
    places: world.places.map((place) => ({
      ...place,
      sentences: place.sentences.map(({ text, line }) => ({ text, line: lineOf(text, line) })),
    })),
  }
}

const noticesOf = ({ name, appearance, variants }: CastMember): Notice[] => [
  ...appearance.contradictions.map(({ about, first, firstLine, second, secondLine }) => ({
    code: 'CAST_CONTRADICTED',
    line: secondLine,
    what: `${name} is described twice (${about}): “${first}” (line ${String(firstLine)}) holds, “${second}” (line ${String(secondLine)}) does not.`,
  })),
  ...variants.map(({ name: variant, fromSequence, description }) => ({
    code: 'CAST_VARIANT_OFFERED',
    line: 0,
    what: `${name} looks different from scene document ${String(fromSequence)} on (${variant}): ${description}`,
  })),
]

const deadSpeaks = ({ name, line: died }: Death, line: number): Notice => ({
  code: 'STORY_DEAD_SPEAKS',
  line,
  what: `${name} is dead from line ${String(died)} and speaks in the picture at line ${String(line)}.`,
})
