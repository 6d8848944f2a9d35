import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { colourDriftMost, shapeDriftMost } from '@/domain/continuity/measuredShot'
import type { Staging } from '@/domain/scene/staging'
import { measuredContinuity } from '@/providers/previs/continuity/measuredContinuity'
import { drawCharacterView } from '@/providers/previs/figures/drawCharacterView'
import { looks, person, staging } from '../cast'
import { boardView, planOfBoard } from '../../../judges/boards'
import { galleryIn } from '../../../judges/gallery'

const folder = mkdtempSync(join(tmpdir(), 'backlot-continuity-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const gallery = galleryIn(folder)
const meter = measuredContinuity()
const { signal } = new AbortController()

/** Everybody of a picture, held against their own views or, as `seenAs`, against somebody else's. */
const measure = async (id: string, scene: Staging, seenAs?: keyof typeof looks) => {
  const plan = planOfBoard(scene)
  const standing = await gallery.layersOf(id, plan)
  const file = (at: number) => ({ file: gallery.file(standing[at]?.asset.name ?? '') })
  const people = []
  for (const { kind, subject, index } of plan.layers) {
    if (kind !== 'person') continue
    const own = scene.people.find(({ name }) => name === subject)
    const look = seenAs ? looks[seenAs] : own?.look
    const view = `${id} ${boardView(subject, own?.view ?? 'front')}`
    if (look && own)
      await gallery.save(view, await drawCharacterView({ look, view: own.view, width: 320, height: 480 }))
    const { timeOfDay, weather, shotSize, angle, movement } = scene
    people.push({
      person: subject, under: file(index - 1), made: file(index), view: { file: gallery.file(view) },
      circumstances: { timeOfDay, weather, interior: scene.place.interior, shotSize, angle, movement },
    }) // prettier-ignore
  }
  return meter.measure({ picture: file(standing.length - 1), lastFrame: file(0), people }, signal)
}

const frame = (more: Partial<Staging>) => staging({ width: 480, height: 270, ...more })

describe('a person in a finished picture', () => {
  it('has the colours and the outline of the enrolled view, at night, in rain and beside others', async () => {
    const pictures: [string, Staging][] = [
      ['night', frame({ shotSize: 'medium', weather: 'rainy', people: [person('mara', 0.5)] })],
      ['two', frame({ shotSize: 'medium_wide', timeOfDay: 'dawn', people: [person('jonas', 0.36), person('vance', 0.64, { view: 'three_quarter_left' })] })],
      ['close', frame({ shotSize: 'close_up', timeOfDay: 'noon', place: { name: 'KITCHEN', interior: true, description: '' }, people: [person('pip', 0.5, { view: 'front' })] })],
    ] // prettier-ignore
    for (const [id, scene] of pictures)
      for (const { measured } of (await measure(id, scene)).people) {
        expect(measured?.colour).toBeLessThan(colourDriftMost)
        expect(measured?.shape ?? 0).toBeLessThan(shapeDriftMost)
      }
  })

  it('in somebody else’s coat has drifted', async () => {
    const scene = frame({ shotSize: 'medium', people: [person('mara', 0.5)] })
    const { people } = await measure('coat', scene, 'vance')
    expect(people[0]?.measured?.regions.costume).toBeGreaterThan(colourDriftMost)
  })

  it('is not measured when too small to be seen', async () => {
    const scene = frame({ shotSize: 'extreme_wide', width: 320, height: 180, people: [person('mara', 0.5)] })
    const { people } = await measure('far', scene)
    expect(people[0]?.measured).toBeNull()
    expect(people[0]?.tall).toBeLessThan(60)
  })

  it('comes with prints of the first and the last picture, the same every time', async () => {
    const scene = frame({ shotSize: 'wide', people: [] })
    const [one, other] = [await measure('print', scene), await measure('print', scene)]
    expect(one).toEqual(other)
    expect(Buffer.from(one.first, 'base64')).toHaveLength(432)
    expect(one.first).toBe(one.last)
  })
})
