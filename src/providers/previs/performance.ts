import { goes } from '@/domain/scene/posture'
import type { StagedPerson, Staging } from '@/domain/scene/staging'
import type { Compositor } from './compositor/openCompositor'
import { gaitOf, onTheWay, type OnTheWay } from './crossing'
import type { FramedPerson, Framing } from './framed'
import { lookOf } from './framing'
import { phaseFrames } from './gait'
import { blinks, breath, mouthAt } from './life'
import { seen, type Camera, type Moment } from './moves'
import type { Acting, Phase, Puppet } from './people'
import type { Take } from './take'
import type { Sprite } from './sprites'

const walksHere = (person: StagedPerson, { layered }: Framing) =>
  goes(person.pose) && !person.crossing && layered && !person.near
/** Heights a second on the way through the picture, where there is room. */
const paces = { walk: 0.42, run: 1 }

/** Which states of a person a take needs; heads too small for a mouth to be seen get none. */
export const actingOf = (
  person: StagedPerson,
  { framed, framing, take }: { framed: FramedPerson; framing: Framing; take: Take },
): Acting => {
  const moving = take.frames > 1
  const face = moving && !framed.near && person.view !== 'back' && framed.head.half > 9 * framing.unit
  const track = take.mouths.some((one) => framing.people[one.person] && one.person === framed.index)
  const walking = walksHere(person, framing)
  return {
    walks: moving && walking,
    speaks: face && track,
    blinks: face && !walking,
    crosses: moving && person.crossing !== undefined && !framed.near,
    // The same for still and clip: what was drawn for one serves the other.
    reach: { x: (walking || person.crossing ? 0.8 * framing.width : 0) + 12 * framing.unit, y: 12 * framing.unit },
  }
}

export type Walking = { framed: FramedPerson; framing: Framing; take: Take; staging: Staging }

/** How far a walker gets during the scene, px to the right: never out of the frame, never into somebody. */
export const slideOf = (person: StagedPerson, { framed, framing, take, staging }: Walking): number => {
  if (!goes(person.pose) || person.crossing || framed.near) return 0
  const look = lookOf(person)
  const way = framing.layered
    ? paces[gaitOf(person)] * framed.scale * 1000 * (take.frames / take.fps)
    : 16 * framing.unit
  const air = Math.max(0.1 * framing.width, 1.05 * framed.half)
  const room = look > 0 ? framing.width - air - framed.x : framed.x - air
  return look * Math.max(0, Math.min(way, room, clearOf(person, { framed, framing, staging })))
}

/** Free way to whoever stands or comes along ahead; two who walk toward each other share it. */
const clearOf = (person: StagedPerson, { framed, framing, staging }: Omit<Walking, 'take'>): number => {
  const look = lookOf(person)
  const ways = framing.people.map((other) => {
    const ahead = (other.x - framed.x) * look
    const met = staging.people[other.index]
    if (other.near || !met || other.index === framed.index || ahead <= 0) return Infinity
    const comes = goes(met.pose) && !met.crossing && lookOf(met) === -look
    return (ahead - 1.06 * (framed.half + other.half)) * (comes ? 0.5 : 1)
  })
  return Math.min(...ways)
}

export type Playing = {
  view: { camera: Camera; focus: { x: number; y: number }; unit: number }
  framing: Framing
  staging: Staging
  take: Take
  n: number
  moment: Moment
}

/** Lays one person into the frame as they are at this moment: walking, breathing, blinking, speaking, coming or going. */
export const layPuppet = (compositor: Compositor, puppet: Puppet, playing: Playing): void => {
  const { take, n, framing, moment } = playing
  const { person, framed, going } = puppet
  const way = going && onTheWay(person, { framed, framing, take, s: moment.s })
  const phase = phaseAt(puppet, playing, way)
  if (!phase) return
  const mouth = mouthAt(take.mouths, framed.index, n)
  const stand = way ? { x: way.x, y: bobOf(framed, framing, moment.s), zoom: 1 } : standOf(puppet, playing, mouth / 2)
  const lay = (sprite: Sprite) => {
    const foot = { x: framed.x, y: framed.feetY }
    const grown = { x: foot.x + (sprite.x - foot.x) * stand.zoom, y: foot.y + (sprite.y - foot.y) * stand.zoom }
    const at = seen({ x: grown.x + stand.x, y: grown.y + stand.y }, { ...playing.view, parallax: framed.parallax })
    compositor.draw(sprite.layer, { ...at, zoom: at.zoom * stand.zoom * (sprite.zoom ?? 1) })
  }
  lay(phase.body)
  const lips = phase.mouths.get(mouth)
  if (lips) lay(lips)
  if (phase.lids && blinks(person.name, Math.round((n * 24) / take.fps))) lay(phase.lids)
}

/** The picture of a step that is shown now: steps keep time with the way they make. */
const phaseAt = (puppet: Puppet, playing: Playing, way: OnTheWay | null): Phase | undefined => {
  const { take, n, framing, staging } = playing
  const { person, framed } = puppet
  const phases = (way && puppet.going) ?? puppet.phases
  const gait = gaitOf(person)
  const slid = Math.abs(slideOf(person, { framed, framing, take, staging })) / (framed.scale * 1000)
  const still = staging.movement === 'tracking' || lookOf(person) === 0
  const pace = way?.pace ?? (still ? paces[gait] : (slid * take.fps) / Math.max(1, take.frames))
  const step = Math.floor((n * 24) / take.fps / phaseFrames(gait, pace))
  return phases[((step % phases.length) + phases.length) % phases.length]
}

/** Where feet are not seen, the head tells that somebody walks. */
const bobOf = (framed: FramedPerson, { layered }: Framing, s: number): number =>
  layered ? 0 : 9 * framed.scale * Math.abs(Math.sin(2.6 * Math.PI * s))

/** Where life and walking put a person, px beside where they were framed. */
const standOf = (puppet: Puppet, playing: Playing, talking: number): { x: number; y: number; zoom: number } => {
  const { person, framed } = puppet
  const { framing, take, moment, staging, view } = playing
  const { unit, layered } = framing
  const breathing = breath(person.name, { s: moment.s, close: !layered, talking })
  const still = { x: breathing.x * unit, y: breathing.y * unit, zoom: 1 }
  if (!goes(person.pose) || person.crossing || framed.near) return still
  const look = lookOf(person)
  const bob = bobOf(framed, framing, moment.s)
  if (look === 0) {
    const nearer = person.view === 'back' ? -0.07 : 0.1
    return { x: still.x, y: bob, zoom: layered ? 1 + nearer * moment.t : 1 }
  }
  // A camera that tracks keeps the walker where they are: the place passes by.
  if (staging.movement === 'tracking') return { x: view.camera.x * unit, y: bob, zoom: 1 }
  return { x: slideOf(person, { framed, framing, take, staging }) * moment.t, y: bob, zoom: 1 }
}
