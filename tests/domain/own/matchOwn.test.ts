import { describe, expect, it } from 'vitest'
import { lengthNotice } from '@/domain/own/lengthNotices'
import { matchOwn, type OwnFile } from '@/domain/own/matchOwn'

const scenes = [
  {
    clipName: 'SC001_SH010',
    action: 'Mara lifts the blue teapot.',
    durationS: 4,
    dialogue: [{ character: 'MARA', startS: 1, endS: 2 }],
  },
  {
    clipName: 'SC002_SH010',
    action: '',
    durationS: 5,
    dialogue: [
      { character: 'TOM', startS: 0, endS: 1 },
      { character: 'MARA', startS: 2, endS: 3 },
    ],
  },
]
const subjects = {
  cast: [{ names: ['MARA', 'OLD MARA'] }, { names: ['RENÉE BLOOM'] }, { names: ['TOM'] }],
  places: [{ names: ['HARBOUR STREET'] }, { names: ["ANNA'S KITCHEN", 'KITCHEN'] }],
  props: ['lantern', 'cup'],
  scenes,
}
const match = (...paths: string[]) => {
  const files = paths.map((path) => {
    const [role = '', name = ''] = path.split('/')
    return { role, name } as OwnFile
  })
  const { matches, notices } = matchOwn(files, subjects)
  return { subjects: matches.map(({ subject }) => subject), notices }
}

describe('a file of own material', () => {
  it('is for whom or what it is named after, however the name is written', () => {
    const found = match('cast/mara.jpg', 'cast/renee-bloom.png', 'places/Kitchen.webp', 'props/old_lantern.png')
    expect(found).toEqual({ subjects: ['MARA', 'RENÉE BLOOM', "ANNA'S KITCHEN", 'lantern'], notices: [] })
  })

  it('is taken for what it is like, and that is said', () => {
    const { subjects: found, notices } = match('places/harbour.png')
    expect(found).toEqual(['HARBOUR STREET'])
    expect(notices).toEqual(['places/harbour.png was taken for HARBOUR STREET.'])
  })

  it('is left aside when nothing is called so, and when it is the second for the same', () => {
    const { subjects: found, notices } = match('cast/mara.jpg', 'cast/mara-2.jpg', 'cast/zoe.jpg', 'props/anvil.png')
    expect(found).toEqual(['MARA'])
    expect(notices.map((notice) => notice.slice(0, 48))).toEqual([
      'cast/mara-2.jpg is not used: cast/mara.jpg is fo',
      'cast/zoe.jpg is not used: nobody in the story is',
      'props/anvil.png is not used: no action of the st',
    ])
  })

  it('makes a thing of what the action names and nobody can draw', () => {
    expect(match('product/teapot.png', 'props/blue-teapot.png').subjects).toEqual(['teapot', 'blue teapot'])
    expect(match('product/pot.png').notices[0]).toMatch(/no action of the story names “pot”/)
  })

  it('is the recording of a line by its scene, or by its speaker and number', () => {
    expect(match('voices/SC001_SH010.wav', 'voices/sc002_sh010-2.wav', 'voices/tom-1.mp3').subjects).toEqual([
      'SC001_SH010/1', 'SC002_SH010/2', 'SC002_SH010/1',
    ]) // prettier-ignore
    expect(match('voices/mara-2.wav').subjects).toEqual(['SC002_SH010/2'])
    expect(match('voices/mara-3.wav').notices[0]).toMatch(/mara has 2 lines, not 3/)
    expect(match('clips/SC009_SH010.mp4').notices[0]).toMatch(/no scene is called “SC009_SH010”/)
  })
})

describe('a length that does not fit', () => {
  const told = (path: string, subject: string, durationS: number) => {
    const [role = '', name = ''] = path.split('/')
    return lengthNotice({ file: { role, name } as OwnFile, subject, durationS }, { scenes })
  }
  it('is said of music, clips and lines, and of nothing that fits', () => {
    expect(told('music/a.mp3', '', 4)).toMatch(/lasts 4.0 s, the film 9.0 s: it begins again/)
    expect(told('music/a.mp3', '', 60)).toMatch(/faded out at the end/)
    expect(told('clips/SC001_SH010.mp4', 'SC001_SH010', 2)).toMatch(/its last picture is held/)
    expect(told('voices/mara-1.wav', 'SC001_SH010/1', 2)).toMatch(/runs on into what follows/)
    expect(told('voices/mara-1.wav', 'SC001_SH010/1', 1)).toBeNull()
    expect(told('clips/SC001_SH010.mp4', 'SC001_SH010', 4)).toBeNull()
  })
})
