import type { Blocking } from '@/domain/scene/sceneDraft'
import { cutsWithin, findingAt, inEveryStretch, type Checked, type FilmedScene, type Finding } from './filmedScene'

const ways = { screen_left: 'left', screen_right: 'right' } as const
type Sideways = keyof typeof ways
const sideways = (facing: Blocking['facing']): facing is Sideways => facing in ways

type Walk = { scene: FilmedScene; facing: Sideways }

/** Screen direction: who walks to one side goes on to that side in the next picture of the scene that shows them walk. */
export const checkMovers = (scenes: readonly FilmedScene[]): Checked => inEveryStretch(scenes, walksOf)

const walksOf = (stretch: readonly FilmedScene[]): Checked => {
  const known = new Map<string, Walk>()
  const compared = stretch.flatMap((scene) =>
    scene.blocking.flatMap(({ character, facing, pose }) => {
      const before = known.get(character)
      // somebody who comes towards us or goes away may turn either way after that
      if (!sideways(facing)) known.delete(character)
      if (!sideways(facing) || pose !== 'walk') return []
      known.set(character, { scene, facing })
      return before ? [before.facing === facing ? null : turned(scene, { character, facing, before })] : []
    }),
  )
  return { compared: compared.length, findings: compared.filter((one) => one !== null) }
}

type Turn = { character: string; facing: Sideways; before: Walk }
const turned = (scene: FilmedScene, { character, facing, before }: Turn): Finding =>
  findingAt(scene, {
    what: `${character} walks the other way.`,
    measured: `To the ${ways[before.facing]} in ${before.scene.clipName} (frame ${String(before.scene.startFrame)}), now to the ${ways[facing]}.`,
  })

/** Eyes meet: where one picture looks at somebody and the next looks back, they look to different sides. */
export const checkEyes = (scenes: readonly FilmedScene[]): Checked => {
  const findings: Finding[] = []
  let compared = 0
  for (const [before, now] of cutsWithin(scenes)) {
    const [one, other] = [lookOf(before), lookOf(now)]
    if (!one || !other) continue
    if (one.to !== other.who || other.to !== one.who) continue
    compared++
    if (one.facing === other.facing)
      findings.push(
        findingAt(now, {
          what: `${other.who} and ${one.who} look at each other, and their eyes do not meet.`,
          measured: `Both look screen ${ways[other.facing]}; ${one.who} in ${before.clipName}.`,
        }),
      )
  }
  return { compared, findings }
}

/** Whom the frame is about, and at whom they look sideways. */
const lookOf = ({ focusOn, eyeline, blocking }: FilmedScene): { who: string; to: string; facing: Sideways } | null => {
  const to = /^toward (.+), /.exec(eyeline)?.[1]
  const facing = blocking.find(({ character }) => character === focusOn)?.facing
  return to && facing && sideways(facing) ? { who: focusOn, to, facing } : null
}
