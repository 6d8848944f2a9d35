import { describe, expect, it } from 'vitest'
import { readAnswer } from '@/agents/readAnswer'
import { worldQuestions } from '@/agents/world'
import { draftFilm } from '@/domain/story/draftFilm'
import { betterBible } from '@/pipeline/qualify/betterBible'
import { bibleOf } from '@/pipeline/qualify/bibleOf'

const screenplay = `EXT. HARBOUR - NIGHT

IDA and her brother LEON wait for the ferry. The tide has not turned for a hundred years.

IDA
It will not come.

LEON
It must.

INT. FERRY - NIGHT

MARA, the captain, pours tea.

MARA
Ida owes me money since the war.

IDA
You never forget, captain.
`
const drafts = draftFilm(screenplay, { fps: 24, targetSeconds: null })
const [question] = worldQuestions(drafts)
const empty = { logline: null, synopsis: null, premise: null, genre: null, tone: null, era: null, themes: [], events: { s1: null, s2: null }, laws: [], relations: [] } // prettier-ignore
const read = (given: object) => readAnswer(question!, JSON.stringify({ ...empty, ...given }))
const bible = bibleOf(drafts.story(), { title: 'Ferry', scenes: drafts.scenes })

describe('what the world department takes of an answer', () => {
  it('is asked in one call, with the scenes as they are written', () => {
    expect(worldQuestions(drafts)).toHaveLength(1)
    expect(JSON.stringify(question!.data)).toContain('The tide has not turned for a hundred years.')
  })

  it('takes words about the whole, and an event for a scene that names nobody who is not there', () => {
    const { holds, faults } = read({ logline: 'Two wait.', events: { s1: 'Ida and Leon wait.', s2: 'Leon drinks tea.' } }) // prettier-ignore
    expect(faults).toEqual(['event s2: LEON has no part in this scene'])
    const better = betterBible(bible, holds, drafts.story())
    expect(better).toMatchObject({ logline: 'Two wait.', synopsis: bible.synopsis })
    expect(better.timeline.map(({ event }) => event)).toEqual(['Ida and Leon wait.', bible.timeline[1]?.event])
  })

  it('takes a law only with a quote that stands in the text', () => {
    const law = { category: 'nature', law: 'The tide does not turn.' }
    const quoted = read({ laws: [{ ...law, quote: 'The tide has  not turned for a hundred years' }] })
    expect(quoted.faults).toEqual([])
    const rules = betterBible(bible, quoted.holds, drafts.story()).worldRules
    expect(rules.at(-1)).toMatchObject({ rule: law.law, priority: 3, source: expect.stringContaining('line ') })
    expect(read({ laws: [{ ...law, quote: 'The tide turns at noon' }] }).holds['']).toEqual({})
  })

  it('puts a relation with its quote in the place of one that was only counted, never of one the text says', () => {
    const debt = { from: 'IDA', to: 'MARA', kind: 'debtor', description: 'Ida owes Mara money.', quote: 'Ida owes me money since the war.' } // prettier-ignore
    const kin = { from: 'LEON', to: 'IDA', kind: 'husband', description: 'They are married.', quote: 'wait for the ferry' } // prettier-ignore
    const { holds, faults } = read({ relations: [debt, kin] })
    expect(faults).toEqual(['LEON and IDA: the text says brother'])
    const related = betterBible(bible, holds, drafts.story()).relationships
    const kinds = related.map(({ from, to, kind }) => [from, to].sort().join(' ') + ` ${kind}`)
    expect(kinds).toContain('IDA MARA debtor')
    expect(kinds.filter((one) => one.startsWith('IDA MARA'))).toHaveLength(1)
    expect(kinds).toContain('IDA LEON brother')
  })

  it('leaves the rules the judges hold pictures against to the rules alone', () => {
    const { holds } = read({ logline: 'Two wait.' })
    expect(betterBible(bible, holds, drafts.story()).consistencyRules).toEqual(bible.consistencyRules)
  })
})
