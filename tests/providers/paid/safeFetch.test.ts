import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { isPublic, type Resolve } from '@/providers/paid/publicLookup'
import { safeFetch } from '@/providers/paid/safeFetch'
import {
  answers,
  drops,
  endless,
  endlessly,
  openProviderServer,
  silent,
  type Doing,
} from '../../contracts/providerServer'

const server = await openProviderServer()
const host = new URL(server.url).host
const folder = mkdtempSync(join(tmpdir(), 'backlot-fetch-'))
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const to = join(folder, 'taken', 'pier.png')
const signal = new AbortController().signal
const bytes = Buffer.alloc(300_000, 'pier')
type More = { allowHosts?: string[]; resolve?: Resolve; bytesMost?: number; withinMs?: number }
const take = (url: string, { allowHosts = [host], resolve, bytesMost = 1_000_000, withinMs = 5000 }: More = {}) =>
  safeFetch({ url, to, bytesMost, withinMs }, { allowHosts, signal, ...(resolve ? { resolve } : {}) })
const fault = (url: string, more: More = {}): Promise<unknown> => take(url, more).catch((error: unknown) => error)
const sends =
  (body: Buffer, headers: Record<string, string> = {}): Doing =>
  (_seen, res) =>
    void res.writeHead(200, { 'content-type': 'image/png', ...headers }).end(body)
const nothingLeft = () =>
  expect(existsSync(join(folder, 'taken')) ? readdirSync(join(folder, 'taken')) : []).toEqual([])

describe('an address in a provider’s answer', () => {
  it('is not followed when it is private, in any notation', async () => {
    server.does(sends(bytes))
    const { port } = new URL(server.url)
    const inside = ['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '0', '10.0.0.1', '172.16.3.4', '192.168.0.1', '169.254.169.254', '100.64.0.1', '192.0.2.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::7f00:1]', '[fe80::1]', '[fc00::1]', '[64:ff9b::7f00:1]', '[2002:7f00:1::]', '[2001:db8::1]', '[fec0::1]'] // prettier-ignore
    for (const name of inside)
      expect(await fault(`https://${name}:${port}/pier.png`, { allowHosts: [] }), name).toMatchObject({ code: 'MEDIA_ADDRESS_REFUSED', retry: 'never' }) // prettier-ignore
    expect(server.seen).toEqual([])
    for (const open of ['8.8.8.8', '2606:4700:4700::1111', '::ffff:8.8.8.8']) expect(isPublic(open), open).toBe(true)
    for (const odd of ['localhost', '', '1.2.3', 'ff02::1', '0.0.0.0']) expect(isPublic(odd), odd).toBe(false)
  })

  it('is not followed without https, with a password, or when it is none', async () => {
    const odd = ['http://example.org/x', 'ftp://example.org/x', 'file:///etc/passwd', 'data:image/png;base64,AA==', 'https://user:pass@example.org/x', '//x', '', 'javascript:1'] // prettier-ignore
    for (const url of odd)
      expect(await fault(url, { allowHosts: [] }), url).toMatchObject({ code: 'MEDIA_ADDRESS_REFUSED' })
  })

  it('is not followed to a name that leads inside, not even by one of its addresses', async () => {
    server.does(sends(bytes))
    const inside: Resolve[] = [
      () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
      () => Promise.resolve([{ address: '93.184.216.34', family: 4 }, { address: '10.0.0.7', family: 4 }]), // prettier-ignore
      () => Promise.resolve([{ address: '::ffff:127.0.0.1', family: 6 }]),
    ]
    const { port } = new URL(server.url)
    for (const resolve of inside)
      expect(await fault(`https://cdn.example.org:${port}/x`, { allowHosts: [], resolve })).toMatchObject({ code: 'MEDIA_ADDRESS_REFUSED' }) // prettier-ignore
    expect(server.seen).toEqual([])
  })

  it('is resolved once: a name that says something else the second time is not asked a second time', async () => {
    let asked = 0
    const rebinds: Resolve = () => {
      asked++
      return Promise.resolve([{ address: asked === 1 ? '93.184.216.34' : '127.0.0.1', family: 4 }])
    }
    const url = `https://cdn.example.org:${new URL(server.url).port}/x`
    expect(await fault(url, { allowHosts: [], resolve: rebinds, withinMs: 400 })).toMatchObject({ code: 'MEDIA_NOT_REACHED', retry: 'later' }) // prettier-ignore
    expect(asked).toBe(1)
    expect(server.seen).toEqual([])
  })

  it('is not followed inside by being sent on', async () => {
    for (const location of [
      'http://127.0.0.1:1/x',
      'https://169.254.169.254/latest',
      'https://[::1]/x',
      'file:///etc/passwd',
    ]) {
      // prettier-ignore
      server.does((_seen, res) => void res.writeHead(302, { location }).end())
      expect(await fault(`${server.url}/a`), location).toMatchObject({ code: 'MEDIA_ADDRESS_REFUSED' })
    }
    server.does((_seen, res) => void res.writeHead(302, { location: '/a' }).end())
    expect(await fault(`${server.url}/a`)).toMatchObject({ code: 'MEDIA_NOT_REACHED' })
    expect(server.seen).toHaveLength(6)
    nothingLeft()
  })
})

