import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { ffmpegFilm } from '@/providers/ffmpeg/ffmpegFilm'
import { takeMade } from '@/providers/paid/takeMade'
import type { Made } from '@/providers/spec/paidProvider'
import { at, place, tools } from '../ffmpeg/mediaTools'
import { answers, openProviderServer } from '../../contracts/providerServer'

const server = await openProviderServer()
afterAll(() => server.close())
const film = ffmpegFilm(tools)
const to = place('taken/pier.png')
const still = await sharp({ create: { width: 64, height: 36, channels: 3, background: '#357' } })
  .png()
  .toBuffer()
const sha256 = createHash('sha256').update(still).digest('hex')
const take = (made: Made) =>
  takeMade({ made, asked: { kind: 'picture', width: 1600, height: 900 }, to }, { allowHosts: [new URL(server.url).host], film, signal: at.signal }) // prettier-ignore

describe('what a provider made is taken into the house', () => {
  it('from its address, or out of the answer, with the same name for the same bytes', async () => {
    server.does((_seen, res) => void res.writeHead(200, { 'content-type': 'image/png' }).end(still))
    expect(await take({ kind: 'picture', url: `${server.url}/pier.png` })).toMatchObject({ sha256, width: 64, ending: 'png' }) // prettier-ignore
    expect(await take({ kind: 'picture', bytes: still })).toMatchObject({ sha256, bytes: still.length })
    expect(readFileSync(to).equals(still)).toBe(true)
    expect(readdirSync(dirname(to))).toEqual(['pier.png'])
  })

  it('or not at all', async () => {
    const broken = [
      { made: { kind: 'picture', bytes: still.subarray(0, 60) }, code: 'MEDIA_BROKEN' },
      { made: { kind: 'picture', bytes: Buffer.from('hello') }, code: 'MEDIA_NOT_AS_ASKED' },
      { made: { kind: 'picture', bytes: Buffer.alloc(0) }, code: 'MEDIA_NOT_AS_ASKED' },
      { made: { kind: 'picture', url: 'http://10.0.0.1/x' }, code: 'MEDIA_ADDRESS_REFUSED' },
      { made: { kind: 'picture', bytes: Buffer.alloc(65_000_000) }, code: 'MEDIA_TOO_LARGE' },
    ] as const
    for (const { made, code } of broken) await expect(take(made), code).rejects.toMatchObject({ code })
    server.does(answers(404, {}))
    await expect(take({ kind: 'picture', url: server.url })).rejects.toMatchObject({ code: 'MEDIA_GONE' })
    expect(existsSync(to)).toBe(false)
    expect(readdirSync(dirname(to))).toEqual([])
  })
})
