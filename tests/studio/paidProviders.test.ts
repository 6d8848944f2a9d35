import { describe, expect, it } from 'vitest'
import { paidProviders } from '@/studio/paidProviders'

describe('the paid providers of a studio', () => {
  it('are none without a key', () => {
    expect(paidProviders({})).toEqual({})
    expect(paidProviders({ FAL_QUEUE_URL: 'https://queue.example.org', MEDIA_ALLOW_HOSTS: [] })).toEqual({})
  })

  it('are those there is a key for, and the services there is an address for', () => {
    const all = paidProviders({
      FAL_KEY: 'a:b',
      OPENAI_API_KEY: 'sk-1',
      OPENROUTER_API_KEY: 'sk-or-1',
      REPLICATE_API_TOKEN: 'r8_1',
      BRAIN_SERVICE_URL: 'https://brain.example.org',
      TASK_SERVICE_URL: 'https://tasks.example.org/',
      LAST_FRAME_URL: 'https://frames.example.org',
    })
    expect(Object.entries(all).map(([name, { id }]) => [name, id])).toEqual(
      ['fal', 'openai', 'openrouter', 'replicate', 'brain', 'tasks', 'lastFrame'].map((name) => [name, name]),
    )
    expect(JSON.stringify(all)).not.toMatch(/a:b|sk-|r8_/)
  })
})
