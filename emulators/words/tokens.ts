/** Tokens of a text, near enough: four letters each. */
export const tokensOf = (text: string): number => Math.ceil(text.length / 4)

/** Tokens one picture counts as. */
export const tokensOfPicture = 765

/** Whole nanodollars per token, input and output. */
export type TokenPrice = { input: number; cached: number; output: number }

const perMillion = (input: number, cached: number, output: number): TokenPrice => ({
  input: Math.round(input * 1000),
  cached: Math.round(cached * 1000),
  output: Math.round(output * 1000),
})

/** Dollars per million tokens, by model, without the maker's name. */
const prices: Record<string, TokenPrice> = {
  'gpt-5': perMillion(1.25, 0.125, 10),
  'gpt-5.1': perMillion(1.25, 0.125, 10),
  'gpt-5-mini': perMillion(0.25, 0.025, 2),
  'gpt-5-nano': perMillion(0.05, 0.005, 0.4),
  'gpt-5.4': perMillion(2.5, 0.25, 15),
  'gpt-5.4-mini': perMillion(0.75, 0.075, 4.5),
  'gpt-5.6-sol': perMillion(4, 0.4, 20),
  'gpt-5.6-terra': perMillion(2, 0.2, 12),
  'gpt-5.6-luna': perMillion(0.2, 0.02, 1.2),
  'gpt-6-sol': perMillion(2, 0.2, 10),
  'gpt-6-luna': perMillion(0.1, 0.01, 0.5),
  'gpt-6.1-sol': perMillion(2, 0.1, 10),
  'gpt-6.1-terra': perMillion(1, 0.05, 5),
}

/** What a model of any maker costs; one the table does not know costs as much as gpt-6-sol. */
export const tokenPrice = (model: string): TokenPrice =>
  prices[model.replace(/^.*\//, '').replace(/-20\d\d-\d\d-\d\d$/, '')] ?? perMillion(2, 0.2, 10)

export const isPriced = (model: string): boolean => model in prices
export const pricedModels = (): string[] => Object.keys(prices)
