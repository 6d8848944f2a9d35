import { turnaroundViews } from '@/domain/cast/look'
import { compositePlan } from '@/domain/scene/compositePlan'
import type { Staging } from '@/domain/scene/staging'
import { angles, movements, poses, shotSizes, timesOfDay, weathers } from '@/domain/scene/vocabulary'
import type { PlannedLayer, ShotPlan } from '@/pipeline/scene/planShot'
import { looks, person, staging } from '../providers/previs/cast'

const rooms = ['KITCHEN', 'POLICE OFFICE', 'TRAIN CARRIAGE', 'HOSPITAL WARD', 'LIVING ROOM', 'CHURCH']
const outside = ['OLD TOWN STREET', 'HARBOUR PIER', 'LIGHTHOUSE', 'DARK FOREST', 'BEACH', 'ROOFTOP', 'CASTLE', 'CAVE']
const shapes = [[640, 360], [360, 640], [360, 360], [640, 360], [360, 450]] as const // prettier-ignore
const names = ['mara', 'jonas', 'pip', 'vance'] as const
const things = ['key', 'lantern', 'map', 'suitcase', 'bottle']
const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T

const peopleOf = (n: number, size: Staging['shotSize']) => {
  const single = size === 'medium_close' || size === 'close_up' || size === 'extreme_close_up'
  const count = size === 'insert' ? 0 : single ? 1 : size === 'over_shoulder' ? 2 : 1 + (n % 3)
  const places = [[0.5], [0.39, 0.63], [0.26, 0.5, 0.74]][count - 1] ?? []
  return places.map((x, i) => {
    const near = size === 'over_shoulder' && i === 1
    const view = near ? 'back' : at(turnaroundViews, n + i)
    const holds = !near && n % 5 === i ? 'letter' : ''
    return person(at(names, n + i), x, { view, near, holds, pose: at(poses, n + 2 * i) })
  })
}

/** Board number n of a varied film: other place, hour, weather, size, angle, move, shape and people each time. */
export const boardOf = (n: number): Staging => {
  const interior = n % 2 === 0
  const [width, height] = at(shapes, Math.floor(n / 3))
  const shotSize = at(shotSizes, n)
  return staging({
    place: { name: at(interior ? rooms : outside, Math.floor(n / 2)), interior, description: '' },
    timeOfDay: at(timesOfDay, n), weather: at(weathers, n * 3 + Math.floor(n / 7)), shotSize, angle: n % 3 ? 'eye_level' : at(angles, n),
    movement: at(movements, n * 7), people: peopleOf(n, shotSize), width, height,
    ...(n % 6 === 5 ? { memory: true as const } : {}),
    props: shotSize === 'insert' || n % 4 === 3 ? [{ noun: at(things, n), x: 0.5 }] : [],
  }) // prettier-ignore
}

const asset = (name: string) => ({ name, sha256: name, mime: 'image/png', bytes: 1 })
export const boardView = (who: string, view: string): string => `board ${who} ${view}.png`
export const boardPlace = ({ place, width, height }: Staging): string =>
  `board ${place.name} ${String(width)}x${String(height)}.png`

/** The plan a board would be made from, everybody enrolled from six sides. */
export const planOfBoard = (board: Staging): ShotPlan => {
  const layers = compositePlan(board).map((layer): PlannedLayer => {
    const view = board.people.find(({ name }) => name === layer.subject)?.view ?? 'front'
    const person = layer.kind === 'person'
    const file = { location: boardPlace(board), character: boardView(layer.subject, view), prop: '' }
    const own = turnaroundViews.filter((one) => one !== view).map((one) => asset(boardView(layer.subject, one)))
    const people = board.people.filter(({ name }) => name !== layer.subject).map(({ name }) => asset(boardView(name, view)))
    return {
      ...layer, prompt: '',
      references: layer.references.map((one) => ({ ...one, asset: one.role === 'prop' ? null : asset(file[one.role]) })),
      others: person ? { views: own, people } : { views: [], people: [] },
    }
  })
  return { staging: board, layers, placeEnrolled: true, notShown: [], negativePrompt: '', retakeNote: '[prompt] The last take missed: [missed]', videoPrompt: '', slate: { left: '', right: '' } }
} // prettier-ignore

export const boardCast = Object.entries(looks).map(([name, look]) => ({ name, look }))
