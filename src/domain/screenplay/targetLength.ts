import { limits } from '@/domain/limits'
import type { SceneDraft } from '@/domain/scene/sceneDraft'
import { leastSeconds } from './timing'

/** Another length for one scene document, in frames, inside 3–7 s and never below what its words need. */
export type Trim = { sequenceNumber: number; clipName: string; fromFrames: number; toFrames: number }

/** How a film could meet its target length; nothing is changed by it. Seconds. */
export type TargetProposal = {
  targetS: number
  lengthS: number
  trims: Trim[]
  /** Scenes without words that could be left out, the least tense first; never the only one of a heading. */
  leaveOut: { sequenceNumber: number; clipName: string; seconds: number }[]
  /** What is still over (positive) or missing (negative) when everything proposed is done. */
  remainsS: number
  /** One sentence for a person. */
  says: string
}

type Timed = Pick<SceneDraft, 'sequenceNumber' | 'clipName' | 'sceneNumber' | 'frames' | 'dialogue' | 'tension'>

/** Proposes trims and scenes to leave out for a target length. Dialogue is never cut. */
export const proposeForTarget = (scenes: readonly Timed[], targetS: number, fps: number): TargetProposal => {
  const length = scenes.reduce((sum, scene) => sum + scene.frames, 0)
  const target = Math.round(targetS * fps)
  const { trims, over } =
    target < length ? shorten(scenes, length - target, fps) : lengthen(scenes, target - length, fps)
  const { leaveOut, rest } = over > 0 ? leaveScenesOut(scenes, { over, trims, fps }) : { leaveOut: [], rest: over }
  const remainsS = Math.round((rest / fps) * 100) / 100
  return { targetS, lengthS: length / fps, trims, leaveOut, remainsS, says: sayWhatRemains(remainsS) }
}

/** The scenes with the proposed trims; nothing is left out, for that is a person's choice. */
export const trimScenes = <T extends Timed & { durationS: number }>(
  scenes: readonly T[],
  { trims }: TargetProposal,
  fps: number,
): T[] => {
  const frames = new Map(trims.map(({ sequenceNumber, toFrames }) => [sequenceNumber, toFrames]))
  return scenes.map((scene) => {
    const length = frames.get(scene.sequenceNumber)
    return length === undefined ? scene : { ...scene, frames: length, durationS: length / fps }
  })
}

/** What a person is told of a target length: what was trimmed, what could be left out, what does not fit. */
export const targetNotices = ({ targetS, lengthS, trims, leaveOut, remainsS, says }: TargetProposal): string[] => {
  const seconds = (value: number) => `${(Math.round(value * 10) / 10).toString()} s`
  const spare = leaveOut.reduce((sum, one) => sum + one.seconds, 0)
  const trimmed = lengthS > targetS ? 'shortened' : 'lengthened'
  return [
    `${String(trims.length)} scenes were ${trimmed} for the target of ${seconds(targetS)} (untouched the film lasts ${seconds(lengthS)}).`,
    ...(leaveOut.length > 0
      ? [
          `It still lasts ${seconds(spare)} too long. These scenes without words could be left out: ${leaveOut.map((one) => one.clipName).join(', ')}.`,
        ]
      : []),
    ...(remainsS !== 0 ? [says] : []),
  ]
}

const leastFrames = ({ dialogue }: Timed, fps: number): number => Math.ceil(leastSeconds(dialogue) * fps)

const shorten = (scenes: readonly Timed[], wish: number, fps: number): { trims: Trim[]; over: number } => {
  const slack = scenes.map((scene) => Math.max(0, scene.frames - leastFrames(scene, fps)))
  const all = slack.reduce((sum, one) => sum + one, 0)
  const share = all === 0 ? 0 : Math.min(1, wish / all)
  return spread(scenes, { room: slack.map((one) => -one), share, wish })
}

const lengthen = (scenes: readonly Timed[], wish: number, fps: number): { trims: Trim[]; over: number } => {
  const room = scenes.map((scene) => limits.sceneSecondsMax * fps - scene.frames)
  const all = room.reduce((sum, one) => sum + one, 0)
  const { trims, over } = spread(scenes, { room, share: all === 0 ? 0 : Math.min(1, wish / all), wish })
  return { trims, over: 0 - over }
}

type Spread = { room: number[]; share: number; wish: number }

/** Gives every scene its share of the wish, whole frames, the rest to the first that have room. */
const spread = (scenes: readonly Timed[], { room, share, wish }: Spread): { trims: Trim[]; over: number } => {
  const parts = room.map((one) => Math.trunc(one * share))
  let left = wish - parts.reduce((sum, part) => sum + Math.abs(part), 0)
  for (let at = 0; at < parts.length && left > 0; at += 1) {
    const part = parts[at] ?? 0
    const most = room[at] ?? 0
    const step = Math.min(left, Math.abs(most) - Math.abs(part), 1)
    parts[at] = part + Math.sign(most) * step
    left -= step
  }
  const trims = scenes.flatMap(({ sequenceNumber, clipName, frames }, at) => {
    const part = parts[at] ?? 0
    return part === 0 ? [] : [{ sequenceNumber, clipName, fromFrames: frames, toFrames: frames + part }]
  })
  return { trims, over: left }
}

const leaveScenesOut = (
  scenes: readonly Timed[],
  { over, trims, fps }: { over: number; trims: Trim[]; fps: number },
) => {
  const length = new Map(trims.map((trim) => [trim.sequenceNumber, trim.toFrames]))
  const inHeading = new Map<string, number>()
  for (const { sceneNumber } of scenes) inHeading.set(sceneNumber, (inHeading.get(sceneNumber) ?? 0) + 1)
  const leaveOut: TargetProposal['leaveOut'] = []
  let rest = over
  const silent = scenes
    .filter(({ dialogue }) => dialogue.length === 0)
    .sort((a, b) => a.tension - b.tension || b.sequenceNumber - a.sequenceNumber)
  for (const { sequenceNumber, clipName, sceneNumber, frames } of silent) {
    const others = inHeading.get(sceneNumber) ?? 1
    if (rest <= 0) break
    if (others < 2) continue
    inHeading.set(sceneNumber, others - 1)
    const own = length.get(sequenceNumber) ?? frames
    leaveOut.push({ sequenceNumber, clipName, seconds: own / fps })
    rest -= own
  }
  return { leaveOut, rest: Math.max(0, rest) }
}

const sayWhatRemains = (remainsS: number): string => {
  if (remainsS > 0)
    return `The film stays ${String(remainsS)} s too long: what is left is dialogue, which is never cut.`
  if (remainsS < 0)
    return `The film stays ${String(-remainsS)} s too short: no scene may last longer than ${String(limits.sceneSecondsMax)} s.`
  return 'With these changes the film has its target length.'
}
