import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fitStill } from '@/providers/ffmpeg/fitStill'

describe('a picture brought to the size of the film', () => {
  let folder = ''
  const at = (name: string) => join(folder, name)
  /** Red, with blue edges a fifth wide at the left and the right. */
  const wide = async (width: number, height: number): Promise<string> => {
    const edge = await sharp({ create: { width: Math.round(width / 5), height, channels: 3, background: '#00f' } }).png().toBuffer() // prettier-ignore
    await sharp({ create: { width, height, channels: 3, background: '#f00' } })
      .composite([
        { input: edge, gravity: 'west' },
        { input: edge, gravity: 'east' },
      ])
      .jpeg({ quality: 95 })
      .toFile(at('wide.jpg'))
    return at('wide.jpg')
  }
  const colourAt = async (x: number, y: number): Promise<string> => {
    const { data } = await sharp(at('still.png')).extract({ left: x, top: y, width: 1, height: 1 }).raw().toBuffer({ resolveWithObject: true }) // prettier-ignore
    return [...data].map((value) => (value > 128 ? 'f' : '0')).join('')
  }
  const fit = async (picture: string, crop: boolean) => {
    await fitStill({ picture, width: 320, height: 320, crop }, at('still.png'))
    const { width, height, format } = await sharp(at('still.png')).metadata()
    expect([width, height, format]).toEqual([320, 320, 'png'])
  }
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'still-'))))
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('keeps the middle where the model padded it', async () => {
    await fit(await wide(640, 320), true)
    expect([await colourAt(2, 160), await colourAt(160, 2)]).toEqual(['f00', 'f00'])
  })

  it('is letterboxed where all of it is wanted', async () => {
    await fit(await wide(640, 320), false)
    expect([await colourAt(160, 2), await colourAt(160, 160), await colourAt(2, 160)]).toEqual(['000', 'f00', '00f'])
  })

  it('fills the frame where it is only a few pixels off', async () => {
    await fit(await wide(1001, 1000), false)
    expect(await colourAt(160, 0)).toBe('f00')
  })

  it('shows black through what is transparent, or keeps it so', async () => {
    const picture = at('clear.png')
    await sharp({ create: { width: 32, height: 32, channels: 4, background: '#0000' } })
      .png()
      .toFile(picture)
    const size = { width: 64, height: 64, crop: false }
    await fitStill({ picture, ...size }, at('still.png'))
    expect((await sharp(at('still.png')).stats()).isOpaque).toBe(true)
    await fitStill({ picture, ...size, keepsTransparent: true }, at('clear-still.png'))
    expect((await sharp(at('clear-still.png')).stats()).isOpaque).toBe(false)
  })

  it('fills the frame with what a model calls the same shape', async () => {
    await fitStill({ picture: await wide(1344, 768), width: 640, height: 360, crop: false }, at('still.png'))
    expect([await colourAt(0, 180), await colourAt(639, 180), await colourAt(320, 0)]).toEqual(['00f', '00f', 'f00'])
  })
})
