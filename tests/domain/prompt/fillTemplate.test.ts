import { describe, expect, it } from 'vitest'
import { StudioError } from '@/domain/errors/StudioError'
import { defaultPrompts } from '@/domain/prompt/defaultPrompts'
import { fillTemplate, variablesOf } from '@/domain/prompt/fillTemplate'

describe('a prompt template', () => {
  it('is filled with values that stay data, brackets and dollars and all', () => {
    expect(fillTemplate('[name] says [line].', { name: 'MARA', line: '$& costs [name] $1' })).toBe(
      'MARA says $& costs [name] $1.',
    )
  })

  it('reports every missing variable at once, each by its name', () => {
    try {
      fillTemplate('[place] [name] [place] [weather]', { name: 'MARA' })
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(StudioError)
      expect((error as StudioError).code).toBe('PROMPT_VARIABLES_MISSING')
      expect((error as StudioError).field).toBe('place, weather')
    }
  })

  it('takes an empty value as a value', () => {
    expect(fillTemplate('[holds] Keep it.', { holds: '' })).toBe('Keep it.')
  })

  it('of the studio names at least one variable, each once', () => {
    for (const { template } of defaultPrompts) {
      const names = variablesOf(template)
      expect(names.length).toBeGreaterThan(0)
      expect(new Set(names).size).toBe(names.length)
    }
  })
})
