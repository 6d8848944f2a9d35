import { cutsWithin, findingAt, inEveryStretch, type Checked, type FilmedScene, type Finding } from './filmedScene'

/** Hour and weather stay as they are within one scene of the screenplay. */
export const checkHour = (scenes: readonly FilmedScene[]): Checked => {
  const cuts = cutsWithin(scenes)
  const findings = cuts.flatMap(([before, now]) =>
    (['timeOfDay', 'weather'] as const)
      .filter((field) => before[field] !== now[field])
      .map((field) =>
        findingAt(now, {
          what: field === 'timeOfDay' ? 'The hour jumps within one scene.' : 'The weather jumps within one scene.',
          measured: `${before[field]} in ${before.clipName}, now ${now[field]}.`,
        }),
      ),
  )
  return { compared: cuts.length, findings }
}

type Worn = { scene: FilmedScene; costume: string; variant: string }

/** Nobody changes clothes within one scene of the screenplay, or for nothing within one day of the story. */
export const checkWardrobe = (scenes: readonly FilmedScene[]): Checked => {
  const known = new Map<string, Worn>()
  const findings: Finding[] = []
  let compared = 0
  for (const scene of scenes)
    for (const { character, costume, variant } of scene.costumes) {
      const before = known.get(character)
      known.set(character, { scene, costume, variant })
      if (before?.scene.storyDay !== scene.storyDay) continue
      compared++
      const changed = before.costume !== '' && costume !== '' && before.costume !== costume
      if (!changed || mentions(scene.action, costume) || before.variant !== variant) continue
      findings.push(
        findingAt(scene, {
          what: `${character} has changed clothes, and no word says so.`,
          measured: `${before.costume} in ${before.scene.clipName}, now ${costume}.`,
          verdict: 'look',
        }),
      )
    }
  return { compared, findings }
}

/** The action speaks of what is worn now. */
const mentions = (action: string, costume: string): boolean => {
  const spoken = action.toLowerCase()
  return costume
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => word.length > 3 && spoken.includes(word))
}

const passesOn =
  /\b(gives?|hands?|handing|passes|takes?|taking|grabs?|snatch\w*|steals?|throws?|toss\w*|catch\w*|picks?|drops?|puts|sets|lays|receives?|accepts?|holds out|offers)\b/i
const undone = /\b(mends?|mended|repair\w*|fix\w*|glues?|another|new)\b/i
const spoilt = /\b(broken|torn|burnt)\b/

type Carried = { scene: FilmedScene; heldBy: string; state: string }

/** A thing stays in the hand that holds it until somebody passes it on, and what is broken stays broken. */
export const checkProps = (scenes: readonly FilmedScene[]): Checked => inEveryStretch(scenes, thingsOf)

const thingsOf = (stretch: readonly FilmedScene[]): Checked => {
  const known = new Map<string, Carried>()
  const compared = stretch.flatMap((scene, at) =>
    scene.props.flatMap(({ prop, heldBy, state }) => {
      const before = known.get(prop)
      known.set(prop, { scene, heldBy: heldBy === '' ? (before?.heldBy ?? '') : heldBy, state })
      return before
        ? [changesOf(scene, { prop, heldBy, state, before, told: wordsFrom(stretch, before.scene, at) })]
        : []
    }),
  )
  return { compared: compared.length, findings: compared.flat() }
}

/** Every action since the scene in which it was seen last. */
const wordsFrom = (stretch: readonly FilmedScene[], from: FilmedScene, to: number): string =>
  stretch
    .slice(stretch.indexOf(from), to + 1)
    .map(({ action }) => action)
    .join('\n')

type Change = { prop: string; heldBy: string; state: string; before: Carried; told: string }

const changesOf = (scene: FilmedScene, { prop, heldBy, state, before, told }: Change): Finding[] => {
  const findings: Finding[] = []
  if (before.heldBy !== '' && heldBy !== '' && heldBy !== before.heldBy && !passesOn.test(told))
    findings.push(
      findingAt(scene, {
        what: `The ${prop} is in another hand, and nobody passed it on.`,
        measured: `${before.heldBy} held it in ${before.scene.clipName}, now ${heldBy}.`,
        verdict: 'look',
      }),
    )
  const ruin = spoilt.exec(before.state)?.[0]
  if (ruin !== undefined && !state.includes(ruin) && !undone.test(told))
    findings.push(
      findingAt(scene, {
        what: `The ${prop} is whole again.`,
        measured: `${before.state} in ${before.scene.clipName}, now ${state === '' ? 'nothing is said' : state}.`,
        verdict: 'look',
      }),
    )
  return findings
}
