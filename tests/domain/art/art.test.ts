import { describe, expect, it } from 'vitest'
import { actionSentences } from '@/domain/art/actionSentences'
import { conditionsIn, garmentsIn } from '@/domain/art/garments'
import { isNameHere, peopleOf } from '@/domain/art/nameWords'
import { propLives } from '@/domain/art/propLives'
import { stateChangesIn } from '@/domain/art/propStates'
import { dressingIn, setDressingOf } from '@/domain/art/setDressing'
import { sourceLineOf, sourceText } from '@/domain/art/sourceLine'
import { wardrobeInWords, wardrobeOf } from '@/domain/art/wardrobe'
import { propIn } from '@/domain/prop/propNouns'
import { scenesOfFile, scenesOfText } from '../../support/filmScenes'

const film = scenesOfFile('night-rain.fountain')
const source = sourceText(film.text)
const livesIn = (text: string) => propLives(scenesOfText(text).scenes, sourceText(text))

describe('the life of a thing', () => {
  it('goes from its first to its last scene through the hands that hold it, with the lines that say so', () => {
    const rope = propLives(film.scenes, source).lives.find(({ noun }) => noun === 'rope')
    expect(rope).toMatchObject({
      owner: 'IDA', firstScene: 'SC003_SH010', lastScene: 'SC004_SH020', holders: [{ character: 'IDA', fromScene: 'SC003_SH010', toScene: 'SC004_SH020' }],
    }) // prettier-ignore
    expect(rope?.evidence[0]).toEqual({ sourceLine: 52, words: 'Ida and Jonas run along the road with the rope and a lamp.' }) // prettier-ignore
    for (const { evidence } of propLives(film.scenes, source).lives)
      for (const { sourceLine, words } of evidence) expect(source[sourceLine - 1]).toContain(words.slice(0, 12))
  })

  it('keeps what was done to it: lit, then out; broken for good; wet with it', () => {
    const { lives, states } = livesIn(
      'INT. KITCHEN - NIGHT\n\nMARA, sixty, lights the lantern.\n\nMARA\nThere. Now we can see something at last, you and I.\n\nThe cup breaks. She holds the lantern up.\n\nINT. CELLAR - NIGHT\n\nMara carries the lantern and the cup down the stairs.\n\nThe lantern goes out.\n', // prettier-ignore
    )
    expect(lives.find(({ noun }) => noun === 'lantern')?.states.map(({ state }) => state)).toEqual(['lit', 'unlit'])
    const cellar = [...states].filter(([clip]) => clip.startsWith('SC002')).map(([, props]) => props)
    expect(cellar[0]?.get('cup')).toBe('broken')
    expect(cellar.at(-1)?.get('lantern')).toBe('unlit')
  })

  it('changes by the state word that stands nearest', () => {
    const changes = (text: string) => stateChangesIn(text, propIn(text)).map(({ noun, change }) => `${noun}: ${change.state}`) // prettier-ignore
    expect(changes('She lights the lantern.')).toEqual(['lantern: lit'])
    expect(changes('He tears the letter.')).toEqual(['letter: torn'])
    expect(changes('The glass shatters beside the book.')).toEqual(['glass: broken'])
    expect(changes('She breaks the silence with the cup in her hand.')).toEqual([])
    expect(changes('He opens the suitcase.')).toEqual(['suitcase: open'])
  })
})

describe('a thing that is also a name', () => {
  const text = 'INT. KITCHEN - DAY\n\nRose smiles. A rose stands in a glass.\n\nROSE\nGood morning to all of you, my dears.\n\nROSE (V.O.)\nNobody had said it before, not in this house.\n' // prettier-ignore

  it('is no prop when it acts or speaks, and one when it lies there', () => {
    const alone = scenesOfText(text.replace(' A rose stands in a glass.', '')).scenes
    expect(alone.flatMap(({ props }) => props.map(({ prop }) => prop))).not.toContain('flower')
    expect(alone.map(({ focusOn }) => focusOn)).not.toContain('flower')
    expect(livesIn(text).lives.map(({ noun }) => noun)).toContain('flower')
  })

  it('is told by its capital and the word before it', () => {
    const people = peopleOf(scenesOfText(text).scenes)
    expect(people).toEqual(['ROSE'])
    expect(isNameHere('Rose smiles.', 'Rose', people)).toBe(true)
    expect(isNameHere('Rose’s coat', 'Rose', people)).toBe(true)
    expect(isNameHere('A ROSE lies there.', 'ROSE', people)).toBe(false)
    expect(isNameHere('the rose', 'rose', people)).toBe(false)
    expect(isNameHere('Lantern', 'Lantern', people)).toBe(false)
  })
})

