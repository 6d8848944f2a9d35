import { timesOfDay, type TimeOfDay } from '@/domain/scene/vocabulary'
import { parseHeading } from '@/domain/screenplay/heading'
import type { Notice, ScreenplayElement } from '@/domain/screenplay/screenplay'
import { daysLater } from './daysLater'

/** When a heading plays. `aside` is what lies outside the line of the story ("FLASHBACK"); '' on it. */
export type StoryTime = { heading: number; line: number; day: number; timeOfDay: TimeOfDay; aside: string; why: string }
export type StoryDays = { times: StoryTime[]; notices: Notice[]; dayOf: (heading: number) => number }

const asides = /\b(FLASHBACK|FLASH ?FORWARD|DREAM(?: SEQUENCE)?|MEMORY|FANTASY|EARLIER|AGO|RUCKBLENDE)\b/
const atOnce = /\b(CONTINUOUS|CONT'D|CONTINUED|SAME(?: TIME)?|SIMULTANEOUS|MEANWHILE)\b/
/** What a heading says lies outside the line of the story: "FLASHBACK"; '' on it. */
export const asideOf = (heading: string): string => asides.exec(heading.toUpperCase())?.[0] ?? ''
/** A heading that goes on from the one before: CONTINUOUS, SAME. */
export const goesOn = (heading: string): boolean => atOnce.test(heading.toUpperCase())
const soon = /\b(LATER|MOMENTS)\b/
const vague = /^(DAY|DAYTIME|DAYLIGHT|TAG|JOUR|DIA|GIORNO)$/
const written = /^(?:SUPER|TITLE|CAPTION|CARD|CHYRON|SUBTITLE)\b/i

/**
 * The story day of every heading, from 1. A day passes where a heading says so ("NEXT MORNING", "TWO DAYS LATER", "DAY
 * 3"), or where it names an hour that lies before the last one ("NIGHT", then "MORNING"). CONTINUOUS and SAME cannot
 * change the hour: where one does, that is noted. Flashbacks and dreams do not move the clock.
 */
export const storyDays = (elements: readonly ScreenplayElement[]): StoryDays => {
  const clock: Clock = { day: 1, timeOfDay: null, times: [], notices: [] }
  for (const { type, text, line } of elements) {
    if (type === 'scene_heading') tick(clock, text, line)
    else if (type === 'action' || type === 'centered') readTitle(clock, text)
  }
  const days = new Map(clock.times.map(({ heading, day }) => [heading, day]))
  return { times: clock.times, notices: clock.notices, dayOf: (heading) => days.get(heading) ?? 1 }
}

type Clock = { day: number; timeOfDay: TimeOfDay | null; times: StoryTime[]; notices: Notice[] }

const tick = (clock: Clock, text: string, line: number): void => {
  const { timeOfDay, timeAsWritten } = parseHeading(text)
  const said = timeAsWritten.toUpperCase()
  const heading = clock.times.length + 1
  const aside = asideOf(text)
  const hour = timeOfDay ?? clock.timeOfDay ?? 'noon'
  if (aside !== '') {
    clock.times.push({ heading, line, day: clock.day, timeOfDay: hour, aside, why: `${aside}: outside the line of the story.` })
    return
  }
  if (contradicts(clock.timeOfDay, timeOfDay, said)) clock.notices.push(contradiction(clock.timeOfDay ?? hour, text, line))
  const { days, why } = passed(clock, { said, text, timeOfDay })
  clock.day = days.absolute ?? clock.day + (days.later ?? 0)
  clock.timeOfDay = hour
  clock.times.push({ heading, line, day: clock.day, timeOfDay: hour, aside, why })
} // prettier-ignore

/** CONTINUOUS with another hour than before; "DAY" has none. */
const contradicts = (before: TimeOfDay | null, now: TimeOfDay | null, said: string): boolean =>
  atOnce.test(said) &&
  before !== null &&
  now !== null &&
  now !== before &&
  !/\b(?:DAY|TAG|JOUR|DIA|GIORNO)\b/.test(said)

type Read = { said: string; text: string; timeOfDay: TimeOfDay | null }
type Passed = { days: { absolute?: number; later?: number }; why: string }

const passed = (clock: Clock, { said, text, timeOfDay }: Read): Passed => {
  const numbered = /\bDAY (\d{1,3})\b/.exec(text.toUpperCase())?.[1]
  if (numbered !== undefined && Number(numbered) >= clock.day) return { days: { absolute: Number(numbered) }, why: `The heading says day ${numbered}.` } // prettier-ignore
  const later = daysLater(text)
  if (later > 0) return { days: { later }, why: `The heading says “${said.toLowerCase()}”.` }
  if (atOnce.test(said) || timeOfDay === null) return { days: {}, why: 'The clock goes on.' }
  if (clock.timeOfDay !== null && isBefore(timeOfDay, clock.timeOfDay, vague.test(said)))
    return { days: { later: 1 }, why: `${timeOfDay} comes after ${clock.timeOfDay}${soon.test(said) ? ', later' : ''}: a day has passed.` } // prettier-ignore
  return { days: {}, why: 'The same day.' }
}

/** "DAY" has no hour of its own: it may follow any hour of daylight. */
const isBefore = (now: TimeOfDay, last: TimeOfDay, isVague: boolean): boolean =>
  timesOfDay.indexOf(now) < timesOfDay.indexOf(last) && !(isVague && last === 'afternoon')

/** "SUPER: Ten years later" and "TEN YEARS LATER" alone: from this heading on. */
const readTitle = (clock: Clock, text: string): void => {
  const current = clock.times.at(-1)
  const title = written.test(text) || (text === text.toUpperCase() && text.length < 60)
  const later = title ? daysLater(text) : 0
  if (!current || later === 0 || current.aside !== '') return
  clock.day += later
  current.day = clock.day
  current.why = `A title says “${text.trim()}”.`
}

const contradiction = (before: TimeOfDay, text: string, line: number): Notice => ({
  code: 'STORY_TIME_CONTRADICTED',
  line,
  what: `“${text}” goes on from ${before} and names another hour; it is taken for the same day.`,
})
