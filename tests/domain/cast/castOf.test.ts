import { describe, expect, it } from 'vitest'
import { castOf } from '@/domain/cast/castOf'
import { breakIntoScenes } from '@/domain/screenplay/breakdown'
import { parseFountain } from '@/domain/screenplay/fountain'

const factsOf = (
  action: string,
  lines: [string, string][] = [
    ['ADA', 'Yes.'],
    ['BEN', 'No.'],
  ],
) => {
  // prettier-ignore
  const dialogue = lines.map(([name, line]) => `${name}\n${line}\n`).join('\n')
  const scenes = breakIntoScenes(parseFountain(`EXT. PIER - NIGHT\n\n${action}\n\n${dialogue}`), { fps: 24 }).scenes
  return new Map(castOf(scenes).map((facts) => [facts.name, facts]))
}
const genders = (action: string, lines?: [string, string][]) =>
  Object.fromEntries([...factsOf(action, lines)].map(([name, { gender }]) => [name, gender]))

describe('what a screenplay says of its people', () => {
  it('takes a person for a woman or a man only by words that can mean nobody else', () => {
    expect(genders('ADA, a woman in a coat, waits. BEN turns, then he smiles.')).toEqual({ ADA: 'woman', BEN: 'man' })
    const lines: [string, string][] = [['CASEY', 'Now?'], ['ROBIN', 'Now.']] // prettier-ignore
    expect(genders('Casey takes his hand. Behind her Robin lights the lantern.', lines)).toEqual({ CASEY: 'unknown', ROBIN: 'unknown' }) // prettier-ignore
  })

  it('takes a person for what the name says, until the text says otherwise', () => {
    expect(genders('They wait.')).toEqual({ ADA: 'woman', BEN: 'man' })
    expect(genders('BEN, a girl of nine, waits. ADA turns, then he smiles.')).toEqual({ ADA: 'man', BEN: 'woman' })
  })

  it('wears what the name says', () => {
    const facts = factsOf('A MAN IN A GREY COAT puts down his newspaper. ADA waits.')
    expect(facts.get('MAN IN A GREY COAT')).toMatchObject({ gender: 'man', said: { costume: 'coat', costumeColor: expect.stringMatching(/^#/) as string } }) // prettier-ignore
  })

  it('lets a "she" mean the only one of a pair it can mean', () => {
    expect(genders('BEN, seventy, white beard, waits. ADA runs up.\n\nShe holds the lantern up to him.')).toEqual({ ADA: 'woman', BEN: 'man' }) // prettier-ignore
  })

  it('hears it when somebody is spoken of', () => {
    const lines: [string, string][] = [['ADA', 'What was the name?'], ['BEN', 'Cleo. She took the last ferry.'], ['CLEO', 'Wait.']] // prettier-ignore
    expect(genders('They wait.', lines)).toMatchObject({ CLEO: 'woman' })
  })

  it('reads the colour of hair and beard, and takes a thin coat for no thin person', () => {
    const facts = factsOf('BEN, seventy, white beard, waits in a coat too thin for this rain. ADA has long grey hair.')
    expect(facts.get('BEN')?.said).toMatchObject({ age: 'elder', beard: true, hairColor: '#eceae4' })
    expect(facts.get('BEN')?.said).not.toHaveProperty('build')
    expect(facts.get('ADA')?.said).toMatchObject({ hair: 'long', hairColor: '#8f8d8b' })
  })
})
