import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorOf, hasStack, openFilmHome, type FilmHome } from '../support/filmCommand'

const small = 'INT. A - DAY\n\nMara waits at the window.\n'
const scenes = (count: number) =>
  Array.from({ length: count }, (_, i) => `INT. ROOM ${i} - DAY\n\nMARA opens door ${i}.\n\n`).join('')

let it_: FilmHome
beforeAll(() => {
  it_ = openFilmHome()
})
afterAll(() => it_.close())

/** Refused before anything is started: exit 2, what, why and fix, nothing made. */
const refuses = async (code: string, argv: string[], env?: Record<string, string>) => {
  const ended = await it_.run(['film', ...argv, '--json'], env)
  expect(ended.code, ended.stderr).toBe(2)
  const error = errorOf(ended)
  expect(error.code).toBe(code)
  for (const part of [error.what, error.why, error.fix]) {
    expect(part.length).toBeGreaterThan(5)
    expect(ended.stderr).toContain(part)
  }
  expect(hasStack(ended.stderr + ended.stdout)).toBe(false)
  expect(existsSync(it_.at('home', 'db'))).toBe(false)
  expect(existsSync(it_.at('home', 'films'))).toBe(false)
  return error
}

const given = (name: string, content: string | Uint8Array): string => {
  const file = it_.at(name)
  writeFileSync(file, content)
  return file
}

describe('the film command refuses', () => {
  it('an empty file', async () => {
    await refuses('SCREENPLAY_EMPTY', [given('empty.fountain', ' \n\t\n')])
  })

  it('a picture that calls itself a screenplay, and says what it is', async () => {
    const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70])
    expect((await refuses('SCREENPLAY_NOT_TEXT', [given('photo.fountain', jpeg)])).why).toMatch(/JPEG/)
  })

  it('eleven megabytes, without reading them', async () => {
    await refuses('SCREENPLAY_TOO_LARGE', [given('large.fountain', Buffer.alloc(11_000_000, 'INT. A - DAY\n'))])
  })

  it('six thousand scenes', async () => {
    await refuses('TOO_MANY_SCENES', [given('many.fountain', scenes(6000))])
  })

  it('a title page without a film', async () => {
    await refuses('NOTHING_TO_FILM', [given('title.fountain', 'Title: Nothing\nAuthor: Nobody\n\n')])
  })

  it('a path that is not there, with its control characters taken out', async () => {
    const ended = await it_.run(['film', it_.at('no\u001b[31mwhere.fountain')])
    expect(ended.code).toBe(2)
    expect(ended.stderr).toMatch(/There is no such file/)
    expect(ended.stderr).not.toContain('\u001b')
  })

  it('a folder with nothing in it', async () => {
    mkdirSync(it_.at('folder.fountain'))
    await refuses('OWN_FOLDER_EMPTY', [it_.at('folder.fountain')])
  })

  it('a device that never ends', async () => {
    await refuses('FILE_NOT_READABLE', ['/dev/zero'])
  })

  it.skipIf(process.getuid?.() === 0)('a file this user may not read', async () => {
    const file = given('locked.fountain', small)
    chmodSync(file, 0o000)
    await refuses('FILE_NOT_READABLE', [file])
  })

  it('an --out where nothing can be made, and leaves no folder behind', async () => {
    const file = given('small.fountain', small)
    await refuses('OUT_NOT_WRITABLE', [file, '--out', '/proc/no/such/place'])
    await refuses('OUT_NOT_WRITABLE', [file, '--out', it_.at('small.fountain', 'film')])
    expect(readFileSync(file, 'utf8')).toBe(small)
  })

  it('an --out that holds somebody’s own film', async () => {
    mkdirSync(it_.at('mine'))
    writeFileSync(it_.at('mine', 'film.mp4'), 'mine')
    await refuses('OUT_TAKEN', [given('small.fountain', small), '--out', it_.at('mine')])
    expect(readdirSync(it_.at('mine'))).toEqual(['film.mp4'])
    expect(readFileSync(it_.at('mine', 'film.mp4'), 'utf8')).toBe('mine')
  })

  it('a hostile slug', async () => {
    await refuses('SLUG_REFUSED', [given('small.fountain', small), '--slug', '../../etc'])
  })

  it('a mongod that is none, and an ffmpeg that is none', async () => {
    const file = given('small.fountain', small)
    const ended = await it_.run(['film', file, '--json'], { BACKLOT_MONGOD: '/bin/false' })
    expect(ended.code, ended.stderr).toBe(2)
    expect(errorOf(ended).why).toMatch(/BACKLOT_MONGOD|\/bin\/false/)
    expect(hasStack(ended.stderr)).toBe(false)
    const other = await it_.run(['film', file, '--json'], { FFMPEG_PATH: it_.at('nowhere') })
    expect(other.code, other.stderr).toBe(2)
    expect(errorOf(other).why).toMatch(/FFMPEG_PATH|nowhere/)
  })
})

describe('the other commands', () => {
  it('go on when nobody reads their answer any more', async () => {
    const command = it_.start(['breakdown', given('many.fountain', scenes(900))])
    command.child.stdout?.destroy()
    const { code, stderr } = await command.ended
    expect(stderr).toBe('')
    expect(code).toBe(0)
  })
})
