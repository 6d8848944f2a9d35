import { canonical } from '@/domain/canonical'
import { mix } from './colour'
import type { Compositor } from './compositor/openCompositor'
import type { Framing } from './framed'
import { lampColour, paint, paintGround, type Light } from './light'
import type { Archetype } from './plates/archetypeOf'
import { propSvg } from './props/propSvg'
import { hash32, random } from './random'
import type { Sprite } from './sprites'
import { spriteFor, standing, withHalo } from './things'

type Scene = { framing: Framing; light: Light; archetype: Archetype }
type Insert = NonNullable<Framing['insert']>

type Surface = { colour: string; grain: 'planks' | 'stone' | 'plain' | 'grass' }

const wood = (colour: string): Surface => ({ colour, grain: 'planks' })
const stone = (colour: string): Surface => ({ colour, grain: 'stone' })
const plain = (colour: string): Surface => ({ colour, grain: 'plain' })
const grass: Surface = { colour: '#6f7d4c', grain: 'grass' }

/** What a thing lies on in such a place. */
const surfaces: Record<Archetype, Surface> = {
  apartment: wood('#7d5638'), bar: wood('#5a3424'), beach: plain('#d8bd8a'), boat: wood('#9a7350'), building: stone('#9a9284'),
  car: plain('#54505a'), castle: stone('#7f7a74'), cave: stone('#5f5a5c'), church: wood('#6a4632'), cliff: stone('#7d776c'),
  desert: plain('#cfa56c'), field: grass, forest: { ...grass, colour: '#5c5a3e' }, garden: grass, harbour: wood('#7d6a58'),
  hospital: plain('#c4cec8'), kitchen: wood('#a8794c'), lake: grass, lighthouse: stone('#8a857c'), mountain: stone('#7c7a7c'),
  office: wood('#6b4c38'), palace: plain('#7a3a3c'), prison: stone('#6c6a68'), rooftop: stone('#7a7274'), school: wood('#b08654'),
  shop: wood('#7a563c'), space: plain('#8a8480'), spaceship: plain('#4c5a68'), station: wood('#7a6250'), street: stone('#6a6870'),
  stairwell: stone('#8b8580'), theatre: wood('#7a4e34'), train: plain('#e2d8c4'), waiting: wood('#8a6a4c'),
  corridor: wood('#7a5a42'), alley: stone('#6a6668'), market: wood('#8a6444'), pier: wood('#7d6a58'),
  bathroom: stone('#c2c8c4'), bedroom: wood('#7a563c'), lobby: stone('#a89a8a'),
  bridge: stone('#7f7a74'), busStop: stone('#6a6870'), petrol: stone('#7a7878'),
  dining: wood('#6f4630'),
} // prettier-ignore

/** The subject of an insert, large on a surface that belongs to the place, in a pool of light. */
export const drawInsert = async (compositor: Compositor, insert: Insert, scene: Scene): Promise<Sprite[]> => {
  const { framing, light, archetype } = scene
  const { width, height, margin } = framing
  const { colour, grain } = surfaces[archetype]
  const table = light.interior ? paint(colour, light, 0) : paintGround(colour, light, 0.05)
  const shine = light.lampsOn ? mix(light.key, lampColour, 0.6) : light.key
  const box = { x: -margin.x - 8, y: insert.edgeY, width: width + 2 * margin.x + 16, height: height - insert.edgeY + margin.y + 8 } // prettier-ignore
  const whole = `x="-400" y="${String(insert.edgeY)}" width="${String(width + 800)}" height="${String(height)}"`
  const svg =
    `<defs><linearGradient id="t" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${mix(table, light.haze, 0.18)}"/>` +
    `<stop offset=".7" stop-color="${mix(table, light.ink, 0.32)}"/></linearGradient>` +
    `<radialGradient id="p" cx=".5" cy=".3" r=".5"><stop offset="0" stop-color="${shine}" stop-opacity=".34"/><stop offset="1" stop-color="${shine}" stop-opacity="0"/></radialGradient></defs>` +
    `<rect ${whole} fill="url(#t)"/>${grains[grain](insert, { framing, light, table })}<rect ${whole} fill="url(#p)"/>` +
    `<rect x="-400" y="${String(insert.edgeY)}" width="${String(width + 800)}" height="${String(5 * framing.unit)}" fill="${mix(table, light.key, 0.35)}" fill-opacity=".8"/>`
  const base = { foot: { x: 0, y: 0 }, scale: 1, squash: 1, texture: { strength: 0.8, wobblePx: 0.5 }, blurPx: 0 }
  const key = `table|${canonical([light, archetype, framing.width, framing.height])}`
  const under = await spriteFor(compositor, { key, svg, box, ...standing(framing, { x: 0, y: 0 }), ...base }, framing)
  const thing = await drawThing(compositor, insert, { framing, light })
  return [under, thing].filter((one) => one !== null)
}

