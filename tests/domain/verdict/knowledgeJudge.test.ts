import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { knowledgeJudge } from '@/domain/verdict/knowledgeJudge'
import type { Bible, Held, JudgedScene } from '@/domain/verdict/judgedScene'
import { heldOf } from '../../judges/held'

const scene = (more: Partial<JudgedScene> = {}): JudgedScene => ({
  clipName: 'SC004_SH010', sceneNumber: '4', heading: 'INT. KITCHEN - NIGHT', location: 'KITCHEN', timeOfDay: 'night', action: 'Mara waits.',
  screenplayText: 'Mara waits.', fromLine: 40, toLine: 44, dialogue: [], charactersPresent: ['MARA'], voices: [], props: [], costumes: [],
  ...more,
}) // prettier-ignore
const bible: Bible = {
  rules: [
    { rule: 'LEON is dead from line 20 on.', about: 'LEON', source: 'line 20, scene 2: “Leon dies.”' },
    { rule: 'Scenes 3 to 5: night of day 1, clear.', about: 'time and weather', source: 'line 30' },
    { rule: 'Scene 4: MARA is there.', about: 'who is there', source: 'line 40' },
  ],
  profiles: [
    { name: 'MARA', aliases: [], biography: 'Mara waits. (line 40)' },
    { name: 'LEON', aliases: [], biography: 'Leon dies. (line 20)' },
    { name: 'TOM', aliases: ['CAPTAIN'], biography: 'Tom sails away. (line 12)' },
  ],
  places: ['KITCHEN'],
  things: [{ noun: 'key', evidence: [{ sourceLine: 60, words: 'Mara finds a key.' }] }],
}
const asked = (more: Partial<JudgedScene>, before: JudgedScene[] = []) => {
  const held: Held = { scene: scene(more), bible, before }
  return knowledgeJudge(held).filter(({ answer }) => answer === 'no')
}
const says = (character: string, line: string) => ({ character, extension: '', parenthetical: '', line, startS: 0, endS: 1, sourceLine: 42, dual: '' as const }) // prettier-ignore

