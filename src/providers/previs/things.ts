import { canonical } from '@/domain/canonical'
import type { Staging } from '@/domain/scene/staging'
import type { CharacterLook } from '@/domain/cast/look'
import { costumes, hairStyles } from '@/domain/cast/look'
import { mix } from './colour'
import type { Compositor } from './compositor/openCompositor'
import { figureSvg } from './figures/figureSvg'
import type { Framing, FramedProp, FramedStranger } from './framed'
import { deepened } from './framingTable'
import type { Light } from './light'
import type { Lamp, Plate } from './plates/plate'
import { propSvg } from './props/propSvg'
import { hash32, pick, random } from './random'
import { cutOf, drawCut, spriteOf, type Cutout, type Sprite } from './sprites'

type Scene = { framing: Framing; light: Light }

const viewOf = ({ width, height, margin }: Framing) => ({
  width,
  height,
  reachX: margin.x + 4,
  reachY: margin.y + 4,
})

export const spriteFor = async (compositor: Compositor, cutout: Cutout, framing: Framing): Promise<Sprite | null> => {
  const cut = cutOf(cutout, viewOf(framing))
  return cut && spriteOf(compositor, await drawCut(cutout, cut), { x: cutout.x + cut.x, y: cutout.y + cut.y })
}

export const standing = (framing: Framing, at: { x: number; y: number }) => {
  const roll = (framing.roll * Math.PI) / 180
  const from = { x: at.x - framing.width / 2, y: at.y - framing.height / 2 }
  return {
    x: framing.width / 2 + from.x * Math.cos(roll) - from.y * Math.sin(roll),
    y: framing.height / 2 + from.x * Math.sin(roll) + from.y * Math.cos(roll),
    roll: framing.roll,
    squash: 1,
    texture: { strength: 0.55, wobblePx: 0.6 },
  }
}

/** The light of a lit thing reaches farther than the thing: a box that cut it would be seen as a square. */
export const withHalo = (box: Cutout['box'], shines: { x: number; y: number; r: number } | null): Cutout['box'] => {
  if (!shines) return box
  const x = Math.min(box.x, shines.x - shines.r)
  const y = Math.min(box.y, shines.y - shines.r)
  const right = Math.max(box.x + box.width, shines.x + shines.r)
  const bottom = Math.max(box.y + box.height, shines.y + shines.r)
  return { x, y, width: right - x, height: bottom - y }
}

/** A thing nobody holds, with the shadow it throws on the ground. */
export const drawProp = (
  compositor: Compositor,
  prop: FramedProp,
  { framing, light }: Scene,
): Promise<Sprite | null> => {
  const { svg, box, shines } = propSvg({ noun: prop.noun, light })
  const scale = Math.min(prop.height / box.height, (framing.width * 0.42) / box.width)
  const foot = { x: box.x + box.width / 2, y: box.y + box.height }
  const shadow = prop.shadow
    ? `<ellipse cx="${String(foot.x - light.sunSide * box.width * 0.08)}" cy="${String(foot.y - 1)}" rx="${String(box.width * 0.56)}" ry="${String(box.width * 0.09)}" fill="${light.ink}" fill-opacity=".34"/>`
    : ''
  const wide = withHalo(
    { x: box.x - box.width * 0.2, y: box.y, width: box.width * 1.4, height: box.height * 1.06 + box.width * 0.1 },
    shines,
  )
  const key = `${prop.noun}|${canonical([light, prop.shadow])}`
  const at = standing(framing, { x: prop.x, y: prop.bottomY })
  return spriteFor(compositor, { key, svg: shadow + svg, box: wide, foot, scale, blurPx: 0, ...at }, framing)
}

