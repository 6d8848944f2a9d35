import type { CharacterLook, TurnaroundView } from '@/domain/cast/look'
import type { SceneDraft, Blocking } from './sceneDraft'
import { goes } from './posture'
import type { StagedPerson, Staging } from './staging'
import { passingIn } from './vehicleIn'
import { wordsOn } from './wordsOn'
import type { Facing, Position } from './vocabulary'

/** What of a scene decides who stands where before the camera. */
export type StagedScene = Pick<
  SceneDraft,
  | 'intExt' | 'location' | 'timeOfDay' | 'weather' | 'aside' | 'shotSize' | 'angle' | 'movement' | 'charactersPresent' | 'blocking'
  | 'emotions' | 'props' | 'focusOn' | 'action'
> // prettier-ignore

export type CastMember = { name: string; look: CharacterLook }
export type PlaceFacts = { description: string }
export type NotShown = { subject: string; why: string }
export type Staged = { staging: Staging; notShown: NotShown[] }

const xOf: Record<Position, number> = { left: 0.3, center_left: 0.39, center: 0.5, center_right: 0.62, right: 0.7 }
const singles = new Set(['medium_close', 'close_up', 'extreme_close_up'])
const peopleMax = 6
const crowdMax = 12

/** `own`: things a person gave as pictures, which are always laid out. */
type Cast = {
  cast: CastMember[]
  place: PlaceFacts
  format: { width: number; height: number }
  own?: ReadonlySet<string>
}

/** Puts the people the framing can show before the camera and says of everybody else why they are not seen. */
export const stageScene = (scene: StagedScene, { cast, place, format, own = new Set() }: Cast): Staged => {
  const looks = new Map(cast.map((member) => [member.name, member.look]))
  const present = scene.charactersPresent.filter((name) => looks.has(name))
  const { seen, notShown } = inFrame(scene, present)
  const people = seen
    .map((name, i) => person(scene, { name, look: looks.get(name), index: i, of: seen.length }))
    .filter((one) => one !== null)
  const interior = scene.intExt === 'INT' || scene.intExt === 'INT_EXT'
  const passing = interior ? null : passingIn(scene.action)
  const held = new Set(people.map((one) => one.holds))
  const free =
    scene.shotSize === 'insert'
      ? subjectFirst(scene)
      : scene.props
          .filter(({ prop }) => !held.has(prop) && (own.has(prop) || !setDressing.has(prop)))
          .sort((a, b) => Number(own.has(b.prop)) - Number(own.has(a.prop)))
          .slice(0, 1)
  return {
    notShown,
    staging: {
      place: {
        name: scene.location,
        interior,
        description: place.description,
      },
      timeOfDay: scene.timeOfDay,
      weather: scene.weather,
      ...(scene.aside === 'flashback' ? { memory: true as const } : {}),
      ...(passing ? { passing } : {}),
      shotSize: scene.shotSize,
      angle: scene.angle,
      movement: scene.movement,
      people: spread(people, scene.shotSize),
      props: free.map(({ prop }, i) => ({ noun: prop, x: [0.5, 0.26, 0.76][i] ?? 0.5, ...readOn(scene, prop) })),
      crowd: crowdOf(scene, present.length - seen.length),
      width: format.width,
      height: format.height,
    },
  }
}

/** Words are read where a thing fills the frame. */
const readOn = (scene: StagedScene, prop: string): { words?: string } => {
  const words = scene.shotSize === 'insert' ? wordsOn(prop, scene) : ''
  return words === '' ? {} : { words }
}

/** Those a frame of people cannot hold one by one stand behind them, nameless; so do those the action calls a crowd. */
const crowdOf = ({ action, shotSize }: StagedScene, more: number): number => {
  const told = /\b(crowd|crowds|mob|audience|passengers|onlookers|procession|guests|dozens|hundreds)\b/i.test(action)
    ? 5
    : 0
  const left = singles.has(shotSize) || shotSize === 'insert' || shotSize === 'over_shoulder' ? 0 : more
  return Math.max(told, Math.min(crowdMax, left))
}

/** What a place brings along by itself, where it would be there twice, and a telephone nobody holds: it is heard. */
const setDressing = new Set(['lamp', 'glass', 'clock', 'chair', 'candle', 'torch', 'phone'])

/** An insert shows what it is about, alone. */
const subjectFirst = ({ props, focusOn }: StagedScene) =>
  [...props].sort((a, b) => Number(b.prop === focusOn) - Number(a.prop === focusOn)).slice(0, 1)

