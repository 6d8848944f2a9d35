import { actionWords } from '@/domain/grammar/actionWords'
import { bodyWords, crossingIn, restIn } from '@/domain/grammar/bodyWords'
import type { Blocking } from '@/domain/scene/sceneDraft'
import type { Facing, Pose } from '@/domain/scene/vocabulary'

/** What bodies do for longer than a sentence. */
export type Bodies = {
  /** How those rest who do not stand. */
  resting: Map<string, Pose>
  /** Who is on the telephone. */
  calling: Set<string>
  /** Holder → noun. */
  held: Map<string, string>
  /** Who went out of the picture, and which way. */
  ways: Map<string, Facing>
}

/** Everybody stands with empty hands; only the ways people went are kept from the place before. */
export const bodiesAfter = (before: Pick<Bodies, 'ways'> | null): Bodies => ({
  resting: new Map(),
  calling: new Set(),
  held: new Map(),
  ways: before?.ways ?? new Map<string, Facing>(),
})

type Sentence = { text: string; people: readonly string[] }

/** Plays a sentence of action: who sits, kneels or lies does so until the words say that they rise or go; a call lasts
 *  until it is hung up. */
export const moveBodies = (bodies: Bodies, { text, people }: Sentence): void => {
  const [doer] = people
  if (doer === undefined) return
  const rest = restIn(text)
  const going = actionWords.walks.test(text) || actionWords.runs.test(text)
  for (const name of joined(text) ? people : [doer]) {
    if (rest !== null && rest !== 'stand') bodies.resting.set(name, rest)
    else if (rest === 'stand' || going) bodies.resting.delete(name)
  }
  if (bodyWords.hangsUp.test(text)) hangUp(bodies, doer)
  else lift(bodies, text, doer)
}

/** "Mara and Tom sit": what "and" joins does the same. */
const joined = (text: string): boolean => /\b(?:and|both|together)\b/i.test(text)

const isTelephone = (noun: string | undefined): boolean => noun === 'phone' || noun === 'mobile'

/** Whoever hung up has done so when the piece is over. */
export const hangUp = ({ calling, held }: Bodies, name: string): void => {
  calling.delete(name)
  if (isTelephone(held.get(name))) held.delete(name)
}

/** Whoever these words put on the telephone has it in the hand: a receiver, unless the words say mobile. */
export const lift = ({ calling, held }: Bodies, text: string, name: string): void => {
  if (!bodyWords.calls.test(text)) return
  calling.add(name)
  const mobile = bodyWords.mobile.test(text)
  if (mobile || !isTelephone(held.get(name))) held.set(name, mobile ? 'mobile' : 'phone')
}

type Voice = { character: string; extension: string }

/** A voice on the telephone is heard by whoever acts or is there: they have the receiver at the ear. */
export const hearCalls = (
  bodies: Bodies,
  voices: readonly Voice[],
  { doers, here }: { doers: readonly string[]; here: ReadonlySet<string> },
): void => {
  const caller = voices.find(({ extension }) =>
    /\b(?:tele)?phone|\bcell\b|\bmobile\b|\bon (?:the )?line\b/i.test(extension),
  )
  if (!caller) return
  const listeners = [...bodies.calling, ...doers, ...here].filter((name) => name !== caller.character)
  if (listeners[0] !== undefined) lift(bodies, 'on the phone', listeners[0])
}

/** Comes in or goes out: the first of a sentence, and with them all that "and" joins to them; the last word counts. */
export const crossingOf = (name: string, sentences: readonly Sentence[]): NonNullable<Blocking['crossing']> | null =>
  sentences
    .filter(({ text, people }) => people[0] === name || (people.includes(name) && joined(text)))
    .map(({ text }) => crossingIn(text))
    .findLast((way) => way !== null) ?? null

/** Who went out to the right comes in from the left. */
export const rememberWays = ({ ways }: Bodies, blocking: readonly Blocking[]): void => {
  for (const { character, crossing, facing } of blocking) {
    if (crossing === 'leaves' && facing.startsWith('screen')) ways.set(character, facing)
    if (crossing === 'enters') ways.delete(character)
  }
}
