import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Decided } from '@/domain/scene/decided'
import { projectSettingsSchema } from '@/domain/project/projectSettings'
import type { StepContext } from '@/pipeline/defineStep'
import { composeLayers } from '@/pipeline/scene/composePicture'
import { previsImages } from '@/providers/previs/boardImages'
import { measuredJudge } from '@/providers/previs/measuredJudge'
import type { ImageModel, PictureRequest } from '@/providers/spec/pictures'
import { looks, person, staging } from '../../providers/previs/cast'
import { boardPlace, boardView, planOfBoard } from '../../judges/boards'
import { galleryIn } from '../../judges/gallery'

type Call = { what: string; take: number; prompt: string; make(at: unknown): Promise<{ answer?: unknown }> }
type Wrong = (request: PictureRequest) => PictureRequest

describe('a picture put together layer by layer', () => {
  let folder = ''
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'composed-'))))
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const scene = staging({
    timeOfDay: 'noon',
    shotSize: 'medium',
    people: [person('mara', 0.5)],
    width: 640,
    height: 360,
  })

  /** A studio whose board artist draws the first take of one layer wrongly. */
  const studioOf = (layer: string, wrong: Wrong) => {
    const calls: Call[] = []
    const artist = previsImages()
    const image: ImageModel = {
      ...artist,
      make: (request, at) => artist.make(calls.filter((one) => one.what.endsWith(layer) && !one.what.startsWith('Judge')).length === 1 ? wrong(request) : request, at), // prettier-ignore
    }
    const call = async (asked: Call) => {
      calls.push(asked)
      const file = join(folder, `made ${String(calls.length)}.png`)
      const { answer } = await asked.make({ file, signal: new AbortController().signal })
      if (answer) return { answer, asset: null }
      const name = `kept ${String(calls.length)}.png`
      await copyFile(file, join(folder, name))
      return { asset: { name, sha256: name, mime: 'image/png', bytes: 1 } }
    }
    const context = {
      project: { settings: projectSettingsSchema.parse({}) },
      stores: { assets: { pathOf: (name: string) => join(folder, name) } },
      providers: { image, vision: measuredJudge() },
      call,
    } as unknown as StepContext
    return { calls, context }
  }
  const takesOf = async (layer: string, wrong: Wrong, decided?: Decided) => {
    const { calls, context } = studioOf(layer, wrong)
    const gallery = galleryIn(folder)
    await gallery.enrolCast([{ name: 'mara', look: looks.mara }], boardView)
    await gallery.enrolPlace(boardPlace(scene), scene)
    const { layers } = await composeLayers(planOfBoard(scene), context, { decided })
    return { takes: layers.map((one) => one.takes), layers, calls }
  }

  const stranger = { ...looks.vance, hat: 'none', skinColor: '#8c5836' } as const
  const asStranger: Wrong = (request) => ({
    ...request,
    subject: { kind: 'layer', staging: { ...scene, people: scene.people.map((one) => ({ ...one, look: stranger })) } },
  })

  it('is made once when every layer is right', async () => {
    expect((await takesOf('mara', (request) => request)).takes).toEqual([1, 1])
  })

  it('makes the layer of a person again who came in as somebody else, and says what was missed', async () => {
    const { takes, calls } = await takesOf('mara', asStranger)
    expect(takes).toEqual([1, 2])
    expect(calls.at(-2)).toMatchObject({ take: 2, prompt: expect.stringContaining('The last take missed:') as string })
  })

  describe('that a person has decided about', () => {
    const right: Wrong = (request) => request
    // calls are: place, its judge, place again or mara …, so the files say which take they are
    const accepted = (take: number, sha256: string, first: string) => ({ accepted: [{ layer: 0, take, sha256, first }], refused: [], note: '' }) // prettier-ignore

    it('keeps the take they took, though its judge refused it', async () => {
      const taken = { layer: 1, take: 1, sha256: 'kept 3.png', first: 'kept 3.png' }
      const { layers } = await takesOf('mara', asStranger, { accepted: [taken], refused: [], note: '' })
      expect(layers[1]).toMatchObject({ takes: 1, overruled: true })
      expect(layers[0]?.overruled).toBeUndefined()
    })

    it('goes on to the take they took, though an earlier one passes', async () => {
      const { takes } = await takesOf('OLD TOWN STREET', right, accepted(2, 'kept 3.png', 'kept 1.png'))
      expect(takes[0]).toBe(2)
    })

    it('forgets a choice that was about another picture', async () => {
      const { takes } = await takesOf('OLD TOWN STREET', right, accepted(2, 'kept 3.png', 'another'))
      expect(takes).toEqual([1, 1])
    })

    it('tells the next take what they did not like', async () => {
      const nearer: Wrong = (request) => ({
        ...request,
        subject: { kind: 'layer', staging: { ...scene, people: [person('mara', 0.4)] } },
      })
      const refused = { accepted: [], refused: ['kept 3.png'], note: 'No smile.' }
      const { takes, calls } = await takesOf('mara', nearer, refused)
      expect(takes).toEqual([1, 2])
      expect(calls.at(-2)?.prompt).toContain('No smile.')
    })
  })

  it('makes the place again that was drawn at the wrong hour, and the people on it once', async () => {
    const { takes } = await takesOf('OLD TOWN STREET', (request) => ({
      ...request,
      subject: { kind: 'place', staging: { ...scene, timeOfDay: 'night' } },
    }))
    expect(takes).toEqual([2, 1])
  })
})
