import { describe, expect, it } from 'vitest'
import { breakIntoScenes } from '@/domain/screenplay/breakdown'
import { readScreenplay } from '@/domain/screenplay/readScreenplay'

const broken = (text: string) => {
  const { screenplay } = readScreenplay({ bytes: new TextEncoder().encode(text), fileName: 'film.fountain' })
  return breakIntoScenes(screenplay, { fps: 24 })
}
const long = 'One more word, and then another, until the whole of it has been said as it should be said tonight.'
/** Every pose somebody has, scene by scene. */
const posesOf = (text: string, name: string) =>
  broken(text).scenes.flatMap(({ blocking }) => blocking.filter(({ character }) => character === name).map(({ pose }) => pose)) // prettier-ignore

describe('people over the scenes of a heading', () => {
  it('remain sitting until the words say that they stand', () => {
    const text = `INT. KITCHEN - NIGHT\n\nMARA sits at the table.\n\nMARA\n${long}\n\nTOM\n${long}\n\nMARA\n${long}\n\nMara stands.\n\nMARA\n${long}\n`
    const poses = posesOf(text, 'MARA')
    const up = poses.findIndex((pose) => pose !== 'sit')
    expect(up).toBeGreaterThan(2)
    expect(poses.slice(0, up)).toEqual(poses.slice(0, up).map(() => 'sit'))
    expect(poses.slice(up)).not.toContain('sit')
  })

  it('hold the telephone for a whole call, a mobile where the words say so', () => {
    const text = (thing: string) => `INT. OFFICE - DAY\n\nTOM picks up the ${thing}.\n\nTOM\n${long}\n\nTOM\n${long}\n\nHe hangs up. Tom sighs for a long time and says nothing at all.\n` // prettier-ignore
    for (const [thing, noun] of [
      ['telephone', 'phone'],
      ['smartphone', 'mobile'],
    ] as const) {
      const { scenes } = broken(text(thing))
      const spoken = scenes.filter(({ dialogue }) => dialogue.length > 0)
      for (const { blocking, props } of spoken) {
        expect(blocking[0]?.pose).toBe('call')
        expect(props).toContainEqual({ prop: noun, heldBy: 'TOM', state: '' })
      }
      expect(scenes.at(-1)?.blocking[0]?.pose).not.toBe('call')
    }
  })

  it('listen at the telephone to the voice that comes out of it', () => {
    const text = `INT. KITCHEN - NIGHT\n\nThe telephone rings. ELIAS, seventy, lifts it.\n\nTESSA (ON PHONE)\nIs my daughter with you?\n` // prettier-ignore
    const blocking = broken(text).scenes.flatMap((scene) => scene.blocking)
    expect(blocking.at(-1)).toMatchObject({ character: 'ELIAS', pose: 'call' })
  })

  it('come in the way they went out, from place to place', () => {
    const text = `INT. KITCHEN - NIGHT\n\nMARA and TOM wait.\n\nTOM\n${long}\n\nMARA\n${long}\n\nMara walks out.\n\nEXT. STREET - NIGHT\n\nMara enters. She looks at the empty street for a long time.\n` // prettier-ignore
    const crossing = broken(text).scenes.flatMap(({ blocking }) => blocking.filter((one) => one.crossing))
    expect(crossing.map(({ character, crossing: way }) => [character, way])).toEqual([['MARA', 'leaves'], ['MARA', 'enters']]) // prettier-ignore
    expect(crossing[1]?.facing).toBe(crossing[0]?.facing)
  })
})

describe('whom a sentence means', () => {
  const present = (text: string) => broken(text).scenes.map(({ charactersPresent }) => charactersPresent)

  it('brings Mara into the picture by "she", even under the next heading', () => {
    const text = `INT. KITCHEN - NIGHT\n\nMARA, sixty, waits by the window. She is alone.\n\nEXT. STREET - NIGHT\n\nShe searches the street.\n` // prettier-ignore
    expect(present(text).at(-1)).toEqual(['MARA'])
  })

  it('tells "she" from "he" when it knows', () => {
    const text = `INT. KITCHEN - NIGHT\n\nMARA, sixty, pours her tea. TOM, a boy of ten, drinks his milk.\n\nShe watches the long road through the window and waits.\n` // prettier-ignore
    const last = broken(text).scenes.at(-1)
    expect(last?.action).toContain('She watches')
    expect(last?.blocking.find(({ character }) => character === 'MARA')?.action).toContain('She watches')
  })

  it('makes somebody of a man in a grey coat, and of nobody else', () => {
    const text = `EXT. STREET - NIGHT\n\nA MAN IN A GREY COAT waits under the lamp. The man lights a match. A CLOCK strikes. The coat is wet.\n` // prettier-ignore
    const { people, scenes } = broken(text)
    expect(people.people.map(({ name }) => name)).toEqual(['MAN IN A GREY COAT'])
    expect(scenes.flatMap(({ charactersPresent }) => charactersPresent)).toContain('MAN IN A GREY COAT')
  })
})
