import { describe, expect, it } from 'vitest'
import { castOf } from '@/domain/cast/castOf'
import { chooseLooks } from '@/domain/cast/chooseLooks'
import { settleLooks } from '@/domain/cast/settleLooks'
import { breakIntoScenes } from '@/domain/screenplay/breakdown'
import { parseFountain } from '@/domain/screenplay/fountain'

const text = 'INT. HALL - DAY\n\nIDA meets LEON.\n\nIDA\nThere you are.\n\nLEON\nHere I am.\n'
const cast = [...chooseLooks(castOf(breakIntoScenes(parseFountain(text), { fps: 24 }).scenes))].map(([name, look]) => ({ name, look })) // prettier-ignore
const lookOf = (name: string) => cast.find((one) => one.name === name)!.look

describe('looks somebody wishes for', () => {
  it('are taken where they leave people apart', () => {
    const { looks, faults } = settleLooks(cast, { IDA: { glasses: !lookOf('IDA').glasses } })
    expect(faults).toEqual([])
    expect(looks.get('IDA')).toEqual({ ...lookOf('IDA'), glasses: !lookOf('IDA').glasses })
  })

  it('never make two people alike: neither the head nor the colour of somebody else is taken', () => {
    const { hair, hat, beard, costumeColor } = lookOf('LEON')
    const { looks, faults } = settleLooks(cast, { IDA: { hair, hat, beard, costumeColor, build: 'broad' } })
    expect(looks.get('IDA')).toEqual({ ...lookOf('IDA'), build: 'broad' })
    expect(faults).toHaveLength(2)
  })
})
