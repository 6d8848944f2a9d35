import type { Json } from '@/domain/catalogue/wish'
import { numberOf, objectOf } from './objectOf'

/** Names that say by themselves what they count. */
const plain = new Set(['cached_tokens', 'cache_write_tokens', 'reasoning_tokens'])

/**
 * Tokens by one set of names, whoever counted them: `input_tokens` with `cached_tokens` and `cache_write_tokens` among
 * them, `output_tokens` with `reasoning_tokens`, and what else is told apart, as `input_image_tokens`.
 */
export const tokensIn = (usage: Json | undefined): Record<string, number> => {
  const found: Record<string, number> = {}
  for (const [name, value] of Object.entries(objectOf(usage))) {
    const ours = name.replace(/^prompt_/, 'input_').replace(/^completion_/, 'output_')
    const count = numberOf(value)
    if (count !== null && ours.endsWith('_tokens')) found[ours] = count
    const side = /^(input|output)_tokens_details$/.exec(ours)?.[1]
    if (side === undefined) continue
    for (const [part, told] of Object.entries(objectOf(value))) {
      const among = numberOf(told)
      if (among !== null) found[plain.has(part) ? part : `${side}_${part}`] = among
    }
  }
  return found
}
