import { seedOf } from '@/domain/seed'
import type { MusicMood } from './soundCuesOf'
import type { PlannedSound } from './plannedSound'

/** A scene as the composer sees it. `talkS`: seconds in which somebody speaks; `mood` null: no music here. */
export type ScoredScene = {
  startS: number
  endS: number
  heading: string
  mood: MusicMood | null
  tension: number
  talkS: number
  firstWordS: number | null
  lastWordS: number | null
}

export const score = {
  /** A block of one heading with at most this share of speech is carried by music. */
  talkShareMost: 0.5,
  /** So is one that reaches this tension. */
  tensionLeast: 0.62,
  /** The opening music stays this long under the first words, then leaves. */
  underFirstWordsS: 2.5,
  /** The last music enters this long before the last block ends, on its last words at the latest. */
  endingS: 14,
  /** Nothing shorter is begun; nothing plays longer without a rest. */
  cueLeastS: 4,
  cueMostS: 45,
  restS: 4,
  fadeInS: 1.2,
  fadeOutS: 1.8,
  gainDb: -8,
} as const

type Block = { startS: number; endS: number; scenes: ScoredScene[] }
type Stretch = { startS: number; endS: number; mood: MusicMood }

/**
 * Where music plays: it opens the film and leaves under the first words, carries blocks of few words or high tension,
 * and returns for the end. Between them there is none; one cue has one mood and at most 45 s.
 */
export const musicCues = (scenes: readonly ScoredScene[], endS: number): PlannedSound[] => {
  const blocks = blocksOf(scenes)
  const wished = blocks.flatMap((block, i) => stretchOf(block, { first: i === 0, last: i === blocks.length - 1 }))
  return rested(joined(wished))
    .filter(({ startS, endS: to }) => to - startS >= score.cueLeastS)
    .map(({ startS, endS: to, mood }) => ({
      stem: 'music',
      request: { kind: 'music', mood, durationS: to - startS <= 24 ? 24 : 48, seed: seedOf(mood) },
      startS: Math.max(0, startS),
      endS: Math.min(endS, to),
      gainDb: score.gainDb,
      fadeInS: startS <= 0 ? 0.3 : score.fadeInS,
      fadeOutS: score.fadeOutS,
      loop: true,
    }))
}

/** Neighbours under one heading; a scene that wants no music parts them. */
const blocksOf = (scenes: readonly ScoredScene[]): Block[] => {
  const blocks: Block[] = []
  for (const scene of scenes) {
    const block = blocks.at(-1)
    const first = block?.scenes[0]
    if (block && first?.heading === scene.heading && (first.mood === null) === (scene.mood === null)) {
      block.scenes.push(scene)
      block.endS = scene.endS
    } else blocks.push({ startS: scene.startS, endS: scene.endS, scenes: [scene] })
  }
  return blocks
}

/** The music of one block; the mood is that of its tensest scene. */
const stretchOf = (block: Block, { first, last }: { first: boolean; last: boolean }): Stretch[] => {
  const { startS, endS, scenes } = block
  const peak = scenes.reduce((a, b) => (b.tension > a.tension ? b : a))
  if (peak.mood === null) return []
  const { mood } = peak
  const talkShare = scenes.reduce((sum, { talkS }) => sum + talkS, 0) / Math.max(0.1, endS - startS)
  if (talkShare <= score.talkShareMost || peak.tension >= score.tensionLeast) return [{ startS, endS, mood }]
  const words = scenes.flatMap(({ firstWordS, lastWordS }) => [firstWordS ?? [], lastWordS ?? []].flat())
  const opening = { startS, endS: Math.min(endS, Math.min(...words) + score.underFirstWordsS), mood }
  const ending = { startS: Math.min(Math.max(startS, endS - score.endingS), Math.max(...words)), endS, mood }
  return [...(first ? [opening] : []), ...(last ? [ending] : [])]
}

/** Neighbours of one mood are one cue; of two that meet, the first leaves before the second enters. */
const joined = (stretches: readonly Stretch[]): Stretch[] => {
  const list: Stretch[] = []
  for (const one of stretches) {
    const before = list.at(-1)
    const meets = before !== undefined && one.startS - before.endS < score.restS
    if (meets && before.mood === one.mood) before.endS = Math.max(before.endS, one.endS)
    else {
      if (meets) before.endS = Math.min(before.endS, one.startS - 0.3)
      list.push({ ...one })
    }
  }
  return list
}

/** Long cues rest now and then, so that music is noticed again. */
const rested = (stretches: readonly Stretch[]): Stretch[] =>
  stretches.flatMap(({ startS, endS, mood }) => {
    const count = Math.ceil((endS - startS + score.restS) / (score.cueMostS + score.restS))
    const each = (endS - startS - (count - 1) * score.restS) / count
    return Array.from({ length: count }, (_, i) => {
      const from = startS + i * (each + score.restS)
      return { startS: from, endS: from + each, mood }
    })
  })
