import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookSchema, numbered, readLook } from '@/domain/verdict/lookAnswers'

const said = (answers: Record<string, unknown>) => JSON.stringify(answers)
const unreadable = { answer: 'unknown', evidence: 'The judge gave no answer that can be read.' }

describe('what a model that looks at pictures says', () => {
  it('is asked question by question, each in one line and with its name', () => {
    expect(numbered(['Is it night?', 'Is MARA\nin the picture?'])).toBe('q1: Is it night?\nq2: Is MARA in the picture?')
    expect(lookSchema(2)).toMatchObject({
      schema: { required: ['q1', 'q2'], additionalProperties: false, properties: { q2: { required: ['answer', 'evidence'] } } },
    }) // prettier-ignore
  })

  it('counts as yes, no or unknown with what was seen, also with words around it', () => {
    const text = said({ q1: { answer: 'yes', evidence: ' A dark sky. ' }, q2: { answer: 'no', evidence: 'Nobody.' } })
    const read = [
      { answer: 'yes', evidence: 'A dark sky.' },
      { answer: 'no', evidence: 'Nobody.' },
    ]
    expect(readLook(text, 2)).toEqual(read)
    expect(readLook(`Here you are:\n\`\`\`json\n${text}\n\`\`\``, 2)).toEqual(read)
  })

  it('is not known where an answer is missing, of another kind, or no answer at all', () => {
    expect(readLook(said({ q2: { answer: 'yes', evidence: '' } }), 2)).toEqual([unreadable, { answer: 'yes', evidence: '' }]) // prettier-ignore
    for (const text of [
      null,
      '',
      'yes',
      '[]',
      '{',
      '{"q1": "yes"}',
      '{"q1": {"answer": "YES", "evidence": ""}}',
      '{"q1": {"answer": "yes"}}',
    ])
      // prettier-ignore
      expect(readLook(text, 1), String(text)).toEqual([unreadable])
  })

  it('can say nothing else, whatever it writes', () => {
    const told = said({ budget: 9999, q1: { answer: 'no', evidence: 'x'.repeat(5000), settings: { models: 'best' } } })
    expect(readLook(told, 1)).toEqual([{ answer: 'no', evidence: 'x'.repeat(600) }])
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.nat(5), (text, count) => {
        const answers = readLook(text, count)
        expect(answers).toHaveLength(count)
        for (const answer of answers) expect(Object.keys(answer).sort()).toEqual(['answer', 'evidence'])
      }),
    )
  })
})
