import type { Position } from '@/domain/scene/vocabulary'
import { findingAt, inEveryStretch, type Checked, type FilmedScene, type Finding } from './filmedScene'

const order: readonly Position[] = ['left', 'center_left', 'center', 'center_right', 'right']
const rank = (position: Position): number => order.indexOf(position)

type Standing = { scene: FilmedScene; left: string; right: string }

/**
 * The line of action: of two people in one picture one is left of the other, and stays there until one of them walks.
 * Compared with the last picture of the same scene that held both.
 */
export const checkLine = (scenes: readonly FilmedScene[]): Checked => inEveryStretch(scenes, lineOf)

const lineOf = (stretch: readonly FilmedScene[]): Checked => {
  const known = new Map<string, Standing>()
  const compared = stretch.flatMap((scene) => {
    forget(known, walkersOf(scene))
    return pairsOf(scene).flatMap(({ left, right }) => {
      const pair = [left, right].sort().join('\n')
      const before = known.get(pair)
      known.set(pair, { scene, left, right })
      return before ? [before.left === left ? null : crossed(scene, before)] : []
    })
  })
  return { compared: compared.length, findings: compared.filter((one) => one !== null) }
}

/** Who walks may come out on the other side. */
const forget = (known: Map<string, Standing>, walkers: readonly string[]): void => {
  for (const [pair, { left, right }] of known) if (walkers.includes(left) || walkers.includes(right)) known.delete(pair)
}
const walkersOf = ({ blocking }: FilmedScene): string[] =>
  blocking.filter(({ pose }) => pose === 'walk').map(({ character }) => character)

const pairsOf = ({ blocking }: FilmedScene): { left: string; right: string }[] =>
  blocking.flatMap((one, i) =>
    blocking.slice(i + 1).flatMap((other) => {
      const way = rank(one.position) - rank(other.position)
      if (way === 0) return []
      return [
        way < 0 ? { left: one.character, right: other.character } : { left: other.character, right: one.character },
      ]
    }),
  )

const crossed = (scene: FilmedScene, { scene: then, left, right }: Standing): Finding =>
  findingAt(scene, {
    what: `${left} and ${right} have changed sides, and neither walked.`,
    measured: `${left} was left of ${right} in ${then.clipName} (frame ${String(then.startFrame)}), now right.`,
  })
