import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PictureRequest } from '@/providers/spec/pictures'
import { drawBoard } from '@/providers/previs/board'
import { previsImages } from '@/providers/previs/boardImages'
import { looks, person, staging } from './cast'

const apart = (a: Buffer, b: Buffer) => a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0) / a.length

describe('the boards', () => {
  let folder = ''
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'boards-'))))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const scene = staging({ people: [person('mara', 0.4), person('vance', 0.64, { view: 'three_quarter_left' })] })
  const request = (subject: PictureRequest['subject']): PictureRequest => ({
    prompt: '', negativePrompt: '', seed: 1, width: 320, height: 180, references: [], base: null, subject,
  }) // prettier-ignore
  const make = async (name: string, subject: PictureRequest['subject']) => {
    const file = join(folder, name)
    const size = await previsImages().make(request(subject), { file, signal: new AbortController().signal })
    return { size, bytes: await readFile(file) }
  }

  it('draw the same staging to the same bytes', async () => {
    const once = await make('a.png', { kind: 'layer', staging: scene })
    const again = await make('b.png', { kind: 'layer', staging: scene })
    expect(again.bytes.equals(once.bytes)).toBe(true)
    const { width, height, format } = await sharp(once.bytes).metadata()
    expect({ width, height, format }).toEqual({ width: 320, height: 180, format: 'png' })
    expect(await readdir(folder)).toEqual(['a.png', 'b.png'])
  })

  it('show the bare place framed as the scene is, and with the people something else', async () => {
    const bare = await drawBoard(scene, { shown: [] })
    const full = await drawBoard(scene)
    expect(apart(bare.data, full.data)).toBeGreaterThan(1)
    const corner = (data: Buffer) => data.subarray(0, 320 * 3 * 40)
    expect(apart(corner(bare.data), corner(full.data))).toBeLessThan(0.2)
  })

  it('differ across a cut to another size, another person or another hour', async () => {
    const first = await drawBoard(scene)
    const changes = [{ shotSize: 'medium' }, { people: [person('pip', 0.5)] }, { timeOfDay: 'noon' }, { movement: 'pan' }] as const // prettier-ignore
    for (const change of changes) {
      const other = await drawBoard({
        ...scene,
        ...change,
        people: [...('people' in change ? change.people : scene.people)],
      })
      expect(apart(first.data, other.data), JSON.stringify(change)).toBeGreaterThan(1)
    }
  })

  it('draw a view of a person and a thing by itself', async () => {
    const view = await make('view.png', { kind: 'view', name: 'mara', look: looks.mara, view: 'front' })
    const prop = await make('prop.png', { kind: 'prop', noun: 'key' })
    expect(view.size).toEqual({ width: 320, height: 180 })
    expect((await sharp(prop.bytes).stats()).entropy).toBeGreaterThan(0.5)
  })

  it('write nothing once the work was called off', async () => {
    const stopped = previsImages().make(request({ kind: 'layer', staging: scene }), {
      file: join(folder, 'never.png'),
      signal: AbortSignal.abort(new Error('called off')),
    })
    await expect(stopped).rejects.toThrow('called off')
    expect(await readdir(folder)).not.toContain('never.png')
  })
})
