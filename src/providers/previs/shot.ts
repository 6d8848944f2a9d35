import type { Staging } from '@/domain/scene/staging'
import { drawBackdrop, type Sheet } from './backdrop'
import { openCompositor, type Compositor, type Layer } from './compositor/openCompositor'
import type { FramedPerson, Framing } from './framed'
import { directionOf } from './directionOf'
import { frameStaging } from './framing'
import { deepened } from './framingTable'
import { moveOf, seen, type Camera, type Move } from './moves'
import { glints, particlesOf, type Particles } from './particles'
import { litBy } from './nearestLamp'
import { drawPuppet, type Puppet } from './people'
import { actingOf, layPuppet } from './performance'
import { drawPlate } from './plates/drawPlate'
import type { Plate } from './plates/plate'
import { ownFileOf } from './own/ownFileOf'
import { layLogo, showLogo, type ShownLogo } from './own/ownLogo'
import { ownPlace } from './own/ownPlace'
import { enrolPortraits } from './own/ownPortraits'
import { withOwnThings } from './own/ownThings'
import { drawRide, type Passing, type Ride } from './ride'
import { drawSlate } from './slate'
import { flicker } from './life'
import type { Sprite } from './sprites'
import type { Take } from './take'
import { drawTraffic } from './traffic'
import { drawTitles, type Title } from './titles'
import { drawInsert } from './inserts'
import { drawGlows, drawProp, drawStranger, type Glow } from './things'

export type Shot = {
  compositor: Compositor
  framing: Framing
  /** Draws frame `n` of the scene (negative or beyond in its handles) into the compositor's frame. */
  draw(n: number): void
}

/** A sheet of the place; `front` hangs before the people. */
type Backcloth = Pick<Sheet, 'parallax' | 'front' | 'shell' | 'drift'> & { layer: Layer }
/** Everything of a shot, drawn once and loaded. */
type Stock = {
  staging: Staging
  framing: Framing
  cloths: Backcloth[]
  glows: Glow[]
  ride: Ride | null
  traffic: Passing | null
  water: Particles | null
  behind: Sprite[]
  puppets: Puppet[]
  before: Sprite[]
  weather: Particles | null
  opening: Layer | null
  slate: Layer
  titles: Title[]
  logo: ShownLogo | null
}

/** The same place and people give the same pixels: nothing here knows a clock or chance. */
export const openShot = async (asked: Staging, take: Take): Promise<Shot> => {
  await enrolPortraits(asked.people.map(({ portrait }) => portrait), take.own) // prettier-ignore
  const whole = frameStaging(asked)
  const framed = take.shown ? only(whole, asked, take.shown) : whole
  const { staging, framing } = await withOwnThings({ staging: asked, framing: framed }, take.own)
  const compositor = openCompositor({ width: staging.width, height: staging.height })
  const plate = plateOf(staging)
  const move = moveOf(staging.movement, directionOf(staging))
  const stock = await loadStock(compositor, { staging, framing, plate, take, move })
  return {
    compositor,
    framing,
    draw: (n) => {
      drawFrame(compositor, { stock, move, take, n })
    },
  }
}

/** A picture of a place keeps the light of the hour for who stands before it, and has no lamps or water of its own. */
const plateOf = (staging: Staging): Plate => {
  const plate = drawPlate(staging)
  return staging.place.picture ? { ...plate, lamps: [], flames: [], water: null } : plate
}

/** The frame stays as it is for everybody; who and what is not shown yet is left out of it. Nameless people belong to the place. */
const only = (framed: Framing, staging: Staging, shown: readonly string[]): Framing => {
  const has = new Set(shown)
  return {
    ...framed,
    people: framed.people.filter((one) => has.has(staging.people[one.index]?.name ?? '')),
    props: framed.props.filter((one) => has.has(one.noun)),
    insert: framed.insert && has.has(framed.insert.noun) ? framed.insert : null,
  }
}

type Made = { staging: Staging; framing: Framing; plate: Plate; take: Take; move: Move }

const loadStock = async (compositor: Compositor, made: Made): Promise<Stock> => {
  const { staging, framing, plate, take, move } = made
  const scene = { staging, framing, light: plate.light }
  const merged = move.flat || staging.movement === 'static'
  const picture = staging.place.picture && ownFileOf(take.own, staging.place.picture)
  const sheets = picture ? [await ownPlace(picture, scene)] : await drawBackdrop(staging, framing, { plate, merged })
  const cloths = sheets.map(({ raster, opaque, ...sheet }: Sheet) => ({
    ...sheet,
    layer: compositor.load(raster, opaque),
  }))
  const present = <T>(list: (T | null)[]): T[] => list.filter((one) => one !== null)
  const strangers = await inTurn(framing.crowd, (one) => drawStranger(compositor, one, scene))
  const props = await inTurn(framing.props, (one) => drawProp(compositor, one, scene))
  const puppets = await inTurn(inOrder(staging, framing), (framed) => {
    const person = staging.people[framed.index]
    const acting = person && actingOf(person, { framed, framing, take })
    return person && acting ? drawPuppet(compositor, person, { stand: { framing, framed, light: litBy(plate, framing, framed) }, acting }) : Promise.resolve(null) // prettier-ignore
  })
  const slate = await drawSlate(
    { width: staging.width, height: staging.height, light: plate.light, memory: staging.memory === true },
    take.slate,
  )
  const ground = framing.props.some((one) => one.shadow)
  return {
    staging,
    framing,
    cloths,
    ride: await drawRide(compositor, plate, framing),
    traffic: await drawTraffic(compositor, staging, { framing, light: plate.light, seconds: take.frames / take.fps }),
    glows: framing.insert ? [] : await drawGlows(compositor, plate, framing),
    water: waterOf(plate, framing, take.fps),
    behind: [...present(strangers), ...(ground ? present(props) : [])],
    puppets: present(puppets),
    before: [
      ...(ground ? [] : present(props)),
      ...(framing.insert ? await drawInsert(compositor, framing.insert, { ...scene, archetype: plate.archetype }) : []),
    ],
    weather: particlesOf(staging, take.fps, plate.light.night),
    opening: take.opening && compositor.load(take.opening, true),
    slate: compositor.load(slate),
    titles: await drawTitles(compositor, framing, { ...take, titles: cardsOf(staging, take) }),
    logo:
      take.frames > 1 && staging.logo ? await showLogo(compositor, ownFileOf(take.own, staging.logo), staging) : null,
  }
}

