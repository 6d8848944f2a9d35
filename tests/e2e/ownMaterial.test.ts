import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundTools } from '../host/foundTools'
import { errorOf, openFilmHome, type FilmHome } from '../support/filmCommand'
import { expectWholeFilm, readManifest } from '../support/filmFolder'

const limitMs = 300_000
const screenplay =
  'Title: Own Things\n\nINT. KITCHEN - DAY\n\nMARA holds a cup.\n\nMARA\nSay that again.\n\nEXT. STREET - DAY\n\nTOM waits at the door.\n'

let studio: FilmHome
beforeAll(() => {
  studio = openFilmHome()
})
afterAll(() => studio.close())

const put = (path: string, bytes: string | Uint8Array): string => {
  const file = studio.at(path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, bytes)
  return file
}
const picture = (colour: string, width = 640, height = 480) =>
  sharp({ create: { width, height, channels: 3, background: colour } })
    .png()
    .toBuffer()
const tool = (path: string, ...args: string[]): void => {
  mkdirSync(dirname(studio.at(path)), { recursive: true })
  execFileSync(foundTools().ffmpeg, ['-v', 'error', '-y', ...args, studio.at(path)])
}
const film = (folder: string) =>
  studio.run(['film', studio.at(folder), '--out', studio.at('out'), '--resolution', '360p', '--clips', '--json'])

/** Mean colour of one frame of the film. */
const colourAt = async (second: number): Promise<number[]> => {
  tool('frame.jpg', '-ss', String(second), '-i', studio.at('out', 'film.mp4'), '-frames:v', '1', '-q:v', '2')
  return (await sharp(readFileSync(studio.at('frame.jpg'))).stats()).channels.map(({ mean }) => mean)
}

describe('a folder of own material', { timeout: limitMs }, () => {
  it('makes a film in which everything is seen and heard, with a note on what was assumed', async () => {
    put('film/own.fountain', screenplay)
    put('film/README.md', 'What this folder is.')
    put('film/places/kitchen.png', await picture('#1e7a3c'))
    put('film/places/kitchen-2.png', await picture('#7a1e3c'))
    put('film/product/cup.png', await picture('#d02020', 40, 40))
    put('film/cast/mara.jpg', await sharp(await picture('#c08060', 300, 400)).jpeg().toBuffer()) // prettier-ignore
    put('film/cast/zoe.jpg', await picture('#ffffff'))
    put('film/logo/mark.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40" fill="#204080"/></svg>') // prettier-ignore
    put('film/style/poster.png', await picture('#3050d0'))
    tool('film/music/theme.wav', '-f', 'lavfi', '-i', 'sine=f=220:d=3')
    tool('film/voices/mara-1.wav', '-f', 'lavfi', '-i', 'sine=f=300:d=0.8', '-af', 'adelay=700,apad=pad_dur=0.7')
    tool('film/clips/SC002_SH010.mp4', '-f', 'lavfi', '-i', 'color=c=0x2040c0:s=320x240:r=30:d=1', '-c:v', 'libx264', '-pix_fmt', 'yuv420p') // prettier-ignore
    const ended = await film('film')
    expect(ended.code, ended.stderr).toBe(0)
    const manifest = expectWholeFilm(studio.at('out'))
    expect(manifest.scenes.map(({ verdict }) => verdict)).toEqual(['passed', 'overruled'])
    for (const told of [
      /places\/kitchen-2\.png is not used: places\/kitchen\.png is for the same/,
      /cast\/zoe\.jpg is not used: nobody in the story is called “zoe” \(there is MARA, TOM\)/,
      /product\/cup\.png is only 40x40 px/,
      /music\/theme\.wav lasts 3\.0 s, the film .* it begins again/,
      /clips\/SC002_SH010\.mp4 lasts 1\.0 s, its scene .* its last picture is held/,
      /The logo is not seen: the last scene is a clip of yours/,
      /Your own material: 8 files/,
    ])
      expect(ended.stderr).toMatch(told)
    const [r = 0, g = 0, b = 0] = await colourAt(0.5)
    expect(g).toBeGreaterThan(r + 20) // the kitchen is the green picture
    const second = manifest.scenes[1]?.startFrame ?? 0
    const clip = await colourAt((second + 40) / manifest.fps)
    expect(clip[2]).toBeGreaterThan(b + 40) // the clip is blue to its last, held picture
  })

  it('finds nothing to do when nothing changed', async () => {
    const before = readManifest(studio.at('out'))
    const ended = await film('film')
    expect(ended.code, ended.stderr).toBe(0)
    const manifest = expectWholeFilm(studio.at('out'))
    expect(manifest.run.ran).toBe(0)
    expect(manifest.film).toEqual(before.film)
  })

  it('makes again what a changed file touches, and as it was when it is gone', async () => {
    const before = readManifest(studio.at('out'))
    rmSync(studio.at('film', 'clips'), { recursive: true })
    expect((await film('film')).code).toBe(0)
    const without = expectWholeFilm(studio.at('out'))
    expect(without.scenes[0]?.clip).toEqual(before.scenes[0]?.clip)
    expect(without.scenes[1]?.verdict).toBe('passed')
    tool('film/clips/SC002_SH010.mp4', '-f', 'lavfi', '-i', 'color=c=0x2040c0:s=320x240:r=30:d=1', '-c:v', 'libx264', '-pix_fmt', 'yuv420p') // prettier-ignore
    expect((await film('film')).code).toBe(0)
    const again = expectWholeFilm(studio.at('out'))
    expect(again.scenes.map(({ clip }) => clip)).toEqual(before.scenes.map(({ clip }) => clip))
    expect(again.scenes[1]?.verdict).toBe('overruled')
  })

  it('is refused in one message that names every file that cannot be used, before anything is made', async () => {
    put('wrong/wrong.fountain', screenplay)
    put('wrong/places/street.jpg', 'no picture')
    put('wrong/voices/mara-1.wav', 'no sound')
    put('wrong/clips/SC002_SH010.mp4', await picture('#ffffff'))
    tool('wrong/music/quiet.wav', '-f', 'lavfi', '-i', 'anullsrc=d=2')
    const ended = await studio.run(['film', studio.at('wrong'), '--json'])
    expect(ended.code).toBe(2)
    const { code, why } = errorOf(ended)
    expect(code).toBe('OWN_MATERIAL_REFUSED')
    for (const file of ['places/street.jpg', 'voices/mara-1.wav', 'clips/SC002_SH010.mp4']) expect(why).toContain(file)
    expect(why).not.toContain('quiet.wav')
  })

  it('is refused when it is not one film', async () => {
    mkdirSync(studio.at('empty'))
    expect(errorOf(await studio.run(['film', studio.at('empty'), '--json'])).code).toBe('OWN_FOLDER_EMPTY')
    put('two/one.fountain', screenplay)
    put('two/two.fountain', screenplay)
    const two = errorOf(await studio.run(['film', studio.at('two'), '--json']))
    expect(two.code).toBe('OWN_FOLDER_TWO_SCREENPLAYS')
    expect(two.why).toMatch(/one\.fountain, two\.fountain/)
    put('none/places/street.jpg', await picture('#ffffff'))
    expect(errorOf(await studio.run(['film', studio.at('none'), '--json'])).code).toBe('OWN_FOLDER_WITHOUT_SCREENPLAY')
  })
})
