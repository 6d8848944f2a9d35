import { batchEndpoint } from '../batched'
import type { WrittenModel } from '../model'
import { price, readOn } from './written'

type Tokens = { in: string; cached?: string; out: string; source: string }
type Row = { name: string; title: string; says: string; tokens?: Tokens; shutdownDate?: string; replacedBy?: string }

/** Inputs above this many tokens cost twice as much, and what is written then half as much again. */
const longInput = 272_000

const times = (dollars: string, tenths: number): string => ((Number(dollars) * tenths) / 10).toFixed(6)

const tokenPrices = ({ in: into, cached, out, source }: Tokens) => [
  price('1m_tokens_in', into, { source }),
  price('1m_tokens_in', times(into, 20), { source, when: { tokensInAbove: longInput } }),
  ...(cached ? [price('1m_tokens_cached', cached, { source })] : []),
  price('1m_tokens_out', out, { source }),
  price('1m_tokens_out', times(out, 15), { source, when: { tokensInAbove: longInput } }),
]

/** Sampling cannot be set on any of these; how hard they think can, and what they think is billed as written. */
const text = ({ name, title, says, tokens, shutdownDate, replacedBy }: Row): WrittenModel => ({
  id: `openai/${name}`,
  provider: 'openai',
  endpoint: 'responses',
  kind: 'text',
  title,
  says,
  fields: { dialect: 'responses', prompt: 'input', constant: { model: name, reasoning: { effort: 'low' } } },
  prices: tokens ? tokenPrices(tokens) : [],
  shutdownDate: shutdownDate ?? null,
  replacedBy: replacedBy ? `openai/${replacedBy}` : null,
  source: 'openai 6.49.0, @ai-sdk/openai 4.0.118; shutdowns: OpenAI deprecations page, third party',
  asOf: readOn,
})

/** The same model at half the price, for whoever may wait up to a day for its answers. */
const withinADay = (name: string): WrittenModel[] =>
  openaiText
    .filter(({ id }) => id === `openai/${name}`)
    .map((row) => ({
      ...row,
      id: `${row.id}-batch`,
      endpoint: batchEndpoint,
      title: `${row.title}, within a day`,
      says: 'The same words at half the price, some time within a day; a department may ask twice.',
      prices: (row.prices ?? []).map((rule) => ({ ...rule, nanodollars: Math.ceil(rule.nanodollars / 2) })),
      source: `${row.source}; Batch API: half of all prices`,
    }))

/** The same model, shown pictures. That each of them takes pictures is not confirmed by a source. */
const eyesOf = (name: string): WrittenModel[] =>
  openaiText
    .filter(({ id }) => id === `openai/${name}`)
    .map((row) => ({
      ...row,
      id: `${row.id}-eyes`,
      kind: 'vision',
      title: `${row.title}, looking`,
      says: 'Judges pictures with reasons and a confidence.',
      fields: { ...row.fields, images: { field: 'input', list: true, most: null, required: true } },
      source: 'openai 6.49.0, ResponseInputImage; not confirmed for this model',
    }))

const gpt5Ends = '2026-12-11'
const page = 'OpenAI page of gpt-6-luna; codexometer v0.18.4'
const later = 'codex-token-watch; apidog'
const terra = 'docs.laozhang.ai 2026-08'

const openaiText: WrittenModel[] = [
  text({
    name: 'gpt-5', title: 'GPT-5', says: 'Going away: use GPT-5.6 Sol.', shutdownDate: gpt5Ends, replacedBy: 'gpt-5.6-sol',
    tokens: { in: '1.25', cached: '0.125', out: '10', source: 'openai-cost crate, Expensify script' },
  }),
  text({
    name: 'gpt-5-mini', title: 'GPT-5 mini', says: 'Going away: use GPT-5.6 Terra.', shutdownDate: gpt5Ends,
    replacedBy: 'gpt-5.6-terra', tokens: { in: '0.25', cached: '0.025', out: '2', source: 'unverified' },
  }),
  text({
    name: 'gpt-5-nano', title: 'GPT-5 nano', says: 'Going away: use GPT-5.6 Luna.', shutdownDate: gpt5Ends,
    replacedBy: 'gpt-5.6-luna', tokens: { in: '0.05', cached: '0.005', out: '0.40', source: 'original design; all but the first unverified' },
  }),
  text({
    name: 'gpt-5-pro', title: 'GPT-5 pro', says: 'Going away: use GPT-5.6 Sol and let it think hard.',
    shutdownDate: gpt5Ends, replacedBy: 'gpt-5.6-sol',
  }),
  text({
    name: 'gpt-5.1', title: 'GPT-5.1', says: 'Going away in spring 2027.', shutdownDate: '2027-04-01',
    tokens: { in: '1.25', cached: '0.125', out: '10', source: 'openai-cost crate, Expensify script' },
  }),
  text({
    name: 'gpt-5.4', title: 'GPT-5.4', says: 'Writes long texts with care.',
    tokens: { in: '2.50', cached: '0.25', out: '15', source: 'adk-model crate' },
  }),
  text({
    name: 'gpt-5.4-mini', title: 'GPT-5.4 mini', says: 'The smaller one of its kind.',
    tokens: { in: '0.75', cached: '0.075', out: '4.50', source: 'adk-model crate' },
  }),
  text({
    name: 'gpt-5.6-sol', title: 'GPT-5.6 Sol', says: 'The strong one of its kind.',
    tokens: { in: '4', out: '20', source: 'LiteLLM discussion 42523 (5 and 30 at launch)' },
  }),
  text({
    name: 'gpt-5.6-terra', title: 'GPT-5.6 Terra', says: 'Between strength and price.',
    tokens: { in: '2', cached: '0.20', out: '12', source: terra },
  }),
  text({
    name: 'gpt-5.6-luna', title: 'GPT-5.6 Luna', says: 'Small and cheap.',
    tokens: { in: '0.20', cached: '0.02', out: '1.20', source: terra },
  }),
  text({
    name: 'gpt-6-sol', title: 'GPT-6 Sol', says: 'Strong, and cheaper than the one before.',
    tokens: { in: '2', cached: '0.20', out: '10', source: page },
  }),
  text({
    name: 'gpt-6-luna', title: 'GPT-6 Luna', says: 'The cheapest that keeps to a schema.',
    tokens: { in: '0.10', cached: '0.01', out: '0.50', source: page },
  }),
  text({
    name: 'gpt-6.1-sol', title: 'GPT-6.1 Sol', says: 'The strongest; it always thinks.',
    tokens: { in: '2', cached: '0.10', out: '10', source: later },
  }),
  text({
    name: 'gpt-6.1-terra', title: 'GPT-6.1 Terra', says: 'Good judgement at half the price.',
    tokens: { in: '1', cached: '0.05', out: '5', source: later },
  }),
] // prettier-ignore

/** Words, and questions about pictures, at OpenAI. */
export const openaiWords: WrittenModel[] = [
  ...openaiText, ...withinADay('gpt-6-luna'), ...withinADay('gpt-6.1-terra'), ...withinADay('gpt-6.1-sol'), ...eyesOf('gpt-5.6-luna'), ...eyesOf('gpt-6-luna'), ...eyesOf('gpt-6.1-terra'), ...eyesOf('gpt-6.1-sol'),
] // prettier-ignore
