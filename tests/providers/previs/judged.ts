import { join } from 'node:path'
import sharp from 'sharp'
import { turnaroundViews } from '@/domain/cast/look'
import { compositePlan } from '@/domain/scene/compositePlan'
import type { Staging } from '@/domain/scene/staging'
import { angles, movements, poses, shotSizes, timesOfDay, weathers } from '@/domain/scene/vocabulary'
import type { PlannedLayer, ShotPlan } from '@/pipeline/scene/planShot'
import type { PlannedQuestion } from '@/pipeline/scene/questions'
import { drawBoard } from '@/providers/previs/board'
import { drawCharacterView } from '@/providers/previs/figures/drawCharacterView'
import type { VisionQuestion } from '@/providers/spec/vision'
import { looks, person, staging } from './cast'

const rooms = ['KITCHEN', 'POLICE OFFICE', 'TRAIN CARRIAGE', 'HOSPITAL WARD', 'LIVING ROOM', 'CHURCH']
const outside = ['OLD TOWN STREET', 'HARBOUR PIER', 'LIGHTHOUSE', 'DARK FOREST', 'BEACH', 'ROOFTOP', 'CASTLE', 'CAVE']
const shapes = [[384, 216], [216, 384], [240, 240], [240, 300]] as const // prettier-ignore
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

type Drawn = { data: Uint8Array; width: number; height: number }

/** Draws pictures and references into a folder, as the pipeline would have them made. */
export const judgedIn = (folder: string) => {
  const save = async (name: string, { data, width, height }: Drawn) => {
    const channels = data.length === width * height * 3 ? 3 : 4
    await sharp(data, { raw: { width, height, channels } })
      .removeAlpha()
      .png({ compressionLevel: 1 })
      .toFile(join(folder, name))
    return { name, sha256: name, mime: 'image/png', bytes: 1 }
  }
  const picture = async (name: string, scene: Staging, shown?: string[]) =>
    save(name, await drawBoard(scene, { shown: shown ?? null }))
  const enrolledPlace = (name: string, scene: Staging) =>
    picture(name, { ...scene, timeOfDay: 'noon', weather: 'clear', shotSize: 'wide', angle: 'eye_level', movement: 'static', people: [], props: [] }, []) // prettier-ignore
  const enrolledView = async (scene: Staging, who: string) => {
    const one = scene.people.find(({ name }) => name === who)
    const [look, view] = [one?.look ?? looks.mara, one?.view ?? 'front']
    return save(`view ${who} ${view}.png`, await drawCharacterView({ look, view, width: 240, height: 360 }))
  }
  const planOf = async (id: string, scene: Staging): Promise<ShotPlan> => {
    const layers: PlannedLayer[] = []
    for (const layer of compositePlan(scene)) {
      const references = []
      for (const one of layer.references) {
        const asset = one.role === 'location' ? await enrolledPlace(`${id} place.png`, scene) : one.role === 'character' ? await enrolledView(scene, one.name) : null // prettier-ignore
        references.push({ ...one, asset })
      }
      layers.push({ ...layer, prompt: '', references })
    }
    return { staging: scene, layers, placeEnrolled: true, notShown: [], negativePrompt: '', retakeNote: '[prompt] The last take missed: [missed]', videoPrompt: '', slate: { left: '', right: '' } } // prettier-ignore
  }
  const shownBy = ({ staging: { people, props } }: PlannedLayer) => [
    ...people.map((one) => one.name),
    ...props.map((one) => one.noun),
  ]
  const standingOf = async (id: string, { staging: scene, layers }: ShotPlan) => {
    const standing = []
    for (const layer of layers)
      standing.push({ asset: await picture(`${id} ${String(layer.index)}.png`, scene, shownBy(layer)) })
    return standing
  }
  const fileOf = (asset: { name: string } | null) => asset && { file: join(folder, asset.name) }
  const asked = ({ layer: _, reference, under, made, ...claim }: PlannedQuestion): VisionQuestion => ({
    ...claim, reference: fileOf(reference), under: fileOf(under), made: fileOf(made),
  }) // prettier-ignore
  return { save, picture, planOf, standingOf, shownBy, asked, file: (name: string) => join(folder, name) }
}
