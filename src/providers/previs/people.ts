import { canonical } from '@/domain/canonical'
import { goes } from '@/domain/scene/posture'
import type { StagedPerson } from '@/domain/scene/staging'
import type { Compositor } from './compositor/openCompositor'
import { atRest, going } from './crossing'
import { figureSvg } from './figures/figureSvg'
import type { FramedPerson, Framing } from './framed'
import type { Light } from './light'
import type { Mouth } from './life'
import { withPortrait } from './own/ownPortraits'
import { hash32 } from './random'
import type { Raster } from './pixels'
import { cropped, cutOf, drawCut, spriteOf, type Cut, type Cutout, type Sprite } from './sprites'

/** A person ready to be laid into frames: one sprite per phase of walking, patches for mouth and lids. */
export type Puppet = {
  person: StagedPerson
  framed: FramedPerson
  phases: Phase[]
  /** Who crosses the frame's edge has other pictures on the way. */
  going: Phase[] | null
}

export type Phase = { body: Sprite; mouths: Map<Mouth, Sprite>; lids: Sprite | null }

/** What the clip will ask of a puppet; a still asks nothing. */
export type Acting = {
  walks: boolean
  speaks: boolean
  blinks: boolean
  /** Comes in or goes out while we look. */
  crosses: boolean
  reach: { x: number; y: number }
}

type Box = { x: number; y: number; width: number; height: number }
type Stand = { framing: Framing; framed: FramedPerson; light: Light }

const walkPhases = 8

/** Everyone steps in their own time. */
const firstPhase = (name: string) => hash32(name) % walkPhases

/** Draws one person in every state the acting needs. null when nothing of them is in the frame. */
export const drawPuppet = async (
  compositor: Compositor,
  person: StagedPerson,
  { stand, acting }: { stand: Stand; acting: Acting },
): Promise<Puppet | null> => {
  const rests = acting.crosses || person.crossing?.way === 'leaves'
  const phases = await drawPhases(compositor, rests ? atRest(person) : person, { stand, acting })
  if (!phases) return null
  const silent = { ...acting, walks: stand.framing.layered, speaks: false, blinks: false }
  const way = acting.crosses ? await drawPhases(compositor, going(person), { stand, acting: silent }) : null
  return { person, framed: stand.framed, phases, going: way }
}

const drawPhases = async (
  compositor: Compositor,
  person: StagedPerson,
  { stand, acting }: { stand: Stand; acting: Acting },
): Promise<Phase[] | null> => {
  const phases: Phase[] = []
  const grain = acting.walks ? walkGrain(stand) : 1
  for (let i = 0; i < (acting.walks ? walkPhases : 1); i++) {
    const phase = goes(person.pose) ? (firstPhase(person.name) + i) % walkPhases : null
    const base = { person, stand, phase, grain }
    const drawn = figureOf(base)
    const cut = cutOf(drawn.cutout, viewOf(stand, { acting, grain }))
    if (!cut) return null
    const body = onFrame(compositor, await drawCut(drawn.cutout, cut), { cutout: drawn.cutout, cut, grain })
    const patch = (box: Box | null, change: Change) => box && drawPatch(compositor, { base, change, box, cut })
    const mouths = new Map<Mouth, Sprite>()
    for (const mouth of acting.speaks ? ([1, 2] as const) : []) {
      const sprite = await patch(drawn.mouth, { mouth })
      if (sprite) mouths.set(mouth, sprite)
    }
    phases.push({ body, mouths, lids: acting.blinks ? await patch(drawn.eyes, { eyes: 'closed' }) : null })
  }
  return phases
}

/** `grain`: drawn pixels per pixel of the frame. */
type Base = { person: StagedPerson; stand: Stand; phase: number | null; grain: number }
type Change = { mouth: 1 | 2 } | { eyes: 'closed' } | null

const figureOf = ({ person, stand, phase, grain }: Base, change: Change = null) => {
  const { framing, framed, light } = stand
  const drawn = figureSvg({
    look: person.look,
    view: person.view,
    pose: person.pose,
    emotion: person.emotion,
    light,
    heightPx: framed.scale * grain * 1000,
    silhouette: framed.near,
    seenTo: seenTo(stand),
    ...(person.holds ? { holds: person.holds } : {}),
    ...(phase === null ? {} : { walkPhase: phase }),
    ...change,
  })
  const facesAway = person.view === 'back' || framed.near
  const drawing = withPortrait(drawn, {
    picture: person.portrait,
    facesAway,
    light,
    child: person.look.age === 'child',
  })
  const roll = (framing.roll * Math.PI) / 180
  const from = { x: framed.x - framing.width / 2, y: framed.feetY - framing.height / 2 }
  const grounded = framing.layered || framed.feetY < framing.height
  const shadow = grounded && !framed.near ? shadowOf(person, light) : ''
  const cutout: Cutout = {
    key: keyOf({ person, stand, phase, grain }, change),
    svg: shadow + drawing.svg,
    box: shadow ? withShadow(drawing.box, 60 + 1.25 * (shadowHalves[person.pose] ?? 112)) : drawing.box,
    foot: { x: 0, y: 1000 },
    x: grain * (framing.width / 2 + from.x * Math.cos(roll) - from.y * Math.sin(roll)),
    y: grain * (framing.height / 2 + from.x * Math.sin(roll) + from.y * Math.cos(roll)),
    scale: framed.scale * grain,
    squash: framed.squash,
    roll: framing.roll,
    blurPx: framed.near ? 3 * framing.unit : 0,
    texture: framed.near ? null : { strength: 0.55, wobblePx: 0.6 },
  }
  return { cutout, mouth: drawing.mouth, eyes: drawing.eyes }
}

