import type { StagedPerson, Staging } from '@/domain/scene/staging'
import type { Compositor } from './compositor/openCompositor'
import type { FramedPerson, Framing } from './framed'
import { lookOf } from './framing'
import { blinks, breath, mouthAt } from './life'
import { seen, type Camera, type Moment } from './moves'
import type { Acting, Puppet } from './people'
import type { Take } from './take'
import type { Sprite } from './sprites'

/** Frames of 24 that one of the eight phases of a step is held. */
const phaseFrames = 3

const walksHere = (person: StagedPerson, { layered }: Framing) => person.pose === 'walk' && layered && !person.near

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
    // The same for still and clip: what was drawn for one serves the other.
    reach: { x: (walking ? 0.8 * framing.width : 0) + 12 * framing.unit, y: 12 * framing.unit },
  }
}

export type Walking = { framed: FramedPerson; framing: Framing; take: Take; staging: Staging }

/** How far a walker gets during the scene, px to the right: never out of the frame, never into somebody. */
export const slideOf = (person: StagedPerson, { framed, framing, take, staging }: Walking): number => {
  if (person.pose !== 'walk' || framed.near) return 0
  const look = lookOf(person)
  const way = framing.layered ? 0.24 * framed.scale * 1000 * (take.frames / take.fps) : 16 * framing.unit
  const room = look > 0 ? 0.9 * framing.width - framed.x : framed.x - 0.1 * framing.width
  return look * Math.max(0, Math.min(way, room, clearOf(person, { framed, framing, staging })))
}

/** Free way to whoever stands or comes along ahead; two who walk toward each other share it. */
const clearOf = (person: StagedPerson, { framed, framing, staging }: Omit<Walking, 'take'>): number => {
  const look = lookOf(person)
  const ways = framing.people.map((other) => {
    const ahead = (other.x - framed.x) * look
    const met = staging.people[other.index]
    if (other.near || !met || other.index === framed.index || ahead <= 0) return Infinity
    const comes = met.pose === 'walk' && lookOf(met) === -look
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

/** Lays one person into the frame as they are at this moment: walking, breathing, blinking, speaking. */
export const layPuppet = (compositor: Compositor, puppet: Puppet, playing: Playing): void => {
  const { take, n } = playing
  const { person, framed, phases } = puppet
  const step = Math.floor((n * 24) / take.fps / phaseFrames)
  const phase = phases[((step % phases.length) + phases.length) % phases.length]
  if (!phase) return
  const mouth = mouthAt(take.mouths, framed.index, n)
  const stand = standOf(puppet, playing, mouth / 2)
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

/** Where life and walking put a person, px beside where they were framed. */
const standOf = (puppet: Puppet, playing: Playing, talking: number): { x: number; y: number; zoom: number } => {
  const { person, framed } = puppet
  const { framing, take, moment, staging, view } = playing
  const { unit, layered } = framing
  const breathing = breath(person.name, { s: moment.s, close: !layered, talking })
  const still = { x: breathing.x * unit, y: breathing.y * unit, zoom: 1 }
  if (person.pose !== 'walk' || framed.near) return still
  const look = lookOf(person)
  const bob = layered ? 0 : 9 * framed.scale * Math.abs(Math.sin(2.6 * Math.PI * moment.s))
  if (look === 0) {
    const nearer = person.view === 'back' ? -0.07 : 0.1
    return { x: still.x, y: bob, zoom: layered ? 1 + nearer * moment.t : 1 }
  }
  // A camera that tracks keeps the walker where they are: the place passes by.
  if (staging.movement === 'tracking') return { x: view.camera.x * unit, y: bob, zoom: 1 }
  return { x: slideOf(person, { framed, framing, take, staging }) * moment.t, y: bob, zoom: 1 }
}
