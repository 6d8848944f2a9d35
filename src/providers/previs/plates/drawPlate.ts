import { archetypeOf, type Archetype } from './archetypeOf'
import { type LayerName, type PlaceAsked, type Plate, type PlateLayer, type SetDrawing, world } from './plate'
import { setFor } from './sets/setFor'
import { footHaze, rect } from './shapes'
import { drawSky } from './sky'
import { stageOf, type Stage } from './stage'
import { turnedLamp, turnOf } from './turn'

const sheets: Record<LayerName, Omit<PlateLayer, 'name' | 'svg'>> = {
  sky: { depth: 1, parallax: 0.1, blurPx: 0 },
  far: { depth: 0.75, parallax: 0.25, blurPx: 0 },
  mid: { depth: 0.4, parallax: 0.55, blurPx: 0 },
  near: { depth: 0.08, parallax: 1, blurPx: 0 },
  foreground: { depth: -0.3, parallax: 1.6, blurPx: 2.4 },
}

/** Draws a place as five sheets of SVG, back to front, in the 1600x900 world.
 *  The same name gives the same place; hour and weather change its light only, never where things stand. */
export const drawPlate = (asked: PlaceAsked): Plate => {
  const archetype = archetypeOf(asked.place)
  const stage = stageOf(asked)
  const drawing = setFor[archetype](stage)
  const turn = turnOf(asked.place, archetype)
  const layer = (name: LayerName, svg: string): PlateLayer => ({ name, ...sheets[name], svg })
  return {
    archetype,
    light: stage.light,
    layers: [
      layer('sky', drawing.sky ?? drawSky(stage)),
      layer('far', drawing.far),
      layer('mid', drawing.mid + veil(asked, stage, drawing) + apron(stage, drawing)),
      layer('near', drawing.near),
      layer('foreground', drawing.foreground),
    ],
    lamps: (drawing.lamps ?? []).map((lamp) => turnedLamp(turn, lamp)),
    turn,
    drives: drivesIn(archetype, stage),
    groundY: drawing.groundY ?? world.groundY,
    water: drawing.water ?? null,
    flames: (drawing.flames ?? []).map((lamp) => turnedLamp(turn, lamp)),
  }
}

/** Seen from its side, or through the rear window; unless its name says that it stands. */
const drivesIn = (archetype: Archetype, { second, name }: Stage): Plate['drives'] => {
  if (/\b(parked|stationary|standing|wreck|depot)\b/.test(name)) return null
  if (archetype === 'train') return { way: 'side', shell: 'mid' }
  return archetype === 'car' ? { way: second ? 'side' : 'back', shell: 'near' } : null
}

/** The ground again, on the middle sheet and below the near one's edge: hidden until a dolly pulls the two apart. */
const apron = (stage: Stage, drawing: SetDrawing): string =>
  stage.laid && !drawing.water ? rect([-200, stage.laid.y, 2000, 1010 - stage.laid.y], stage.laid.colour) : ''

/** Fog, rain and snow lie between the middle and the near sheet too. */
const veil = (asked: PlaceAsked, stage: Stage, drawing: SetDrawing): string => {
  const most = { clear: 0, windy: 0, cloudy: 0.08, rainy: 0.22, stormy: 0.26, snowy: 0.34, foggy: 0.62 }[asked.weather]
  if (asked.place.interior || most === 0) return ''
  return footHaze(stage, [-200, 300, 2000, (drawing.groundY ?? world.groundY) - 270], most)
}
