import { describe, expect, it } from 'vitest'
import type { Values } from '@/pipeline/defineStep'
import { withEdited } from '@/pipeline/pickFields'
import { askKnowledge } from '@/pipeline/scene/askKnowledge'

/** ZOE stands in a scene of a film whose bible has MARA alone. */
const scene = {
  clipName: 'SC001_SH010', sceneNumber: '1', heading: 'INT. HALL - DAY', location: 'HALL', timeOfDay: 'noon', action: 'Mara waits.',
  screenplayText: 'Mara waits.', fromLine: 3, toLine: 3, dialogue: [], charactersPresent: ['MARA', 'ZOE'], voices: [], props: [], costumes: [],
} // prettier-ignore
const ask = (edited: string[]) =>
  askKnowledge({
    scene: { ...scene, edited },
    previous: {},
    cast: [{ name: 'MARA', aliases: [], biography: '' }],
    place: { name: 'HALL' },
    props: [],
    bible: { consistencyRules: [] },
  } as unknown as Values).filter(({ answer }) => answer === 'no')

describe('the knowledge judge', () => {
  it('refuses somebody in a scene who is not in the bible', () => {
    expect(ask([])).toContainEqual(expect.objectContaining({ id: 'knowledge:cast', required: true }))
  })

  it('tells, but does not refuse, what a person wrote into the scene', () => {
    const told = ask(['charactersPresent'])
    expect(told.length).toBeGreaterThan(0)
    expect(told.filter(({ required }) => required)).toEqual([])
    expect(told[0]?.evidence).toMatch(/ZOE.*A person wrote it so\.$/)
  })
})

describe('the fields a step reads', () => {
  it('say which of them a person wrote last, whenever that was', () => {
    const authors = [
      { field: 'props', author: 'ida@example.org', at: '2026-01-01' },
      { field: 'title', author: 'ida@example.org', at: '2026-01-02' },
      { field: 'action', author: 'agent:story', at: '2026-01-03' },
    ]
    expect(withEdited({ props: [], action: '', edited: null }, { authors })).toMatchObject({ edited: ['props'] })
    expect(withEdited({ action: '' }, { authors })).toEqual({ action: '' })
  })
})
