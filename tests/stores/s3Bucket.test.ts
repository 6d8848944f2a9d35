import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { assetsStore } from '@/stores/assetsStore'
import { s3Bucket } from '@/stores/bucket/s3Bucket'
import { sha256Of } from '@/stores/sha256'
import { openTestDatabase, type TestDatabase } from '../support/testDatabase'

/** A server that speaks S3, with its files in a folder. */
type S3Server = { run: () => Promise<{ port: number }>; close: () => Promise<void> }
const require = createRequire(import.meta.url)
const S3rver = require('s3rver') as new (options: object) => S3Server

let database: TestDatabase
let server: S3Server
let endpoint: string
const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }
const folder = mkdtempSync(join(tmpdir(), 'backlot-s3-'))

beforeAll(async () => {
  database = await openTestDatabase()
  server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 'server'),
    configureBuckets: [{ name: 'films' }],
  })
  endpoint = `http://127.0.0.1:${String((await server.run()).port)}`
})
afterAll(async () => {
  await server.close()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => database.control.db.collection('assets').deleteMany({}))

const bucket = (name = 'films', at = endpoint) => s3Bucket({ bucket: name, region: 'us-east-1', endpoint: at, credentials }) // prettier-ignore
let machines = 0
/** A machine of its own: its own folder, the same database and bucket. */
const machine = (with_: ReturnType<typeof bucket> | null = bucket()) => {
  const media = join(folder, `machine${String(++machines)}`)
  const assets = assetsStore(database.control, media, with_)
  return { assets, media, wipe: () => rmSync(media, { recursive: true, force: true }) }
}
const made = async (text: string): Promise<string> => {
  await mkdir(join(folder, 'scratch'), { recursive: true })
  const file = join(folder, 'scratch', `${sha256Of(text).slice(0, 8)}.txt.png`)
  writeFileSync(file, text)
  return file
}

describe('media in a bucket', () => {
  it('are there before anybody is told of them, and come back whole where the folder lacks them', async () => {
    const [here, there] = [machine(), machine()]
    const asset = await here.assets.keep(await made('a lamp'), 'p')
    expect(await there.assets.find(asset.sha256)).toEqual(asset)
    expect(there.assets.has(asset.name)).toBe(false)
    expect(await there.assets.present([asset.name])).toBe(true)
    expect(readFileSync(there.assets.pathOf(asset.name), 'utf8')).toBe('a lamp')
    here.wipe()
    await here.assets.bringAll({ from: { picture: { name: asset.name, frames: [asset.name] } } })
    expect(here.assets.has(asset.name)).toBe(true)
    expect(await here.assets.present([`${'0'.repeat(64)}.png`])).toBe(false)
  })

  it('hold a large file by streams', async () => {
    const [here, there] = [machine(), machine()]
    const asset = await here.assets.keep(await made('frame '.repeat(3_000_000)), 'p')
    expect(await there.assets.present([asset.name])).toBe(true)
    expect(await there.assets.find(asset.sha256)).toMatchObject({ bytes: 18_000_000 })
  })

  it('take in what was kept before there was a bucket, once', async () => {
    const without = machine(null)
    const asset = await without.assets.keep(await made('before'), 'p')
    const since = assetsStore(database.control, without.media, bucket())
    const until = new AbortController().signal
    expect(await since.fillBucket(until)).toBe(1)
    expect(await since.fillBucket(until)).toBe(0)
    expect(await machine().assets.present([asset.name])).toBe(true)
  })

  it('are refused when their bytes are others than their name says, and nothing is left of them', async () => {
    const { assets, media } = machine()
    const name = `${sha256Of('what it should be')}.png`
    await bucket().put(name, { path: await made('something else'), mime: 'image/png' })
    await expect(assets.present([name])).rejects.toMatchObject({ story: { code: 'BUCKET_FAILED' } })
    expect(assets.has(name)).toBe(false)
    expect(readdirSync(media)).toEqual([])
  })

  it('are not told of when the bucket does not take them', async () => {
    const refused = machine(bucket('nobody-made-this'))
    await expect(refused.assets.keep(await made('lost?'), 'p')).rejects.toMatchObject({ story: { code: 'BUCKET_FAILED' }, retry: 'afterFix' }) // prettier-ignore
    expect(await refused.assets.find(sha256Of('lost?'))).toBeNull()
    const away = machine(bucket('films', 'http://127.0.0.1:9'))
    await expect(away.assets.keep(await made('away'), 'p')).rejects.toMatchObject({ story: { code: 'BUCKET_FAILED' }, retry: 'later' }) // prettier-ignore
    expect(await database.control.db.collection('assets').countDocuments()).toBe(0)
  })

  it('go when their project goes', async () => {
    const here = machine()
    const asset = await here.assets.keep(await made('gone'), 'p')
    await here.assets.removeFile(asset.name)
    expect(await machine().assets.present([asset.name])).toBe(false)
  })
})
