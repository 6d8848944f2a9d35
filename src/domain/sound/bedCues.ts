import type { TransitionKind } from '@/domain/scene/vocabulary'
import { seedOf } from '@/domain/seed'
import type { BedLayer, BedName } from './ambience'
import type { PlannedSound } from './plannedSound'

export type BedScene = { startS: number; endS: number; ambience: BedLayer[]; transitionOut: TransitionKind }

const loopS = 14
/** Over a cut the next place is heard this much early, the last one this much late; over a dissolve both cross it. */
export const bedSplit = { earlyS: 0.5, lateS: 0.3 }
const edgeFadeS = 0.5
const blackFadeS = 1
/** dB of a bed alone; what lies under another one, or behind a wall, is further down. */
const gainDb: Partial<Record<BedName, number>> = { room: -11, crowd: -9, vehicle: -8 }
const usualDb = -7
const underDb = -4
const muffledDb = -7

/**
 * Beds of a film: each layer runs on under all neighbouring scenes that have it, whatever they are called, and gives way
 * to the next over a fade that begins before the cut and ends behind it. A fade to black takes its bed along.
 */
export const bedCues = (scenes: readonly BedScene[], endS: number): PlannedSound[] => {
  const running = new Map<string, { from: number; layer: BedLayer; under: boolean }>()
  const cues: PlannedSound[] = []
  const close = (key: string, to: number) => {
    const run = running.get(key)
    if (run) cues.push(cueOf(run, { scenes, from: run.from, to, endS }))
    running.delete(key)
  }
  for (const [i, { ambience }] of scenes.entries()) {
    const here = new Set(ambience.map(keyOf))
    for (const key of [...running.keys()]) if (!here.has(key)) close(key, i - 1)
    for (const [nth, layer] of ambience.entries())
      if (!running.has(keyOf(layer))) running.set(keyOf(layer), { from: i, layer, under: nth > 0 })
  }
  for (const key of [...running.keys()]) close(key, scenes.length - 1)
  return cues.sort((a, b) => a.startS - b.startS)
}

const keyOf = ({ bed, muffled }: BedLayer): string => `${bed} ${String(muffled)}`

type Run = { layer: BedLayer; under: boolean }
type Span = { scenes: readonly BedScene[]; from: number; to: number; endS: number }
const crossS = bedSplit.earlyS + bedSplit.lateS

const cueOf = ({ layer, under }: Run, { scenes, from, to, endS }: Span): PlannedSound => {
  const into = entry(scenes, from)
  const out = exit(scenes, to, endS)
  return {
    stem: 'effects',
    request: { kind: 'bed', bed: layer.bed, muffled: layer.muffled, durationS: loopS, seed: seedOf(layer.bed) },
    startS: into.atS,
    endS: out.atS,
    gainDb: levelOf(layer, under),
    fadeInS: into.fadeS,
    fadeOutS: out.fadeS,
    loop: true,
  }
}

const levelOf = ({ bed, muffled }: BedLayer, under: boolean): number =>
  (gainDb[bed] ?? usualDb) + (muffled ? muffledDb : under ? underDb : 0)

type Edge = { atS: number; fadeS: number }
const entry = (scenes: readonly BedScene[], from: number): Edge => {
  const startS = scenes[from]?.startS ?? 0
  const plain = from === 0 || scenes[from - 1]?.transitionOut === 'fade'
  return plain ? { atS: startS, fadeS: edgeFadeS } : { atS: Math.max(0, startS - bedSplit.earlyS), fadeS: crossS }
}

const exit = (scenes: readonly BedScene[], to: number, filmEndS: number): Edge => {
  const { endS, transitionOut } = scenes[to] ?? { endS: filmEndS, transitionOut: 'cut' }
  if (transitionOut === 'fade') return { atS: endS, fadeS: blackFadeS }
  if (to === scenes.length - 1) return { atS: Math.min(filmEndS, endS), fadeS: edgeFadeS }
  return { atS: Math.min(filmEndS, endS + bedSplit.lateS), fadeS: crossS }
}
