import type { TimeOfDay } from '@/domain/scene/vocabulary'
import { parseHeading } from '@/domain/screenplay/heading'
import { asideOf, goesOn } from '@/domain/story/time/storyDays'
import { whereIs, type Contradiction, type Held, type JudgedScene } from './judgedScene'

const sky = /^Scenes? (\S+?)(?: to (\S+?))?: (\w+) of day \d+, \w+\.$/

/** Hours that cannot be taken for each other; between day and night lie hours that go with both. */
const lightOf: Record<TimeOfDay, 'day' | 'night' | 'between'> = {
  dawn: 'between', morning: 'day', noon: 'day', afternoon: 'day', evening: 'between', twilight: 'night', night: 'night',
} // prettier-ignore

const breaks = (one: TimeOfDay, other: TimeOfDay): boolean =>
  lightOf[one] !== 'between' && lightOf[other] !== 'between' && lightOf[one] !== lightOf[other]

/** Day does not become night inside one scene or over CONTINUOUS, nor against the hour the bible has for the scene. */
export const brokenTime = (held: Held): Contradiction[] => {
  const { scene } = held
  if (asideOf(scene.heading) !== '') return []
  const written = parseHeading(scene.heading).timeOfDay === scene.timeOfDay
  const found = againstBefore(held) ?? againstBible(held)
  return found === null ? [] : [{ evidence: found, written }]
}

const againstBefore = ({ scene, before }: Held): string | null => {
  const last = before.at(-1)
  if (!last || asideOf(last.heading) !== '') return null
  if (last.sceneNumber !== scene.sceneNumber && !goesOn(scene.heading)) return null
  return breaks(last.timeOfDay, scene.timeOfDay)
    ? `It is ${last.timeOfDay} in ${whereIs(last)} and ${scene.timeOfDay} in ${whereIs(scene)}, which goes on from it.`
    : null
}

const againstBible = ({ scene, bible }: Held): string | null => {
  const skies = bible.rules.flatMap(({ rule, source }) => {
    const [, from = '', to = from, hour = ''] = sky.exec(rule) ?? []
    return from !== '' && lies(scene, from, to) ? [{ rule, source, hour: hour as TimeOfDay }] : []
  })
  const [first] = skies
  return first && skies.every(({ hour }) => breaks(hour, scene.timeOfDay))
    ? `“${first.rule}” (${first.source}); it is ${scene.timeOfDay} in ${whereIs(scene)}.`
    : null
}

const lies = ({ sceneNumber }: JudgedScene, from: string, to: string): boolean => {
  const [own, least, most] = [sceneNumber, from, to].map(placeOf)
  return own !== undefined && least !== undefined && most !== undefined && own >= least && own <= most
}

/** "12A" lies between 12 and 13. */
const placeOf = (number: string): number => {
  const [, count = '0', letter = ''] = /^(\d+)([A-Z]?)/i.exec(number) ?? []
  return Number(count) + (letter === '' ? 0 : (letter.toUpperCase().charCodeAt(0) - 64) / 100)
}