describe('the knowledge judge', () => {
  it('passes what the story is known to be, claim by claim', () => {
    const answers = knowledgeJudge({ scene: scene(), bible, before: [] })
    expect(answers.map(({ id, answer }) => `${id} ${answer}`)).toEqual([
      'knowledge:cast yes', 'knowledge:place yes', 'knowledge:dead yes', 'knowledge:props yes', 'knowledge:time yes',
      'knowledge:costume yes', 'knowledge:presence yes',
    ]) // prettier-ignore
  })

  it('names strangers and places that the bible does not have', () => {
    const [stranger, place] = asked({ charactersPresent: ['MARA', 'EVE'], location: 'MOON' })
    expect(stranger).toMatchObject({ id: 'knowledge:cast', evidence: expect.stringContaining('EVE') as string })
    expect(place).toMatchObject({ id: 'knowledge:place', evidence: expect.stringContaining('MOON') as string })
  })

  it('lets no one speak or walk about who is dead, and quotes the death and the line', () => {
    const dead = {
      charactersPresent: ['MARA', 'LEON'],
      dialogue: [says('LEON', 'I am here.')],
      screenplayText: 'Leon.',
    }
    expect(asked(dead)).toEqual([
      {
        id: 'knowledge:dead', question: 'Is everybody who is seen still alive by then?', answer: 'no', required: true,
        evidence: 'LEON died in line 20, scene 2: “Leon dies.”; in SC004_SH010 (lines 40 to 44) LEON says “I am here.” (line 42).',
      },
    ]) // prettier-ignore
    expect(asked({ ...dead, heading: 'INT. KITCHEN - FLASHBACK' })).toEqual([])
    expect(asked({ ...dead, charactersPresent: ['MARA'], voices: ['LEON'] })).toEqual([])
    const body = {
      charactersPresent: ['MARA', 'LEON'],
      action: 'The body of Leon.',
      screenplayText: 'The body of Leon.',
    }
    expect(asked(body)).toEqual([])
    expect(asked({ ...dead, dialogue: [], sceneNumber: '2' }).filter(({ id }) => id.endsWith('dead'))).toEqual([])
  })

  it('says no, but leaves it to the writer, where the screenplay itself says it', () => {
    const own = asked({
      charactersPresent: ['MARA', 'LEON'],
      dialogue: [says('LEON', 'Boo.')],
      screenplayText: 'LEON\nBoo.',
    })
    expect(own).toMatchObject([{ id: 'knowledge:dead', answer: 'no', required: false }])
  })

  it('has no thing before the line that brings it', () => {
    const found = asked({ props: [{ prop: 'key', heldBy: '', state: '' }] })
    expect(found).toMatchObject([{ id: 'knowledge:props', required: true }])
    expect(found[0]?.evidence).toContain('line 60 (“Mara finds a key.”)')
    expect(asked({ props: [{ prop: 'key', heldBy: '', state: '' }], toLine: 60 })).toEqual([])
  })

  it('lets no day fall into a night that goes on, inside a scene, over CONTINUOUS and against the bible', () => {
    const before = [scene({ clipName: 'SC004_SH005', fromLine: 36, toLine: 38 })]
    expect(asked({ timeOfDay: 'noon' }, before)[0]?.evidence).toContain(
      'night in SC004_SH005 (lines 36 to 38) and noon in',
    )
    expect(asked({ timeOfDay: 'noon' })[0]?.evidence).toContain('“Scenes 3 to 5: night of day 1, clear.” (line 30)')
    const on = { sceneNumber: '6', heading: 'EXT. YARD - CONTINUOUS', timeOfDay: 'morning' } as const
    expect(asked(on, before).map(({ id }) => id)).toEqual(['knowledge:time'])
    expect(asked({ ...on, timeOfDay: 'evening' }, before)).toEqual([])
  })

  it('sees a costume that changes inside a scene without a word', () => {
    const dressed = (costume: string) => [{ character: 'MARA', costume }]
    const before = [scene({ clipName: 'SC004_SH005', costumes: dressed('red coat') })]
    const found = asked({ costumes: dressed('blue dress') }, before)
    expect(found).toMatchObject([{ id: 'knowledge:costume', required: true }])
    expect(found[0]?.evidence).toContain('“red coat” in SC004_SH005')
    expect(asked({ costumes: dressed('blue dress'), action: 'Mara puts on a blue dress.' }, before)).toEqual([])
    expect(asked({ costumes: dressed('blue dress'), sceneNumber: '5', heading: 'EXT. YARD - NIGHT' }, before)).toEqual(
      [],
    )
  })

  it('has nobody in a scene that is not theirs, unless its words name them, by any of their names', () => {
    const found = asked({ charactersPresent: ['MARA', 'TOM'] })
    expect(found.map(({ evidence }) => evidence)).toEqual([
      '“Scene 4: MARA is there.” (line 40); SC004_SH010 (lines 40 to 44) has TOM in KITCHEN, and TOM is told of in line 12 (“Tom sails away.”).',
    ])
    expect(asked({ charactersPresent: ['MARA', 'TOM'], screenplayText: 'The captain comes in.' })).toEqual([])
  })

  it('refuses no scene of any screenplay here, with all scenes before it or only the last', () => {
    const files = readdirSync('tests/screenplays').map((name) => `tests/screenplays/${name}`)
    const texts = [...files, 'examples/the-last-ferry/the-last-ferry.fountain'].map((file) =>
      readFileSync(file, 'utf8'),
    )
    const all = texts.flatMap(heldOf).flatMap((held) => [held, { ...held, before: held.before.slice(-1) }])
    expect(all.length).toBeGreaterThan(300)
    expect(all.flatMap(knowledgeJudge).filter(({ answer }) => answer === 'no')).toEqual([])
  })
})
