import { describe, expect, it } from 'vitest'
import { chooseLooks } from '@/domain/cast/chooseLooks'
import { knownProps } from '@/domain/prop/propNouns'
import { drawCharacterView } from '@/providers/previs/figures/drawCharacterView'
import { lightOf } from '@/providers/previs/light'
import { drawPropReference } from '@/providers/previs/props/drawPropReference'
import { propSvg } from '@/providers/previs/props/propSvg'
import { textPath } from '@/providers/previs/type'

const light = lightOf({ timeOfDay: 'night', weather: 'clear', interior: true })
const [look] = chooseLooks([{ name: 'Mara', said: {}, evidence: [] }]).values()
if (!look) throw new Error('Mara was cast')

describe('reference pictures', () => {
  it('shows a person whole on an opaque ground, the same each time', async () => {
    const one = await drawCharacterView({ look, view: 'front', width: 256, height: 384 })
    const again = await drawCharacterView({ look, view: 'front', width: 256, height: 384 })
    expect([one.width, one.height]).toEqual([256, 384])
    expect(one.data.equals(again.data)).toBe(true)
    for (let at = 3; at < one.data.length; at += 4) expect(one.data[at]).toBe(255)
  })

  it('shows a thing in any format', async () => {
    const { width, height } = await drawPropReference({ noun: 'lantern', width: 300, height: 200 })
    expect([width, height]).toEqual([300, 200])
  })
})

describe('things', () => {
  it('draws each known noun in its own way and leaves no colour unpainted', () => {
    const drawings = knownProps.map((noun) => propSvg({ noun, light }).svg.replace(/p[0-9a-z]{5,}/g, ''))
    expect(new Set(drawings).size).toBe(knownProps.length)
    for (const svg of drawings) expect(svg).not.toMatch(/="[@!]|NaN|undefined/)
  })

  it('draws "rusty lanterns" as a lantern and what it does not know as a tag with its name', () => {
    const withoutIds = (noun: string) => propSvg({ noun, light }).svg.replace(/p[0-9a-z]{5,}/g, '')
    expect(withoutIds('rusty lanterns')).toBe(withoutIds('lantern'))
    expect(withoutIds('time machine')).toContain(
      textPath({ text: 'TIME MACHINE', size: 17, weight: 600, letterSpacing: 0.06, maxWidth: 58 }).d,
    )
  })

  it('shines only when lamps are lit', () => {
    const noon = lightOf({ timeOfDay: 'noon', weather: 'clear', interior: false })
    expect(propSvg({ noun: 'lantern', light }).svg).toContain('radialGradient')
    expect(propSvg({ noun: 'lantern', light: noon }).svg).not.toContain('radialGradient')
  })
})

describe('letters', () => {
  it('writes Latin, accented and Cyrillic letters as outlines', () => {
    for (const text of ['SC 1', 'Žluťoučký', 'Москва']) {
      const { d, width } = textPath({ text, size: 15 })
      expect(d).toMatch(/^M /)
      expect(width).toBeGreaterThan(15)
    }
  })

  it('shrinks a line to the width it has', () => {
    expect(textPath({ text: 'A very long name of a place', size: 40, maxWidth: 100 }).width).toBeCloseTo(100)
    expect(textPath({ text: 'wide', size: 20, letterSpacing: 0.2 }).width).toBeGreaterThan(
      textPath({ text: 'wide', size: 20 }).width,
    )
  })

  it('leaves out what no font has and never throws', () => {
    expect(textPath({ text: '', size: 15 })).toEqual({ d: '', width: 0 })
    expect(textPath({ text: '漢🎬', size: 15 })).toEqual({ d: '', width: 0 })
    expect(textPath({ text: 'A漢', size: 15 }).d).toBe(textPath({ text: 'A', size: 15 }).d)
  })
})
