import { z } from 'zod'
import { sources, url } from '../../media/fields'
import { model } from '../../media/modelRow'
import { tokenPrice, tokensOf, tokensOfPicture } from '../../words/tokens'

const usage = (question: string, pictures: number, answer: string) => ({
  input: tokensOf(question) + pictures * tokensOfPicture,
  output: tokensOf(answer),
})

export const falReaders = [
  model({
    ...{
      id: 'fal-ai/moondream2/visual-query',
      title: 'Moondream 2',
      category: 'vision',
      takesS: 3,
      unit: '1k_chars',
      usd: 0.01,
    },
    input: z.strictObject({ image_url: url, prompt: z.string().min(1) }),
    units: (i, made) => (i.prompt.length + (made?.text.length ?? 0)) / 1000,
    makes: (i) => ({ is: 'words', question: i.prompt, looksAt: sources('image_url', [i.image_url]) }),
    gives: ({ text }) => ({ output: text }),
  }),
  model({
    ...{ id: 'fal-ai/moondream3-preview/query', title: 'Moondream 3', category: 'vision', takesS: 3 },
    // $0.40 a million tokens read; one written counts as 8.75
    ...{ unit: '1m_tokens', usd: 0.4 },
    input: z.strictObject({
      image_url: url,
      prompt: z.string().min(1),
      reasoning: z.boolean().default(true),
      temperature: z.number().min(0).max(1).nullish(),
      top_p: z.number().min(0).max(1).nullish(),
    }),
    units: (i, made) => {
      const { input, output } = usage(i.prompt, 1, made?.text ?? '')
      return (input + output * 8.75) / 1e6
    },
    makes: (i) => ({ is: 'words', question: i.prompt, looksAt: sources('image_url', [i.image_url]) }),
    gives: ({ text }, i) => {
      const { input, output } = usage(i.prompt, 1, text)
      const told = { input_tokens: input, output_tokens: output, prefill_time_ms: 40, decode_time_ms: 90, ttft_ms: 60 }
      return {
        output: text,
        finish_reason: 'stop',
        ...(i.reasoning ? { reasoning: 'It is plain to see.' } : {}),
        usage_info: told,
      }
    },
  }),
  model({
    ...{
      id: 'openrouter/router/vision',
      title: 'OpenRouter vision',
      category: 'vision',
      takesS: 5,
      unit: 'credit',
      usd: 1,
    },
    input: z.strictObject({
      image_urls: z.array(url).min(1).max(16),
      model: z.string().min(1),
      prompt: z.string().min(1),
      system_prompt: z.string().nullish(),
      max_tokens: z.int().min(1).nullish(),
      temperature: z.number().min(0).max(2).default(1),
      reasoning: z.boolean().default(false),
    }),
    units: (i, made) => {
      const { input, output } = usage(`${i.system_prompt ?? ''}${i.prompt}`, i.image_urls.length, made?.text ?? '')
      const price = tokenPrice(i.model)
      return (input * price.input + output * price.output) / 1e9
    },
    makes: (i) => ({
      is: 'words',
      question: `${i.system_prompt ?? ''}\n${i.prompt}`,
      looksAt: sources('image_urls', i.image_urls),
    }),
    gives: ({ text }, i) => {
      const { input, output } = usage(`${i.system_prompt ?? ''}${i.prompt}`, i.image_urls.length, text)
      const price = tokenPrice(i.model)
      const cost = (input * price.input + output * price.output) / 1e9
      return {
        output: text,
        usage: { prompt_tokens: input, completion_tokens: output, total_tokens: input + output, cost },
      }
    },
  }),
]
