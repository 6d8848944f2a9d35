import { propIn } from '@/domain/prop/propNouns'
import type { SceneDraft } from '@/domain/scene/sceneDraft'
import { actionSentences } from './actionSentences'
import { isNameHere, peopleOf } from './nameWords'
import { stateChangesIn, type PropState } from './propStates'
import type { SourceText } from './sourceLine'

type Words = { sourceLine: number; words: string }

/** One thing through the whole film: when it is seen, in whose hand, in which state, and where the text says so. */
export type PropLife = {
  noun: string
  /** Who has it in the hand first; '' when it only lies or stands. */
  owner: string
  firstScene: string
  lastScene: string
  /** Clip names. */
  scenes: string[]
  holders: { character: string; fromScene: string; toScene: string }[]
  states: (Words & { scene: string; state: string })[]
  evidence: Words[]
}

/** Lives in order of appearance, and the state of every thing in every scene: clip name → noun → "broken, wet". */
export type PropLives = { lives: PropLife[]; states: Map<string, Map<string, string>> }

const evidenceMax = 8
type Known = Map<string, Map<PropState['kind'], string>>
type Seen = { noun: string; text: string; line: number; changes: PropState[] }

/** Follows every prop of the scenes through the film. Time linear in the scenes. */
export const propLives = (scenes: readonly SceneDraft[], source: SourceText): PropLives => {
  const people = peopleOf(scenes)
  const lives = new Map<string, PropLife>()
  const states: PropLives['states'] = new Map()
  const known: Known = new Map()
  for (const scene of scenes) {
    const seen = seenIn(scene, { source, people })
    for (const { prop, heldBy } of scene.props) appear(lives, scene, { noun: prop, heldBy })
    for (const one of seen) note(lives.get(one.noun), scene, one)
    for (const { noun, changes } of seen) for (const change of changes) keep(known, noun, change)
    states.set(scene.clipName, statesNow(scene, known))
  }
  return { lives: [...lives.values()], states }
}

const seenIn = (scene: SceneDraft, { source, people }: { source: SourceText; people: readonly string[] }): Seen[] =>
  actionSentences(scene, source).flatMap(({ text, line }) => {
    const things = propIn(text).filter(({ word }) => !isNameHere(text, word, people))
    const changes = stateChangesIn(text, things)
    return things.map(({ noun }) => ({
      noun,
      text,
      line,
      changes: changes.filter((one) => one.noun === noun).map(({ change }) => change),
    }))
  })

const appear = (lives: Map<string, PropLife>, { clipName }: SceneDraft, { noun, heldBy }: { noun: string; heldBy: string }): void => {
  const life = lives.get(noun) ?? { noun, owner: '', firstScene: clipName, lastScene: clipName, scenes: [], holders: [], states: [], evidence: [] }
  lives.set(noun, life)
  if (life.scenes.at(-1) !== clipName) life.scenes.push(clipName)
  life.lastScene = clipName
  if (heldBy === '') return
  life.owner ||= heldBy
  const last = life.holders.at(-1)
  if (last?.character === heldBy) last.toScene = clipName
  else life.holders.push({ character: heldBy, fromScene: clipName, toScene: clipName })
} // prettier-ignore

const note = (life: PropLife | undefined, { clipName }: SceneDraft, { text, line, changes }: Seen): void => {
  if (!life) return
  const words = { sourceLine: line, words: text }
  if (life.evidence.length < evidenceMax) life.evidence.push(words)
  for (const { state } of changes) if (life.states.at(-1)?.state !== state) life.states.push({ scene: clipName, state, ...words })
} // prettier-ignore

const keep = (known: Known, noun: string, { kind, state }: PropState): void => {
  const kinds = known.get(noun) ?? new Map<PropState['kind'], string>()
  kinds.set(kind, state)
  known.set(noun, kinds)
}

/** What a scene's own words say of a thing comes first; then what was done to it before. */
const statesNow = ({ props }: SceneDraft, known: Known): Map<string, string> =>
  new Map(
    props.map(({ prop, state }) => {
      const kept = [...(known.get(prop)?.values() ?? [])].filter((one) => one !== 'mended')
      return [prop, [...new Set([state, ...kept])].filter((one) => one !== '').join(', ')]
    }),
  )