describe('the wardrobe', () => {
  it('reads what is put on and what comes off', () => {
    expect(garmentsIn('IDA, fifty, in a yellow coat, stands there.')).toEqual([{ slot: 'over', words: 'yellow coat', on: true }]) // prettier-ignore
    expect(garmentsIn('She pulls on her long wool coat and takes off his hat.')).toEqual([
      { slot: 'over', words: 'long wool coat', on: true },
      { slot: 'head', words: 'hat', on: false },
    ])
    expect(garmentsIn('He stands in the rain.')).toEqual([])
    expect(conditionsIn('Soaked and bleeding, he waits.')).toEqual(['wet', 'bloody'])
  })

  it('stays on until another takes its place; rain wets who stands in it, and the next day dries', () => {
    const { costumes, entries } = wardrobeOf(film.scenes, { source, days: film.days })
    expect(costumes.get('SC001_SH020')).toEqual([{ character: 'IDA', costume: 'yellow coat', condition: [] }])
    expect(costumes.get('SC003_SH010')).toContainEqual({ character: 'IDA', costume: 'yellow coat', condition: ['wet'] })
    expect(wardrobeInWords(entries, 'IDA')).toBe('Day 1: yellow coat (line 12)')
    const days = 'EXT. ROAD - NIGHT\n\nRain. MARA, thirty, in a red coat, waits.\n\nINT. HOUSE - MORNING\n\nMara sits at the table. She puts on a green dress.\n' // prettier-ignore
    const two = scenesOfText(days)
    const dry = wardrobeOf(two.scenes, { source: sourceText(days), days: two.days })
    expect([...dry.costumes.values()].map((rows) => rows.map(({ costume, condition }) => `${costume}/${condition.join()}`))).toEqual([['red coat/wet'], ['red coat, green dress/']]) // prettier-ignore
    expect(wardrobeInWords(dry.entries, 'MARA')).toBe('Day 1: red coat (line 3)\nDay 2: green dress (line 7)')
  })
})

describe('the set dressing', () => {
  it('is what the action names in a place, with its line', () => {
    const { places, items } = setDressingOf(film.scenes, source)
    expect(places.get('PETROL STATION')?.map(({ item, sourceLine }) => [item, sourceLine])).toEqual([['pump', 10], ['roof', 12], ['counter', 22]]) // prettier-ignore
    expect(items.get('SC001_SH030')).toEqual(['pump', 'roof'])
  })

  it('takes no verb for a thing', () => {
    expect(dressingIn('They sign the letter and rock the boat; screens of rain.')).toEqual(['boat'])
    expect(dressingIn('An old bench by the windows, a rock, two shelves.')).toEqual(['bench', 'window', 'rock', 'shelves'])
  }) // prettier-ignore
})

describe('the evidence', () => {
  it('is the line where the words begin, wrapped lines and all', () => {
    const wrapped = ['INT. A - DAY', '', 'Mara waits by the', 'door. She opens it', 'slowly.']
    expect(sourceLineOf(wrapped, { fromLine: 3, toLine: 5 }, 'She opens it slowly.')).toBe(4)
    expect(sourceLineOf(wrapped, { fromLine: 3, toLine: 5 }, 'Nowhere to be found')).toBe(3)
    const [scene] = film.scenes
    if (!scene) throw new Error('the film has scenes')
    expect(actionSentences(scene, source).map(({ line }) => line)).toEqual([10, 10])
  })
})