/** One after the other: each drawing is short, and memory stays small. */
const inTurn = async <T, U>(list: T[], make: (one: T) => Promise<U>): Promise<U[]> => {
  const made: U[] = []
  for (const one of list) made.push(await make(one))
  return made
}

/** Who stands farther back is laid first: the second row, then grown-ups, then children; the near silhouette before all. */
const inOrder = (staging: Staging, framing: Framing) => {
  const rank = ({ index, behind, near }: FramedPerson) =>
    near ? 3 : behind ? 0 : staging.people[index]?.look.age === 'child' ? 2 : 1
  return [...framing.people].sort((a, b) => rank(a) - rank(b) || a.index - b.index)
}

const waterOf = (plate: Plate, framing: Framing, fps: number): Particles | null => {
  const { window, width, height, unit, ground } = framing
  if (!plate.water || !framing.layered) return null
  const scale = width / window.width
  const { x, y, width: wide, height: high } = plate.water
  const low = deepened(y + high, ground) - y
  const area = { x: (x - window.x) * scale, y: (y - window.y) * scale, width: wide * scale, height: low * scale }
  return area.y < height ? glints(area, { unit, fps, night: plate.light.night }) : null
}

/** The opening picture is gone after this many frames of 24. */
const openingFrames = 10

type Drawn = { stock: Stock; move: Move; take: Take; n: number }

const drawFrame = (compositor: Compositor, { stock, move, take, n }: Drawn): void => {
  const { framing, staging } = stock
  const moment = { t: take.frames > 1 ? n / (take.frames - 1) : 0, s: n / take.fps }
  const camera = move.at(moment)
  const view = { camera, focus: framing.focus, unit: framing.unit }
  const lay = (sprite: Sprite, { parallax, strength = 1 }: { parallax: number; strength?: number }) => {
    compositor.draw(sprite.layer, { ...seen(sprite, { ...view, parallax }), strength })
  }
  const hang = (which: { front: boolean; shell: boolean }) => {
    for (const { layer, parallax, front, shell, drift } of stock.cloths)
      if (which.front === front && which.shell === shell)
        lay({ layer, x: -framing.margin.x + drifted(drift, moment.s, framing), y: -framing.margin.y }, { parallax })
  }
  const pass = (passing: Passing | null | undefined) => {
    for (const { strength, layer, ...at } of passing?.(moment.s) ?? []) compositor.draw(layer, { ...at, strength })
  }
  hang({ front: false, shell: false })
  pass(stock.ride?.outside)
  hang({ front: false, shell: true })
  for (const one of stock.glows) lay(one, { parallax: 1, strength: flicker(one.index, moment.s, one.flame) })
  stock.water?.(compositor, n, shiftOf(camera, framing))
  pass(stock.traffic)
  for (const one of stock.behind) lay(one, { parallax: 1 })
  for (const puppet of stock.puppets) layPuppet(compositor, puppet, { view, framing, staging, take, n, moment })
  for (const one of stock.before) lay(one, { parallax: 1 })
  pass(stock.ride?.over)
  hang({ front: true, shell: false })
  stock.weather?.(compositor, n)
  openOut(compositor, stock, (n / take.fps) * 24)
  layWords(compositor, { stock, move, take, n })
}

/** What stands on the glass: slate, title and end, a logo. */
const layWords = (compositor: Compositor, { stock, take: { frames, fps }, n }: Drawn): void => {
  compositor.draw(stock.slate, { x: 0, y: 0 })
  for (const { layer, x, y, strength } of stock.titles) {
    const strong = strength(n)
    if (strong > 0) compositor.draw(layer, { x, y, strength: strong })
  }
  if (stock.logo) layLogo(compositor, stock.logo, { n, frames, fps })
}

/** A logo over the last picture is its end card. */
const cardsOf = ({ logo }: Staging, { titles = [] }: Take) => titles.filter(({ at }) => at !== 'end' || !logo)

const openOut = (compositor: Compositor, { opening }: Stock, frames24: number): void => {
  const left = 1 - frames24 / openingFrames
  if (opening && left > 0) compositor.draw(opening, { x: 0, y: 0, strength: left })
}

/** The sky moves on with the wind, as far as it is painted beyond the frame. */
const drifted = (drift: number, s: number, { margin }: Framing): number => {
  const most = 0.7 * margin.x
  return Math.max(-most, Math.min(most, drift * s))
}

const shiftOf = (camera: Camera, { unit }: Framing) => ({ x: -camera.x * unit * 0.8, y: -camera.y * unit * 0.8 })
