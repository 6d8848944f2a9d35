import { vehicleIn } from '@/domain/scene/vehicleIn'
import { pick } from '../../random'
import { drawVehicle } from '../pieces/vehicle'
import type { SetDrawing } from '../plate'
import { d, group } from '../shapes'
import type { Stage } from '../stage'
import { avenue } from './avenue'
import { square } from './square'

/** A street of the old town: houses across the end (first set), or running away from the lens (second set). Before the
 *  vehicle that its name speaks of ("EXT. TAXI"). */
export const street = (stage: Stage): SetDrawing => {
  const set = stage.second ? avenue(stage) : square(stage)
  return { ...set, near: set.near + parked(stage) }
}

const parked = (stage: Stage): string => {
  const kind = vehicleIn(stage.name)
  if (!kind) return ''
  const dice = stage.dice('parked')
  const colour = pick(['#8c3a34', '#2f5f6c', '#3f5a44', '#c0933f', '#54506a'], dice())
  const way = dice() < 0.5 ? 1 : -1
  const { light } = stage
  const svg = drawVehicle(kind, { colour, tint: stage.at(0.05), lit: light.lampsOn, ink: light.ink })
  return group(svg, d`transform="translate(${800 + way * (kind === 'bus' ? 60 : 190)} 792) scale(${-way} 1)"`)
}
