import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFilmHome, type FilmHome } from './support/filmCommand'
import { expectWholeFilm, wordsOf } from './support/filmFolder'

let studio: FilmHome
beforeAll(() => {
  studio = openFilmHome()
})
afterAll(() => studio.close())

const said = [
  'Come on. Come on, then.', 'It’s for you. He won’t say his name.', 'Where are you?',
  'On the bridge. The water is over the road, Ida. I can see your light from here.', 'Then stay where you are.', 'The car won’t.',
  'Who was that?', 'My brother. Give me the rope.', 'The bridge is closed! Nobody goes out there tonight.', 'My brother is out there.',
  'Go back, both of you, before', 'Hold the lamp, Jonas!', 'Tie it to the rail! To the rail, do you hear?', 'You took your time.',
  'You always say that.',
] // prettier-ignore

describe('two pages of night and rain', () => {
  it('become a whole film, word for word, at no cost', { timeout: 600_000 }, async () => {
    const out = studio.at('out')
    const ended = await studio.run([
      'film',
      resolve('tests/screenplays/night-rain.fountain'),
      '--out',
      out,
      '--resolution',
      '360p',
      '--json',
    ])
    expect(ended.code, ended.stderr).toBe(0)
    const { scenes, project, durationS } = expectWholeFilm(out)
    const lines = scenes.flatMap(({ dialogue }) => dialogue).map(({ line }) => line)
    expect(wordsOf(lines.join(' '))).toEqual(wordsOf(said.join(' ').replaceAll('’', "'")))
    expect([...new Set(scenes.map(({ heading }) => heading))]).toEqual([
      'EXT. PETROL STATION - NIGHT', 'INT. PETROL STATION - NIGHT', 'EXT. BRIDGE ROAD - NIGHT', 'EXT. BRIDGE - NIGHT',
    ]) // prettier-ignore
    expect(scenes.every(({ verdict, takes }) => verdict === 'passed' && takes >= 1 && takes <= 5)).toBe(true)
    expect(project).toEqual({ slug: 'night-rain', title: 'Night Rain' })
    expect(durationS).toBeGreaterThan(60)
    expect(ended.stderr).not.toMatch(/murmured|filled/)
  })
})