/** A nameless person of the crowd: muted colours, softened by distance. */
export const drawStranger = (
  compositor: Compositor,
  stranger: FramedStranger,
  { staging, framing, light }: Scene & { staging: Staging },
): Promise<Sprite | null> => {
  const draw = random(hash32(`${staging.place.name}|stranger look ${String(stranger.kind)}`))
  const muted = (colour: string) => mix(colour, light.haze, 0.42)
  const look: CharacterLook = {
    age: draw() > 0.85 ? 'elder' : 'adult',
    build: pick(['slim', 'average', 'broad'] as const, draw()),
    hair: pick(hairStyles, draw()),
    hat: pick(['none', 'none', 'cap', 'brimmed', 'beanie'] as const, draw()),
    beard: false,
    glasses: false,
    costume: pick(costumes, draw()),
    costumeColor: muted(pick(['#6b7280', '#7a6a58', '#5d6f62', '#6f5f70', '#4f5d75', '#86705a'], draw())),
    hairColor: muted(pick(['#2b211c', '#5b4636', '#8a8580', '#3d2c2a'], draw())),
    skinColor: muted(pick(['#e2b48f', '#b07a54', '#7c5138', '#d9a17c'], draw())),
    evidence: [],
  }
  const view = stranger.right ? 'three_quarter_right' : 'three_quarter_left'
  const { svg, box } = figureSvg({
    look,
    view,
    pose: 'stand',
    emotion: 'neutral',
    light,
    heightPx: stranger.scale * 1000,
  })
  const at = standing(framing, { x: stranger.x, y: stranger.feetY })
  const cutout: Cutout = {
    key: `stranger ${String(stranger.kind)}|${canonical([look, view, light])}`,
    svg,
    box,
    foot: { x: 0, y: 1000 },
    scale: stranger.scale,
    blurPx: framing.layered ? 0 : framing.blurPx * 0.7,
    ...at,
  }
  return spriteFor(compositor, cutout, framing)
}

export type Glow = Sprite & { index: number; flame: boolean }

/** Halos over lamps and flames of the place, whose strength the clip lets flicker. */
export const drawGlows = async (compositor: Compositor, plate: Plate, framing: Framing): Promise<Glow[]> => {
  const { window, width, unit, ground } = framing
  const scale = width / window.width
  const placedAt = (lamp: Lamp) => ({
    x: (lamp.x - window.x) * scale,
    y: (deepened(lamp.y, ground) - window.y) * scale,
  })
  const listed = [
    ...plate.flames.map((lamp) => ({ lamp, flame: true })),
    ...(plate.light.lampsOn ? plate.lamps.map((lamp) => ({ lamp, flame: false })) : []),
  ]
  const inView = listed.filter(({ lamp }) => {
    const { x, y } = placedAt(lamp)
    return x > -60 * unit && x < width + 60 * unit && y > -60 * unit && y < framing.height + 60 * unit
  })
  const glows = inView.slice(0, 8).map(async ({ lamp, flame }, index): Promise<Glow | null> => {
    const r = Math.min(170 * unit, Math.max(26 * unit, lamp.r * scale))
    const svg =
      `<defs><radialGradient id="l"><stop offset="0" stop-color="${lamp.colour}" stop-opacity=".34"/><stop offset=".25" stop-color="${lamp.colour}" stop-opacity=".19"/>` +
      `<stop offset=".55" stop-color="${lamp.colour}" stop-opacity=".07"/><stop offset="1" stop-color="${lamp.colour}" stop-opacity="0"/></radialGradient></defs>` +
      `<circle r="100" fill="url(#l)"/>`
    const cutout: Cutout = {
      key: `glow ${lamp.colour}|`,
      svg,
      box: { x: -100, y: -100, width: 200, height: 200 },
      foot: { x: 0, y: 0 },
      scale: Math.round(r) / 100,
      blurPx: 0,
      ...standing(framing, placedAt(lamp)),
      texture: null,
    }
    const sprite = await spriteFor(compositor, cutout, framing)
    return sprite && { ...sprite, index, flame }
  })
  return (await Promise.all(glows)).filter((one) => one !== null)
}
