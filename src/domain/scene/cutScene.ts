import { StudioError } from '../errors/StudioError'
import { limits } from '../limits'
import { sentencesOf } from '../screenplay/sentences'

type Timed = { atS?: number | null }
type Line = { character?: string | null; line?: string | null; startS?: number | null; endS?: number | null }

/** What cutting and joining touch of a scene document; everything else goes with the first piece. Seconds and frames. */
export type CutScene = {
  clipName: string
  heading: string
  location: string
  frames: number
  action: string
  screenplayText: string
  dialogue: Line[]
  effects: Timed[]
  charactersPresent: string[]
  voices: string[]
  blocking: { character?: string | null }[]
  props: { prop?: string | null }[]
  transitionIn: string | null
  transitionOut: string | null
  transitionSeconds: number | null
  fromLine: number | null
  toLine: number | null
}

/** Fields that are written; a scene that stays as it was is not among them. */
export type CutFields = Partial<CutScene> & { durationS: number }

const shortest = (fps: number) => Math.ceil(limits.sceneSecondsMin * fps)
const longest = (fps: number) => Math.floor(limits.sceneSecondsMax * fps)
const seconds = (frames: number, fps: number) => Math.round((1000 * frames) / fps) / 1000

/** Divides a scene in two at a moment, seconds from its first frame. Fails: SPLIT_REFUSED. */
export const splitScene = (
  scene: CutScene,
  { atS, fps }: { atS: number; fps: number },
): { first: CutFields; second: CutFields } => {
  const at = Math.round(atS * fps)
  const [low, high] = [Math.max(shortest(fps), scene.frames - longest(fps)), Math.min(longest(fps), scene.frames - shortest(fps))] // prettier-ignore
  if (low > high) throw splitRefused(scene, `It lasts ${said(scene.frames, fps)}, and both pieces must last 3 to 7 s.`)
  if (at < low || at > high)
    throw splitRefused(scene, `Both pieces must last 3 to 7 s, so it can be cut from ${said(low, fps)} to ${said(high, fps)}.`) // prettier-ignore
  const moment = at / fps
  const spoken = scene.dialogue.find(
    ({ startS, endS }) => (startS ?? 0) < moment - slack && (endS ?? 0) > moment + slack,
  )
  if (spoken)
    throw splitRefused(
      scene,
      `${spoken.character ?? 'Somebody'} is saying “${(spoken.line ?? '').slice(0, 60)}” from ${String(spoken.startS)} to ${String(spoken.endS)} s.`,
    )
  const share = at / scene.frames
  const [action, actionAfter] = divided(sentencesIn(scene.action), share)
  const [text, textAfter] = divided(scene.screenplayText.split(/\n{2,}/), share, '\n\n')
  const isBefore = ({ startS }: Line) => (startS ?? 0) < moment - slack
  return {
    first: {
      frames: at, durationS: seconds(at, fps), action, screenplayText: text,
      dialogue: scene.dialogue.filter(isBefore),
      effects: scene.effects.filter(({ atS: when }) => (when ?? 0) < moment),
      transitionOut: 'cut', transitionSeconds: 0,
    },
    second: {
      frames: scene.frames - at, durationS: seconds(scene.frames - at, fps), action: actionAfter, screenplayText: textAfter,
      dialogue: scene.dialogue.filter((line) => !isBefore(line)).map((line) => later(line, -moment)),
      effects: scene.effects.filter(({ atS: when }) => (when ?? 0) >= moment).map((one) => ({ ...one, atS: rounded((one.atS ?? 0) - moment) })),
      transitionIn: 'cut',
    },
  } // prettier-ignore
}

/** Makes one scene of two neighbours: the camera and people of the first, what happens in both. Fails: MERGE_REFUSED. */
export const mergeScenes = (first: CutScene, second: CutScene, fps: number): CutFields => {
  const frames = first.frames + second.frames
  if (first.heading !== second.heading || first.location !== second.location)
    throw mergeRefused(first, second, 'They stand under two headings, and one picture shows one place.')
  if (frames > longest(fps))
    throw mergeRefused(first, second, `Together they last ${said(frames, fps)}; a scene lasts at most 7 s.`)
  const starts = first.frames / fps
  return {
    frames, durationS: seconds(frames, fps),
    action: joined(first.action, second.action, first.action.includes(second.action) ? '' : '\n\n'),
    screenplayText: joined(first.screenplayText, second.screenplayText, first.screenplayText === second.screenplayText ? '' : '\n\n'),
    dialogue: [...first.dialogue, ...second.dialogue.map((line) => later(line, starts))],
    effects: [...first.effects, ...second.effects.map((one) => ({ ...one, atS: rounded((one.atS ?? 0) + starts) }))],
    charactersPresent: [...new Set([...first.charactersPresent, ...second.charactersPresent])],
    voices: [...new Set([...first.voices, ...second.voices])],
    blocking: added(first.blocking, second.blocking, ({ character }) => character),
    props: added(first.props, second.props, ({ prop }) => prop),
    transitionOut: second.transitionOut, transitionSeconds: second.transitionSeconds, toLine: second.toLine,
  } // prettier-ignore
}

/** Words end this near to a cut without being cut, seconds. */
const slack = 0.02
const rounded = (value: number) => Math.round(1000 * value) / 1000
const said = (frames: number, fps: number) => `${String(Math.round((100 * frames) / fps) / 100)} s`
const later = (line: Line, by: number): Line => ({
  ...line,
  startS: rounded((line.startS ?? 0) + by),
  endS: rounded((line.endS ?? 0) + by),
})
const sentencesIn = (text: string): string[] => sentencesOf(text).map(({ from, to }) => text.slice(from, to))

/** The parts nearest to a share of them, and the rest; a single part is in both. */
const divided = (parts: readonly string[], share: number, gap = ' '): [string, string] => {
  const [only = ''] = parts
  if (parts.length < 2) return [only, only]
  const at = Math.min(parts.length - 1, Math.max(1, Math.round(parts.length * share)))
  return [parts.slice(0, at).join(gap), parts.slice(at).join(gap)]
}

const joined = (first: string, second: string, gap: string): string =>
  gap === '' || second === '' ? first : first === '' ? second : `${first}${gap}${second}`

const added = <T>(first: T[], second: T[], nameOf: (one: T) => unknown): T[] => [
  ...first,
  ...second.filter((one) => first.every((other) => nameOf(other) !== nameOf(one))),
]

const splitRefused = ({ clipName }: CutScene, why: string) =>
  new StudioError({
    code: 'SPLIT_REFUSED',
    what: `${clipName} was not split.`,
    why,
    fix: 'Choose another moment between two lines.',
    field: 'atS',
  })
const mergeRefused = (first: CutScene, second: CutScene, why: string) =>
  new StudioError({
    code: 'MERGE_REFUSED',
    what: `${first.clipName} and ${second.clipName} were not made one.`,
    why,
    fix: 'Merge only scenes that follow each other under one heading and last at most 7 s together.',
    field: 'with',
  })
