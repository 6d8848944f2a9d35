import { build } from 'esbuild'
import { MongoClient } from 'mongodb'
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dataHolder } from '@/host/mongod/dataHolder'
import { openMongod } from '@/host/mongod/openMongod'
import { foundTools } from '../foundTools'

const { mongod: mongodPath } = foundTools()

// The program is bundled in the checkout, where it finds its packages.
const bundles = mkdtempSync(resolve('node_modules', '.cache', 'hold-'))
beforeAll(async () => {
  await build({
    entryPoints: [resolve('tests/host/mongod/holdDatabase.ts')],
    outfile: join(bundles, 'holdDatabase.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    tsconfig: resolve('tsconfig.json'),
  })
})
afterAll(() => {
  rmSync(bundles, { recursive: true, force: true })
})

let base = ''
let home = ''
const programs = new Set<ChildProcess>()
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'backlot-mongod-'))
  home = join(base, 'a home with spaces', 'x'.repeat(120))
  mkdirSync(home, { recursive: true })
})
afterEach(async () => {
  for (const program of programs) program.kill('SIGKILL')
  programs.clear()
  await ended()
  rmSync(base, { recursive: true, force: true, maxRetries: 3 })
})

const holder = () => dataHolder({ data: join(home, 'db', 'data'), watchdog: join(home, 'db', 'watchdog.pid') })

const ended = async (limitMs = 20_000): Promise<number> => {
  const began = Date.now()
  while (holder() !== undefined && Date.now() - began < limitMs) await sleep(20)
  return Date.now() - began
}

const until = async (holds: () => boolean | Promise<boolean>, limitMs = 30_000) => {
  const began = Date.now()
  while (Date.now() - began < limitMs) {
    if (await holds()) return true
    await sleep(30)
  }
  return false
}

/** Another program on the same home; resolves to its address when it has the database. */
const program = () => {
  const child = spawn(process.execPath, [join(bundles, 'holdDatabase.mjs'), home, mongodPath], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  programs.add(child)
  const uri = new Promise<string>((done, fail) => {
    child.stdout.setEncoding('utf8')
    child.stdout.once('data', (text: string) => {
      done(text.trim())
    })
    child.once('exit', (code) => {
      fail(new Error(`the program ended with ${String(code)}`))
    })
  })
  uri.catch(() => undefined)
  return { child, uri }
}

const withDb = async <T>(uri: string, work: (client: MongoClient) => Promise<T>): Promise<T> => {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 20_000 })
  try {
    return await work(client)
  } finally {
    await client.close()
  }
}

const open = () => openMongod({ home, mongodPath, log: () => undefined })

describe('the database of one BACKLOT_HOME', () => {
  it('is a replica set with transactions, keeps its data, and ends when it is closed', async () => {
    const first = await open()
    expect(first.uri).toMatch(/^mongodb:\/\/127\.0\.0\.1:\d+\/backlot\?replicaSet=rs0&directConnection=true$/)
    await withDb(first.uri, (client) =>
      client.withSession((session) =>
        session.withTransaction(() => client.db().collection('films').insertOne({ title: 'Dune' }, { session })),
      ),
    )
    await first.close()
    expect(await first.exited).toBeUndefined()
    expect(await ended()).toBeLessThan(3000)
    const second = await open()
    expect(second.uri).toBe(first.uri)
    expect(await withDb(second.uri, (client) => client.db().collection('films').countDocuments())).toBe(1)
    await second.close()
  })

  it('is one for two programs that start at once, and outlives the kill of either', async () => {
    const [one, two] = [program(), program()]
    expect(await one.uri).toBe(await two.uri)
    const mongod = holder()
    one.child.kill('SIGKILL')
    await sleep(1500)
    expect(holder()).toBe(mongod)
    await withDb(await two.uri, (client) => client.db().collection('films').insertOne({ title: 'Alien' }))
    two.child.kill('SIGKILL')
    expect(await ended()).toBeLessThan(3000)
  })

  it('is there again at once after its last program was killed', async () => {
    for (let kills = 0; kills < 3; kills++) {
      const { child, uri } = program()
      await uri
      child.kill('SIGKILL')
    }
    const database = await open()
    expect(await withDb(database.uri, (client) => client.db().command({ ping: 1 }))).toMatchObject({ ok: 1 })
    await database.close()
  })

  it('leaves nothing behind when its program is killed while mongod starts', async () => {
    const { child } = program()
    expect(await until(() => holder() !== undefined)).toBe(true)
    child.kill('SIGKILL')
    expect(await ended()).toBeLessThan(10_000)
  })

  it('comes back on the same address when mongod dies, for every program that holds it', async () => {
    const other = program()
    const database = await open()
    expect(await other.uri).toBe(database.uri)
    await withDb(database.uri, async (client) => {
      await client.db().collection('films').insertOne({ title: 'Heat' })
      const mongod = holder()
      process.kill(mongod ?? 0, 'SIGKILL')
      expect(await until(() => holder() !== undefined && holder() !== mongod)).toBe(true)
      expect(await client.db().collection('films').countDocuments()).toBe(1)
    })
    other.child.kill('SIGKILL')
    await sleep(1500)
    expect(holder()).toBeDefined()
    await database.close()
    expect(await ended()).toBeLessThan(3000)
  })

  it('moves to another port when a stranger has taken its own, and the data moves along', async () => {
    const first = await open()
    await withDb(first.uri, (client) => client.db().collection('films').insertOne({ title: 'Ran' }))
    await first.close()
    await ended()
    const port = Number(new URL(first.uri).port)
    const stranger = createServer((visitor) => visitor.destroy()).listen(port, '127.0.0.1')
    const second = await open()
    expect(second.uri).not.toBe(first.uri)
    expect(await withDb(second.uri, (client) => client.db().collection('films').countDocuments())).toBe(1)
    await second.close()
    stranger.close()
  })

  it('tells what is wrong when mongod cannot start', async () => {
    const broken = join(home, 'mongod')
    const says = 'mongod: error while loading shared libraries: libcurl.so.4: cannot open shared object file'
    writeFileSync(broken, `#!/bin/sh\necho '${says}' >&2\nexit 127\n`, { mode: 0o755 })
    const opened = openMongod({ home, mongodPath: broken, log: () => undefined })
    await expect(opened).rejects.toMatchObject({ code: 'DATABASE_LIBRARIES_MISSING', fix: /libcurl4/ as unknown })
    expect(existsSync(join(home, 'db', 'start.lock'))).toBe(false)
  })
})
