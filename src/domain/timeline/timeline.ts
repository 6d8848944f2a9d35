import type { SpokenLine } from '@/domain/scene/sceneDraft'
import type { TransitionKind } from '@/domain/scene/vocabulary'
import { samplesPerFrame } from './timecode'

/** What the timeline needs of a scene document, in film order. */
export type TimelineScene = {
  id: string
  clipName: string
  /** Frames after the overlap of transitions; a transition's frames belong to the outgoing scene. */
  frames: number
  transitionIn: TransitionKind
  transitionOut: TransitionKind
  transitionSeconds: number
  dialogue: Pick<SpokenLine, 'character' | 'line' | 'startS' | 'endS' | 'dual'>[]
}

/**
 * One scene in the film. Its clip holds `headHandle + frames` frames: `cutIn` is the first of the scene itself,
 * `cutOut` the one after its last (half-open, frames of the clip).
 */
export type TimelineClip = {
  sceneId: string
  clipName: string
  /** Frames of the film. */
  startFrame: number
  frames: number
  headHandle: number
  tailHandle: number
  clipFrames: number
  cutIn: number
  cutOut: number
  /** How it goes over into the next scene; at the film's end a fade goes to black. `frames` is 0 for a cut. */
  transitionOut: { kind: TransitionKind; frames: number }
}

/** The picture track in order, by scene id; frames of the clip. Their frames add up to the film's. */
export type TimelineSegment =
  | { kind: 'body'; sceneId: string; fromFrame: number; frames: number }
  | { kind: 'black'; fade: 'in' | 'out'; sceneId: string; fromFrame: number; frames: number }
  | {
      kind: 'join'
      effect: Exclude<TransitionKind, 'cut'>
      outSceneId: string
      outFrom: number
      inSceneId: string
      inFrom: number
      frames: number
    }

/** One line of dialogue in the film; seconds and 48 kHz samples from the film's first frame. */
export type TimelineLine = {
  sceneId: string
  /** Index into the scene's `dialogue`. */
  index: number
  character: string
  line: string
  dual: SpokenLine['dual']
  startS: number
  endS: number
  startSample: number
  endSample: number
}

/** The one read model that preview, film, subtitles and every export come from. */
export type Timeline = {
  fps: number
  frames: number
  durationS: number
  samples: number
  clips: TimelineClip[]
  segments: TimelineSegment[]
  lines: TimelineLine[]
}

/** Builds the timeline. Transitions are shortened to a third of the shorter scene; the first and last may fade. */
export const timelineOf = (scenes: TimelineScene[], fps: number): Timeline => {
  let startFrame = 0
  const clips = scenes.map((scene, i): TimelineClip => {
    const { headHandle } = handlesOf(scenes, i, fps)
    const out = outOf(scene, scenes[i + 1], fps)
    const clip = {
      sceneId: scene.id,
      clipName: scene.clipName,
      startFrame,
      frames: scene.frames,
      headHandle,
      tailHandle: 0,
      clipFrames: headHandle + scene.frames,
      cutIn: headHandle,
      cutOut: headHandle + scene.frames,
      transitionOut: out,
    }
    startFrame += scene.frames
    return clip
  })
  return {
    fps,
    frames: startFrame,
    durationS: startFrame / fps,
    samples: Math.round(startFrame * samplesPerFrame(fps)),
    clips,
    segments: clips.flatMap((clip, i) => segmentsOf(clip, clips[i + 1], i === 0 ? opening(scenes[0], fps) : 0)),
    lines: clips.flatMap((clip, i) => linesOf(clip, scenes[i]?.dialogue ?? [], fps)),
  }
}

/** Handles that a clip must be rendered with, for the scene at `index`. */
export const handlesOf = (
  scenes: TimelineScene[],
  index: number,
  fps: number,
): { headHandle: number; tailHandle: number } => {
  const [before, scene] = [scenes[index - 1], scenes[index]]
  return { headHandle: before && scene ? transitionFrames(before, scene, fps) : 0, tailHandle: 0 }
}

const longest = 1 / 3
const wished = (scene: TimelineScene, fps: number) => Math.round(Math.max(0, scene.transitionSeconds) * fps)

const transitionFrames = (from: TimelineScene, to: TimelineScene, fps: number): number =>
  from.transitionOut === 'cut'
    ? 0
    : Math.max(0, Math.min(wished(from, fps), Math.floor(Math.min(from.frames, to.frames) * longest)))

const outOf = (scene: TimelineScene, next: TimelineScene | undefined, fps: number): TimelineClip['transitionOut'] => {
  const frames = next ? transitionFrames(scene, next, fps) : closing(scene, fps)
  return frames > 0 ? { kind: next ? scene.transitionOut : 'fade', frames } : { kind: 'cut', frames: 0 }
}

const atMost = (scene: TimelineScene, fps: number) =>
  Math.min(wished(scene, fps), Math.floor(scene.frames * longest), fps - 1)
const opening = (scene: TimelineScene | undefined, fps: number) =>
  scene?.transitionIn === 'fade' ? atMost(scene, fps) : 0
const closing = (scene: TimelineScene, fps: number) => (scene.transitionOut === 'fade' ? atMost(scene, fps) : 0)

const segmentsOf = (clip: TimelineClip, next: TimelineClip | undefined, fadeIn: number): TimelineSegment[] => {
  const { sceneId, cutIn, cutOut, transitionOut } = clip
  const bodyFrom = cutIn + fadeIn
  const bodyTo = cutOut - transitionOut.frames
  const segments: TimelineSegment[] = []
  if (fadeIn > 0) segments.push({ kind: 'black', fade: 'in', sceneId, fromFrame: cutIn, frames: fadeIn })
  if (bodyTo > bodyFrom) segments.push({ kind: 'body', sceneId, fromFrame: bodyFrom, frames: bodyTo - bodyFrom })
  if (transitionOut.frames > 0) segments.push(endOf(clip, next, bodyTo))
  return segments
}

const endOf = (
  { sceneId, transitionOut: { kind, frames } }: TimelineClip,
  next: TimelineClip | undefined,
  from: number,
): TimelineSegment =>
  next && kind !== 'cut'
    ? { kind: 'join', effect: kind, outSceneId: sceneId, outFrom: from, inSceneId: next.sceneId, inFrom: 0, frames }
    : { kind: 'black', fade: 'out', sceneId, fromFrame: from, frames }

const linesOf = (clip: TimelineClip, dialogue: TimelineScene['dialogue'], fps: number): TimelineLine[] => {
  const [from, to] = [clip.startFrame / fps, (clip.startFrame + clip.frames) / fps]
  return dialogue.map(({ character, line, dual, startS, endS }, index) => {
    const inFilm = (seconds: number) => Math.max(from, Math.min(to, from + seconds))
    const [start, end] = [inFilm(startS), inFilm(Math.max(startS, endS))]
    return {
      ...{ sceneId: clip.sceneId, index, character, line, dual, startS: start, endS: end },
      ...{ startSample: Math.round(start * 48_000), endSample: Math.round(end * 48_000) },
    }
  })
}
