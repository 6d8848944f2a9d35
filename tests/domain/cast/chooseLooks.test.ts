import { describe, expect, it } from 'vitest'
import { chooseLooks, costumeColors, hueDistance, hueOf } from '@/domain/cast/chooseLooks'

const names = ['Mara', 'Ilyas', 'Juno', 'Voss', 'Aladdin', 'Jasmine', 'Tom', 'Greta', 'Old Pete', 'Nadia']
const castOf = (some: string[]) => some.map((name) => ({ name, said: {}, evidence: [] }))

describe('the looks of a cast', () => {
  it('dresses ten people in hues at least 30° apart, and none in the colour of hair or skin', () => {
    for (const cast of [names, [...names].reverse(), names.map((name) => `${name} Smith`)]) {
      const hues = [...chooseLooks(castOf(cast)).values()].map((look) => hueOf(look.costumeColor) ?? NaN)
      hues.forEach((hue, at) => {
        expect(hue < 10 || hue > 40).toBe(true)
        for (const other of hues.slice(0, at)) expect(hueDistance(hue, other)).toBeGreaterThanOrEqual(30)
      })
    }
  })

  it('gives the first three people colours that nobody can confuse', () => {
    const hues = [...chooseLooks(castOf(names.slice(0, 3))).values()].map((look) => hueOf(look.costumeColor) ?? NaN)
    for (const [one, other] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const)
      expect(hueDistance(hues[one] ?? 0, hues[other] ?? 0)).toBeGreaterThanOrEqual(60)
  })

  it('gives no two people the same hair, hat and beard while there are other heads', () => {
    const heads = [...chooseLooks(castOf(names)).values()].map(
      ({ hair, hat, beard }) => `${hair} ${hat} ${String(beard)}`,
    )
    expect(new Set(heads).size).toBe(names.length)
  })

  it('gives a beard to no woman and no child, and no two people the same hat', () => {
    const cast = names.map((name, at) => ({ name, said: {}, evidence: [], gender: at % 2 ? ('woman' as const) : ('man' as const) })) // prettier-ignore
    const looks = [...chooseLooks(cast).values()]
    expect(looks.filter((look, at) => at % 2 === 1 && look.beard)).toEqual([])
    const worn = looks.map(({ hat }) => hat).filter((hat) => hat !== 'none')
    expect(new Set(worn).size).toBe(worn.length)
    expect(chooseLooks([{ name: 'Tom', said: { age: 'child' }, evidence: [] }]).get('Tom')?.beard).toBe(false)
  })

  it('lets the text win and keeps where it said so', () => {
    const look = chooseLooks([
      {
        name: 'Mara',
        said: { age: 'elder', hat: 'hood', costumeColor: '#c9333f', beard: true },
        evidence: ['age: line 12'],
      },
    ]).get('Mara')
    expect(look).toMatchObject({
      age: 'elder',
      hat: 'hood',
      costumeColor: '#c9333f',
      beard: true,
      evidence: ['age: line 12'],
    })
  })

  it('keeps everybody as they were when somebody joins at the end, and twice gives the same', () => {
    const small = chooseLooks(castOf(names.slice(0, 6)))
    const large = chooseLooks([
      ...castOf(names.slice(0, 6)),
      { name: 'Late', said: { costumeColor: '#c9333f' }, evidence: [] },
    ])
    for (const [name, look] of small) expect(large.get(name)).toEqual(look)
    expect(chooseLooks(castOf(names))).toEqual(chooseLooks(castOf(names)))
  })

  it('goes on dressing people when the colours run out', () => {
    const many = chooseLooks(castOf(Array.from({ length: 25 }, (_, at) => `Guest ${String(at)}`)))
    expect(many.size).toBe(25)
    for (const look of many.values()) expect(costumeColors).toContain(look.costumeColor)
  })

  it('invents no story: nobody is a child, wears a uniform or a hood unless the text says so', () => {
    for (const look of chooseLooks(castOf(names)).values()) {
      expect(look.age).toBe('adult')
      expect(['uniform', 'robe', 'apron']).not.toContain(look.costume)
      expect(look.hat).not.toBe('hood')
    }
  })

  it('gives nobody a beard who may be a woman', () => {
    for (const look of chooseLooks(castOf(names)).values()) expect(look.beard).toBe(false)
    const young = chooseLooks(castOf(['Young Mara', 'Old Peter'])).values()
    for (const look of young) expect(look.beard).toBe(false)
  })
})