type Laid = { framing: Framing; light: Light; table: string }
const line = (d: string, colour: string, width: number) =>
  `<path d="${d}" stroke="${colour}" stroke-width="${width.toFixed(1)}" fill="none" stroke-opacity=".5"/>`

const grains: Record<Surface['grain'], (insert: Insert, laid: Laid) => string> = {
  plain: () => '',
  planks: ({ edgeY }, { framing: { width, height, unit }, light, table }) =>
    [0.24, 0.52, 0.78]
      .map((part) => line(`M${String(width * (0.5 + (part - 0.5) * 0.8))} ${String(edgeY)}L${String(width * (0.5 + (part - 0.5) * 2.2))} ${String(height + 200)}`, mix(table, light.ink, 0.3), 2.5 * unit))
      .join(''), // prettier-ignore
  stone: ({ edgeY }, { framing: { width, height, unit }, light, table }) => {
    const dice = random(hash32('slabs'))
    const deep = height - edgeY
    return [0.16, 0.44, 0.8]
      .map((part, row) => {
        const y = edgeY + part * deep
        const joints = Array.from({ length: 5 }, (_, i) => {
          const x = width * (0.5 + ((i + dice()) / 5 - 0.5) * (1.2 + row * 0.4))
          return line(`M${x.toFixed(0)} ${y.toFixed(0)}l${((x - width / 2) * 0.16).toFixed(0)} ${(0.3 * deep).toFixed(0)}`, mix(table, light.ink, 0.3), 2.5 * unit) // prettier-ignore
        })
        return (
          line(`M-400 ${y.toFixed(0)}H${String(width + 400)}`, mix(table, light.ink, 0.34), 3 * unit) + joints.join('')
        )
      })
      .join('')
  },
  grass: ({ edgeY }, { framing: { width, height, unit }, light, table }) => {
    const dice = random(hash32('blades'))
    return Array.from({ length: 90 }, () => {
      const [x, y] = [dice() * (width + 160) - 80, edgeY + 14 * unit + dice() * (height - edgeY)]
      const colour = mix(table, dice() < 0.5 ? light.ink : light.key, 0.2)
      return line(`M${x.toFixed(0)} ${y.toFixed(0)}q${(6 * unit * (dice() - 0.5)).toFixed(1)} ${(-14 * unit).toFixed(1)} ${(18 * unit * (dice() - 0.5)).toFixed(1)} ${(-30 * unit).toFixed(1)}`, colour, 4 * unit) // prettier-ignore
    }).join('')
  },
}

const drawThing = (compositor: Compositor, insert: Insert, { framing, light }: Omit<Scene, 'archetype'>) => {
  const { body, halo, box, shines } = propSvg({ noun: insert.noun, light, words: insert.words })
  const scale = insert.size / Math.max(box.width * 0.8, box.height)
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  // It lies on the table: its shadow falls from its own shape, away from the light.
  const fall = `<filter id="fall" x="-.2" y="-.2" width="1.4" height="1.5"><feDropShadow dx="${String(-light.sunSide * 2.2)}" dy="3" stdDeviation="1.6" flood-color="${light.ink}" flood-opacity=".55"/></filter>`
  const lying = `<defs>${fall}</defs><g filter="url(#fall)">${body}</g>${halo}`
  const wide = withHalo({ x: box.x - 8, y: box.y - 4, width: box.width + 16, height: box.height + 14 }, shines)
  const key = `${insert.noun}|insert ${canonical([light, insert.words])}`
  const at = standing(framing, insert)
  return spriteFor(compositor, { key, svg: lying, box: wide, foot: middle, scale, blurPx: 0, ...at }, framing)
}