/** The same drawing has the same key. */
const keyOf = ({ person, stand: { framed, light }, phase }: Base, change: Change): string =>
  `${person.name}|${canonical([person.look, person.view, person.pose, person.emotion, person.holds, phase, framed.near, light, change, ...(person.portrait ? [person.portrait.sha256] : [])])}`

/** Where the frame's lower edge, with all that the camera may travel below it, cuts the figure. */
const seenTo = ({ framing, framed }: Stand): number => {
  if (framing.roll !== 0) return 1000
  const below = framing.height + (framing.margin.y + 16 * framing.unit) * framed.parallax - framed.feetY
  return Math.min(1000, Math.ceil(1000 + below / (framed.scale * framed.squash)))
}

const shadowHalves: Partial<Record<StagedPerson['pose'], number>> = { walk: 150, run: 150, sit: 124, kneel: 170, sit_ground: 170, lie: 520 } // prettier-ignore

/** What people throw on the ground, away from the light. */
const shadowOf = ({ pose, look }: StagedPerson, light: Light): string => {
  const wide = (shadowHalves[pose] ?? 112) * (look.age === 'child' ? 0.66 : 1)
  const side = String(-light.sunSide * wide * 0.22)
  return `<ellipse cx="${side}" cy="997" rx="${String(wide)}" ry="15" fill="${light.ink}" fill-opacity="${light.wet ? '.5' : '.36'}"/>`
}

const withShadow = (box: Box, wide: number): Box => {
  const x = Math.min(box.x, -wide)
  const right = Math.max(box.x + box.width, wide)
  return { x, y: box.y, width: right - x, height: Math.max(box.height, 1014 - box.y) }
}

const viewOf = ({ framing, framed }: Stand, { acting, grain }: { acting: Acting; grain: number }) => ({
  width: framing.width * grain,
  height: framing.height * grain,
  reachX: ((framing.margin.x + 4) * framed.parallax + acting.reach.x) * grain,
  reachY: ((framing.margin.y + 4) * framed.parallax + acting.reach.y) * grain,
})

/** Eight pictures of a tall walker cost more than a whole place: they are drawn smaller, which nobody sees in motion. */
const walkGrain = ({ framed }: Stand): number => Math.min(1, Math.max(0.6, 270 / (framed.scale * 1000)))

/** A drawing as a sprite of the frame. */
const onFrame = (
  compositor: Compositor,
  raster: Raster,
  { cutout, cut, grain }: { cutout: Cutout; cut: Cut; grain: number },
): Sprite => ({
  ...spriteOf(compositor, raster, { x: (cutout.x + cut.x) / grain, y: (cutout.y + cut.y) / grain }),
  ...(grain < 1 ? { zoom: 1 / grain } : {}),
})

/** A mouth or a pair of lids, drawn with padding (or the rim light would follow its edge), then cropped to fit the face. */
const drawPatch = async (
  compositor: Compositor,
  { base, change, box, cut }: { base: Base; change: Change; box: Box; cut: Cut },
): Promise<Sprite | null> => {
  const { cutout } = figureOf(base, change)
  const { scale, squash, roll, foot } = cutout
  const turn = (roll * Math.PI) / 180
  const middle = { x: (box.x + box.width / 2 - foot.x) * scale, y: (box.y + box.height / 2 - foot.y) * scale * squash }
  const x = middle.x * Math.cos(turn) - middle.y * Math.sin(turn)
  const y = middle.x * Math.sin(turn) + middle.y * Math.cos(turn)
  const lean = Math.abs(Math.sin(turn))
  const width = 2 * Math.ceil((box.width + lean * box.height) * scale * 0.5 + 1)
  const height = 2 * Math.ceil((box.height * squash + lean * box.width) * scale * 0.5 + 1)
  const part = {
    x: 2 * Math.round((x - width / 2 - cut.x) / 2),
    y: 2 * Math.round((y - height / 2 - cut.y) / 2),
    width,
    height,
  }
  const inside =
    part.x >= 0 && part.y >= 0 && part.x + width <= cut.width && part.y + height <= cut.height && width * height > 24
  if (!inside) return null
  const pad = 2 * Math.ceil(20 * scale)
  const padded = { x: cut.x + part.x - pad, y: cut.y + part.y - pad, width: width + 2 * pad, height: height + 2 * pad }
  const raster = cropped(await drawCut(cutout, padded), { x: pad, y: pad, width, height })
  return onFrame(compositor, raster, {
    cutout,
    cut: { ...part, x: cut.x + part.x, y: cut.y + part.y },
    grain: base.grain,
  })
}
