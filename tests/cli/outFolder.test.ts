import { existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeOutFolder, refuseOthersFilm } from '@/cli/outFolder'
import { partOf, placeFile, removeParts, writeText } from '@/cli/writeWhole'
import { fullDisk } from '@/cli/fullDisk'
import { harmless } from '@/cli/whyRefused'

let folder: string
const at = (...path: string[]) => join(folder, ...path)
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'backlot-out-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const fresh = (name: string) => {
  mkdirSync(at(name))
  return at(name)
}

describe('the folder a film goes to', () => {
  it('is made, level by level, and taken away again only while it is empty', async () => {
    mkdirSync(at('stood'))
    const withdraw = await makeOutFolder(at('stood', 'a', 'b'))
    writeFileSync(at('stood', 'a', 'kept'), '')
    await withdraw()
    expect(readdirSync(at('stood'))).toEqual(['a'])
    expect(readdirSync(at('stood', 'a'))).toEqual(['kept'])
  })

  it('may be made by several commands at once', async () => {
    for (const round of ['one', 'two', 'three'])
      await Promise.all(Array.from({ length: 20 }, () => makeOutFolder(at(round, 'a', 'b'))))
  })

  it.each(['/proc/no/such/place', '/dev/null/film'])('is refused at %s, soon', async (place) => {
    await expect(makeOutFolder(place)).rejects.toMatchObject({ code: 'OUT_NOT_WRITABLE' })
  })

  it('is this film’s by its manifest, finished or not, and nobody else’s', async () => {
    const out = fresh('ours')
    await expect(refuseOthersFilm(out, 'mine')).resolves.toBeUndefined()
    await expect(refuseOthersFilm(at('nowhere'), 'mine')).resolves.toBeUndefined()
    writeFileSync(join(out, 'holiday.jpg'), '')
    await expect(refuseOthersFilm(out, 'mine')).resolves.toBeUndefined()
    writeFileSync(join(out, 'film.mp4'), '')
    await expect(refuseOthersFilm(out, 'mine')).rejects.toMatchObject({ code: 'OUT_TAKEN' })
    writeFileSync(join(out, 'manifest.json.77.part'), JSON.stringify({ project: { slug: 'mine' } }))
    await expect(refuseOthersFilm(out, 'mine')).resolves.toBeUndefined()
    await expect(refuseOthersFilm(out, 'other')).rejects.toMatchObject({ why: expect.stringContaining('mine') as string }) // prettier-ignore
    writeFileSync(join(out, 'manifest.json.77.part'), '{"project":{"sl')
    await expect(refuseOthersFilm(out, 'mine')).rejects.toMatchObject({ code: 'OUT_TAKEN' })
  })
})

describe('a file of the film folder', () => {
  it('is there whole or not at all, and what stood there stays when it fails', async () => {
    const out = fresh('whole')
    await writeText(join(out, 'film.srt'), 'one')
    await expect(placeFile(join(out, 'nowhere'), join(out, 'film.srt'))).rejects.toThrow()
    expect(readFileSync(join(out, 'film.srt'), 'utf8')).toBe('one')
    expect(readdirSync(out)).toEqual(['film.srt'])
  })

  it('may be the very file it is placed from', async () => {
    const out = fresh('same')
    writeFileSync(join(out, 'media.mp4'), 'film')
    linkSync(join(out, 'media.mp4'), join(out, 'film.mp4'))
    await placeFile(join(out, 'media.mp4'), join(out, 'film.mp4'))
    expect(readdirSync(out).toSorted()).toEqual(['film.mp4', 'media.mp4'])
    expect(readFileSync(join(out, 'film.mp4'), 'utf8')).toBe('film')
  })

  it('leaves no parts of commands that are gone, but those of others', async () => {
    const out = fresh('parts')
    const film = join(out, 'film.mp4')
    for (const name of ['film.mp4.4194999.part', 'film.mp4.x.part', 'other.4194999.part'])
      writeFileSync(join(out, name), '')
    writeFileSync(partOf(film), '')
    await removeParts([film])
    expect(existsSync(join(out, 'film.mp4.4194999.part'))).toBe(false)
    expect(readdirSync(out)).toHaveLength(3)
  })
})

describe('what a person is told', () => {
  it('of a full disk is the disk, whatever broke first', () => {
    const story = { code: 'UNEXPECTED', what: 'What?', why: 'x.png: write error\nsystem error: No space left on device\n', fix: 'Fix.' } // prettier-ignore
    expect(fullDisk(story)).toMatchObject({ code: 'DISK_FULL', why: expect.stringContaining('No space left') as string }) // prettier-ignore
    expect(fullDisk({ ...story, why: 'No idea.' })).toMatchObject({ code: 'UNEXPECTED', what: 'What?' })
  })

  it('cannot steer the terminal', () => {
    expect(harmless('a\u001b[31mb\u202ec\nd\te')).toBe('a�[31mb�c\nd\te')
    expect(harmless('夜 🎬 ليل')).toBe('夜 🎬 ليل')
  })
})
