import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorOf, hasStack, openFilmHome, type FilmHome } from '../support/filmCommand'
import { expectWholeFilm } from '../support/filmFolder'
import { until } from '../support/until'

const limitMs = 240_000

let studio: FilmHome
let out: string
let argv: string[]
beforeAll(() => {
  studio = openFilmHome()
  out = studio.at('out')
  const file = studio.at('two-rooms.fountain')
  copyFileSync('tests/screenplays/two-rooms.fountain', file)
  argv = ['film', file, '--out', out, '--resolution', '360p', '--json']
})
afterAll(() => studio.close())

/** A disk of this many kB at that place; null where this user may not mount one. */
const smallDisk = (folder: string, kb: number): (() => void) | null => {
  mkdirSync(folder, { recursive: true })
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kb}k`, 'none', folder]).status !== 0) return null
  return () => void execFileSync('umount', [folder])
}

/** The ffmpeg processes that this command started. */
const encodersOf = (parent: number): number[] =>
  readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return []
    try {
      const mine = new RegExp(`^PPid:\\s${parent}$`, 'm').test(readFileSync(`/proc/${pid}/status`, 'utf8'))
      return mine && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('ffmpeg\0') ? [Number(pid)] : []
    } catch {
      return [] // ended meanwhile
    }
  })

/** The mongod that began to write this log last. */
const databaseOf = (log: string): number =>
  Number([...readFileSync(log, 'utf8').matchAll(/"MongoDB starting","attr":\{"pid":(\d+)/g)].at(-1)?.[1])

describe('a film that was stopped half-way', { timeout: limitMs }, () => {
  it('by a full disk says so, and leaves nothing half-written', async (test) => {
    const giveBack = smallDisk(studio.at('home', 'tmp'), 120)
    if (!giveBack) return test.skip('mounting a small disk takes root')
    try {
      const ended = await studio.run(argv)
      expect(ended.code, ended.stderr).toBe(1)
      expect(errorOf(ended)).toMatchObject({ code: 'DISK_FULL', what: 'The disk is full.' })
      expect(hasStack(ended.stderr)).toBe(false)
      expect(existsSync(out)).toBe(false)
    } finally {
      giveBack()
    }
  })

  it.skipIf(!existsSync('/proc/self/status'))(
    'goes on, and outlives the death of an encoder and of the database',
    async () => {
      const command = studio.start(argv)
      const [encoder] = await until(
        'ffmpeg runs',
        () => {
          const found = encodersOf(command.child.pid ?? 0)
          return found.length > 0 && found
        },
        limitMs,
      )
      if (encoder !== undefined) process.kill(encoder, 'SIGKILL')
      process.kill(databaseOf(studio.at('home', 'logs', 'mongod.log')), 'SIGKILL')
      const ended = await command.ended
      expect(ended.code, ended.stderr).toBe(0)
      expectWholeFilm(out)
    },
  )
})
