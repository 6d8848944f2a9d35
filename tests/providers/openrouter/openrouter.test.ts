import { afterAll, describe, expect, it } from 'vitest'
import { openrouterProvider } from '@/providers/openrouter/openrouterProvider'
import { paidProviderContract, picture, sendingAt } from '../../contracts/paidProvider'
import { fixture } from '../../contracts/fixture'
import { answers, openProviderServer, type Doing } from '../../contracts/providerServer'

const key = 'sk-or-the-key-of-the-test'
const request = {
  provider: 'openrouter' as const,
  endpoint: 'chat/completions',
  model: 'openrouter/gpt-5-nano',
  version: '1',
  body: {
    model: 'openai/gpt-5-nano',
    messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: `file:${'a'.repeat(64)}` } }] }],
  },
}

paidProviderContract({
  name: 'OpenRouter',
  key,
  open: (base) => openrouterProvider({ key, baseUrl: `${base}/api/v1` }),
  request,
  takes: () => answers(200, fixture('openrouter', 'chat')),
  takenAs: 'answered',
})

const server = await openProviderServer()
afterAll(() => server.close())
const openrouter = openrouterProvider({ key, baseUrl: server.url })
const submit = (doing: Doing) => {
  server.does(doing)
  return openrouter.submit(request, sendingAt())
}
const chat = (change: object) => {
  const [choice] = fixture('openrouter', 'chat')['choices'] as object[]
  return answers(200, { ...fixture('openrouter', 'chat'), choices: [{ ...choice, ...change }] })
}
const inside = (code: number) => answers(200, { error: { code, message: 'no' } })

describe('a question through OpenRouter', () => {
  it('is answered with what it cost, to the nanodollar', async () => {
    expect(await submit(answers(200, fixture('openrouter', 'chat')))).toMatchObject({
      is: 'answered',
      answer: {
        requestId: 'gen-1',
        text: '{"seen":"yes"}',
        usage: { input_tokens: 194, cached_tokens: 3, output_tokens: 2, reasoning_tokens: 1 },
        billedNanodollars: 140_000,
      },
    })
    expect(server.seen[0]!.body.toString()).toContain(`data:image/png;base64,${picture.toString('base64')}`)
  })

  it('may fail inside of a good answer: what its number says counts', async () => {
    expect(await submit(answers(200, fixture('openrouter', 'errorInside')))).toMatchObject({ is: 'unknown', error: { class: 'ambiguous' } }) // prettier-ignore
    expect(await submit(inside(402))).toMatchObject({ is: 'refused', error: { class: 'billing' } })
    expect(await submit(inside(403))).toMatchObject({ is: 'refused', error: { class: 'policy' } })
    expect(await submit(inside(429))).toMatchObject({ is: 'refused', error: { class: 'rate' } })
    expect(await submit(answers(200, { error: 'odd' }))).toMatchObject({ is: 'unknown' })
    expect(server.seen).toHaveLength(1)
  })

  it('is paid for when it is cut off or refused', async () => {
    expect(await submit(chat({ finish_reason: 'length' }))).toMatchObject({ is: 'failed', billed: true, usage: { input_tokens: 194 } }) // prettier-ignore
    expect(await submit(chat({ finish_reason: 'content_filter' }))).toMatchObject({ is: 'failed', error: { class: 'policy' } }) // prettier-ignore
    expect(await submit(chat({ message: { refusal: 'No.' } }))).toMatchObject({ is: 'failed', error: { class: 'policy' } }) // prettier-ignore
    expect(await submit(chat({ error: { code: 502, message: 'upstream' } }))).toMatchObject({ is: 'failed', billed: null }) // prettier-ignore
  })
})
