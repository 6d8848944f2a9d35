import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { crc32 } from 'node:zlib'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takePicture } from '@/providers/own/takePicture'

let folder: string
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'backlot-pictures-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const plain = (width: number, height: number, background: sharp.Color = '#c04030') =>
  sharp({ create: { width, height, channels: 3, background } })
const take = async (name: string, bytes: Uint8Array) => {
  const file = join(folder, name)
  writeFileSync(file, bytes)
  return takePicture(file, join(folder, `${name}-taken`))
}

/** A PNG whose head tells of a picture this large. */
const pretending = async (width: number, height: number): Promise<Buffer> => {
  const png = await plain(16, 16).png().toBuffer()
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(height, 20)
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  return png
}

describe('a picture of a person’s own', () => {
  it('becomes a JPEG of at most 2048 px, with its main colours', async () => {
    const taken = await take('wide.png', await plain(3000, 1500).png().toBuffer())
    expect(taken).toMatchObject({ width: 2048, height: 1024, colours: ['#c04030'], notices: [] })
    expect(taken.file).toMatch(/\.jpg$/)
  })

  it('that is transparent stays a cut-out, without its empty margin', async () => {
    const dot = await plain(300, 200, '#204080').png().toBuffer()
    const cut = sharp({ create: { width: 900, height: 900, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    const taken = await take(
      'cut.webp',
      await cut
        .composite([{ input: dot }])
        .webp({ lossless: true })
        .toBuffer(),
    )
    expect(taken).toMatchObject({ width: 300, height: 200 })
    expect(taken.colours).toHaveLength(1)
    expect(taken.file).toMatch(/\.png$/)
  })

  it('that lies on its side is set upright', async () => {
    const taken = await take('side.jpg', await plain(400, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer())
    expect([taken.width, taken.height]).toEqual([300, 400])
  })

  it('in printing colours, moving, or tiny is used, and it is said', async () => {
    const cmyk = await take('print.jpg', await plain(300, 300).toColourspace('cmyk').jpeg().toBuffer())
    expect(cmyk.notices[0]).toMatch(/CMYK/)
    expect((await sharp(cmyk.file).metadata()).space).toBe('srgb')
    const frames = await Promise.all(['#ff0000', '#00ff00'].map((colour) => plain(300, 300, colour).png().toBuffer()))
    const moving = await take(
      'moves.gif',
      await sharp(frames, { join: { animated: true } })
        .gif()
        .toBuffer(),
    )
    expect(moving).toMatchObject({ width: 300, height: 300, colours: ['#ff0000'] })
    expect(moving.notices[0]).toMatch(/moves/)
    expect((await take('tiny.png', await plain(40, 30).png().toBuffer())).notices[0]).toMatch(/only 40x30 px/)
  })

  it('that is a drawing is made large enough to be seen', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="32"><circle cx="32" cy="16" r="14" fill="#17324d"/></svg>'
    const taken = await take('mark.svg', Buffer.from(svg))
    expect(taken.height).toBeGreaterThan(300)
    expect(taken.notices).toEqual([])
  })

  const refused: { what: string; name: string; bytes: () => Promise<Uint8Array>; why: RegExp }[] = [
    {
      what: 'words',
      name: 'words.jpg',
      bytes: () => Promise.resolve(Buffer.from('No picture.')),
      why: /no picture that/,
    },
    { what: 'half a file', name: 'half.jpg', bytes: () => half(plain(800, 800)), why: /broken/ },
    { what: 'a wall of pixels', name: 'huge.png', bytes: () => pretending(60_000, 60_000), why: /million pixels/ },
    { what: 'a dot', name: 'dot.png', bytes: () => plain(3, 3).png().toBuffer(), why: /only 3x3 px/ },
    { what: 'nothing', name: 'nothing.png', bytes: () => Promise.resolve(Buffer.alloc(0)), why: /empty/ },
  ]
  it.each(refused)('that is $what is refused with the reason', async ({ name, bytes, why }) => {
    await expect(bytes().then((made) => take(name, made))).rejects.toThrow(why)
  })
})

const half = async (picture: sharp.Sharp): Promise<Uint8Array> => (await picture.jpeg().toBuffer()).subarray(0, 900)