describe('a file a provider made', () => {
  it('is taken whole, with the hash of its bytes, also when it has moved', async () => {
    server.does((seen, res) =>
      seen.path === '/a' ? void res.writeHead(302, { location: '/b' }).end() : sends(bytes)(seen, res),
    )
    expect(await take(`${server.url}/a`)).toEqual({
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mime: 'image/png',
    })
    expect(readFileSync(to).equals(bytes)).toBe(true)
    expect(readdirSync(join(folder, 'taken'))).toEqual(['pier.png'])
    rmSync(to)
  })

  it('is not taken when it is larger than it may be, said or not', async () => {
    server.does(sends(Buffer.alloc(2_000_000)))
    expect(await fault(server.url)).toMatchObject({ code: 'MEDIA_TOO_LARGE', retry: 'never' })
    server.does(endless)
    expect(await fault(server.url)).toMatchObject({ code: 'MEDIA_NOT_AS_ASKED' }) // it says that it is JSON
    server.does((_seen, res) => endlessly(res, 'video/mp4'))
    expect(await fault(server.url)).toMatchObject({ code: 'MEDIA_TOO_LARGE' })
    nothingLeft()
  })

  it('is fetched again when it was cut, lied about its length, came too slowly or not at all', async () => {
    const cutOff: Doing = (_seen, res) => {
      res.writeHead(200, { 'content-type': 'image/png', 'content-length': '300000' })
      res.write(bytes.subarray(0, 1000))
      setTimeout(() => res.destroy(), 20)
    }
    const half: Doing = (_seen, res) => {
      res.writeHead(200, { 'content-type': 'image/png' })
      res.write(bytes.subarray(0, 1000))
      setTimeout(() => res.destroy(), 20)
    }
    const drips: Doing = async (_seen, res) => {
      res.writeHead(200, { 'content-type': 'image/png' })
      while (!res.destroyed) {
        res.write('x')
        await pause(20)
      }
    }
    for (const doing of [cutOff, half, drips, drops, silent, sends(Buffer.alloc(0)), answers(503, {})]) {
      server.does(doing)
      expect(await fault(server.url, { withinMs: 400 })).toMatchObject({ code: 'MEDIA_NOT_REACHED', retry: 'later' })
    }
    nothingLeft()
  })

  it('is gone when the provider keeps it no more, and a page that explains is no picture', async () => {
    for (const status of [403, 404, 410]) {
      server.does(answers(status, {}))
      expect(await fault(`${server.url}/x?sig=secret`)).toMatchObject({ code: 'MEDIA_GONE', retry: 'never' })
      expect(String(await fault(`${server.url}/x?sig=secret`))).not.toContain('secret')
    }
    server.does(answers(200, '<html>', { 'content-type': 'text/html; charset=utf-8' }))
    expect(await fault(server.url)).toMatchObject({ code: 'MEDIA_NOT_AS_ASKED', retry: 'later' })
    nothingLeft()
  })

  it('may come from a server that says all at once and hangs up, while the disk is slow', async () => {
    const large = Buffer.alloc(8_000_000, 'sea')
    server.does((_seen, res) => {
      res.writeHead(200, { 'content-type': 'video/mp4', 'content-length': String(large.length), connection: 'close' })
      res.end(large)
    })
    const takes = Array.from(
      { length: 4 },
      (_, n) =>
      safeFetch({ url: server.url, to: join(folder, `many${String(n)}`, 'x.mp4'), bytesMost: 1e7, withinMs: 20_000 }, { allowHosts: [host], signal }), // prettier-ignore
    )
    expect((await Promise.all(takes)).map(({ bytes: taken }) => taken)).toEqual([8e6, 8e6, 8e6, 8e6])
  })

  it('is left when whoever wanted it is stopped', async () => {
    server.does(silent)
    const stop = AbortSignal.timeout(100)
    const end: unknown = await safeFetch({ url: server.url, to, bytesMost: 1e6, withinMs: 5000 }, { allowHosts: [host], signal: stop }).catch((error: unknown) => error) // prettier-ignore
    expect(end).toMatchObject({ name: 'TimeoutError' })
    nothingLeft()
  })
})
