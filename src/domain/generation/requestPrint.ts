import { canonical } from '@/domain/canonical'

/**
 * What a request is known again by in a provider's list, as a text to be hashed: the body as it was sent, without its
 * seed. Prompts repeat, so it counts only together with endpoint and time.
 */
export const requestPrint = (body: Readonly<Record<string, unknown>>): string => {
  const { seed: _seed, ...rest } = body
  return canonical(rest)
}
