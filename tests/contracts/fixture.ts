import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** A provider's answer as it is kept in tests/providers/<provider>/answers, with BASE made the address of the test's server. */
export const fixture = (provider: string, name: string, base = ''): Record<string, unknown> => {
  const text = readFileSync(resolve('tests/providers', provider, 'answers', `${name}.json`), 'utf8')
  return (JSON.parse(text.replaceAll('BASE', base)) as { answer: Record<string, unknown> }).answer
}
