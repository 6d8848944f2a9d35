import { describe, expect, it } from 'vitest'
import { lookQuestions } from '@/agents/look'
import { readAnswer } from '@/agents/readAnswer'
import { draftFilm } from '@/domain/story/draftFilm'

const screenplay = `EXT. HARBOUR - NIGHT

Rain. IDA waits for the ferry.

INT. FERRY - NIGHT

IDA drinks her tea.
`
const ask = (text: string) => lookQuestions(draftFilm(text, { fps: 24, targetSeconds: null }))[0]!
const empty = { styleCapsule: null, lighting: null, lenses: null, camera: null, mood: null, texture: null, references: [], negative: [] } // prettier-ignore
const read = (given: object) => readAnswer(ask(screenplay), JSON.stringify({ ...empty, ...given }))

describe('what the visual department asks', () => {
  it('does not change when a word in the middle of the film does', () => {
    expect(ask(screenplay.replace('her tea', 'black coffee')).data).toEqual(ask(screenplay).data)
    expect(ask(screenplay.replace('INT. FERRY', 'INT. BRIDGE')).data).not.toEqual(ask(screenplay).data)
  })

  it('takes a look, and nothing that is about somebody', () => {
    const { holds, faults } = read({ styleCapsule: 'Charcoal and one warm lamp.', mood: 'Ida is alone.', negative: ['neon'] }) // prettier-ignore
    expect(holds).toEqual({ '': { styleCapsule: 'Charcoal and one warm lamp.', negative: ['neon'] } })
    expect(faults).toEqual(['mood: it is about IDA, and not about every picture'])
  })
})