const inFrame = ({ shotSize, focusOn }: StagedScene, present: string[]): { seen: string[]; notShown: NotShown[] } => {
  const without = (seen: string[], why: string) => ({
    seen,
    notShown: present.filter((name) => !seen.includes(name)).map((subject) => ({ subject, why })),
  })
  const focus = present.includes(focusOn) ? focusOn : present[0]
  if (shotSize === 'insert') return without([], 'An insert shows the thing alone.')
  if (focus === undefined) return { seen: [], notShown: [] }
  if (singles.has(shotSize)) return without([focus], `The frame is on ${focus} alone.`)
  const others = present.filter((name) => name !== focus)
  if (shotSize === 'over_shoulder')
    return without([focus, ...others.slice(0, 1)], 'The frame looks past one shoulder at one face.')
  return without(
    present.slice(0, peopleMax),
    `The frame holds ${String(peopleMax)} people one by one; everybody else stands in the crowd behind them.`,
  )
}

type Casting = { name: string; look: CharacterLook | undefined; index: number; of: number }

const person = (scene: StagedScene, { name, look, index, of }: Casting): StagedPerson | null => {
  if (!look) return null
  const block = scene.blocking.find((one) => one.character === name)
  const near = scene.shotSize === 'over_shoulder' && of > 1 && index === 1
  const alone = of === 1
  const side = block ? xOf[block.position] : 0.5
  return {
    name,
    look,
    x: alone ? 0.5 + Math.sign(side - 0.5) * 0.04 : side,
    view: near ? 'back' : viewOf(block),
    pose: block?.pose ?? 'stand',
    emotion: feelingOf(scene, name),
    holds: near ? '' : heldBy(scene, name),
    near,
    ...(near ? {} : crossingOf(block, side)),
  }
}

/** Who crosses the frame's edge goes where they face; whoever faces us, by the nearer side. */
const crossingOf = (block: Blocking | undefined, side: number): Pick<StagedPerson, 'crossing'> => {
  const way = block?.crossing
  if (!way) return {}
  const ways: Partial<Record<Facing, -1 | 1>> = { screen_right: 1, screen_left: -1 }
  const nearer = side < 0.5 ? -1 : 1
  return { crossing: { way, to: ways[block.facing] ?? (way === 'leaves' ? nearer : nearer === 1 ? -1 : 1) } }
}

const feelingOf = ({ emotions }: StagedScene, name: string) =>
  emotions.find((one) => one.character === name)?.emotion ?? 'neutral'
const heldBy = ({ props }: StagedScene, name: string) => props.find((one) => one.heldBy === name)?.prop ?? ''

const facingViews: Record<Facing, TurnaroundView> = {
  screen_right: 'three_quarter_right',
  screen_left: 'three_quarter_left',
  camera: 'front',
  away: 'back',
}
const viewOf = (block: Blocking | undefined): TurnaroundView => {
  if (!block) return 'front'
  const sideways = goes(block.pose) || block.pose === 'embrace' || block.pose === 'lie'
  if (sideways && block.facing === 'screen_right') return block.pose === 'lie' ? 'three_quarter_right' : 'right_side'
  if (sideways && block.facing === 'screen_left') return block.pose === 'lie' ? 'three_quarter_left' : 'left_side'
  return facingViews[block.facing]
}

/** Far from the camera a group stays a group. */
const gaps: Partial<Record<StagedScene['shotSize'], number>> = { extreme_wide: 0.1, wide: 0.15, full: 0.2 }

/** Nobody stands inside somebody else: equal places are moved apart, order from left to right kept. */
const spread = (people: StagedPerson[], size: StagedScene['shotSize']): StagedPerson[] => {
  if (people.some((one) => one.near)) return people
  const order = [...people].sort((a, b) => a.x - b.x)
  const gap = Math.min(gaps[size] ?? 0.24, 0.72 / Math.max(1, order.length))
  const tight = order.some((one, i) => i > 0 && one.x - (order[i - 1]?.x ?? 0) < gap - 1e-9)
  if (!tight) return people
  const from = 0.5 - (gap * (order.length - 1)) / 2
  const places = new Map(order.map((one, i) => [one.name, from + i * gap]))
  return people.map((one) => ({ ...one, x: Math.round((places.get(one.name) ?? one.x) * 1000) / 1000 }))
}
