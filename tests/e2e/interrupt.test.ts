import { copyFileSync, existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorOf, openFilmHome, type FilmHome } from '../support/filmCommand'
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

describe('a film that is interrupted', { timeout: limitMs }, () => {
  it('ends soon, in order, and says how to go on', async () => {
    const command = studio.start(argv)
    await until('scenes are being made', () => /of \d+ steps · Scenes/.test(command.said()), limitMs)
    const began = performance.now()
    command.child.kill('SIGINT')
    const ended = await command.ended
    expect(ended.code, ended.stderr).toBe(130)
    expect((performance.now() - began) / 1000).toBeLessThan(15)
    expect(errorOf(ended)).toMatchObject({ code: 'INTERRUPTED', fix: expect.stringMatching(/same command/) as string })
    expect(existsSync(out)).toBe(false)
  })

  it('is gone on with by two commands at once, which make one film', async () => {
    const both = await Promise.all([studio.run(argv), studio.run(argv)])
    for (const { code, stderr } of both) expect(code, stderr).toBe(0)
    const manifest = expectWholeFilm(out)
    expect(manifest.run.reused).toBeGreaterThan(0)
    const again = await studio.run(argv)
    expect(again.code, again.stderr).toBe(0)
    expect(expectWholeFilm(out)).toMatchObject({ film: manifest.film, spent: manifest.spent, run: { ran: 0 } })
  })
})
