import { drawn } from '../world/random'

/** What a value is drawn from: the words of the question, and what a judge says where it is asked for a verdict. */
export type Drawing = { words: string; verdict: string }

type Schema = Record<string, unknown>
type At = Drawing & { root: Schema; path: string; depth: number }

/** Deep enough for any real answer; a schema that holds itself ends here. */
const deepest = 12

/** A value that satisfies a JSON Schema (the part of it that strict answers may use), always the same for the same words. */
export const valueFor = (schema: unknown, drawing: Drawing): unknown => {
  const root = asSchema(schema)
  return value(root, { ...drawing, root, path: '', depth: 0 })
}

const asSchema = (schema: unknown): Schema =>
  typeof schema === 'object' && schema !== null && !Array.isArray(schema) ? (schema as Schema) : {}

const value = (given: Schema, at: At): unknown => {
  const schema = resolved(given, at)
  if ('const' in schema) return schema['const']
  if (Array.isArray(schema['enum'])) return oneOf(schema['enum'], at)
  const choices = schema['anyOf'] ?? schema['oneOf']
  if (Array.isArray(choices)) return value(asSchema(chosen(choices, at)), deeper(at, ''))
  switch (typeIn(schema, at)) {
    case 'object':
      return objectOf(schema, at)
    case 'array':
      return arrayOf(schema, at)
    case 'string':
      return textOf(schema, at)
    case 'integer':
    case 'number':
      return numberOf(schema, at)
    case 'boolean':
      return !/^(no|false|fail)/i.test(at.verdict)
    default:
      return null
  }
}

const deeper = (at: At, name: string): At => ({
  ...at,
  path: name === '' ? at.path : `${at.path}.${name}`,
  depth: at.depth + 1,
})

const resolved = (schema: Schema, at: At): Schema => {
  const way = typeof schema['$ref'] === 'string' ? schema['$ref'] : undefined
  if (way === undefined) return schema
  const found = way
    .replace(/^#\/?/, '')
    .split('/')
    .filter(Boolean)
    .reduce<Schema>((inside, name) => asSchema(inside[name.replaceAll('~1', '/').replaceAll('~0', '~')]), at.root)
  return { ...found, ...Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$ref')) }
}

/** The kind of value; null where it may be null and it is already deep. */
const typeIn = (schema: Schema, at: At): unknown => {
  const types = [schema['type'] ?? ('properties' in schema ? 'object' : 'string')].flat() as unknown[]
  if (types.includes('null') && at.depth > deepest) return 'null'
  return types.find((type) => type !== 'null') ?? 'null'
}

const chosen = (choices: unknown[], at: At): unknown => {
  const full = choices.filter((one) => asSchema(one)['type'] !== 'null')
  const first = at.depth > deepest ? choices.find((one) => asSchema(one)['type'] === 'null') : full[0]
  return first ?? full[0] ?? choices[0]
}

/** A judge's word where the list has it, else one drawn from the words. */
const oneOf = (values: unknown[], at: At): unknown =>
  values.find((one) => typeof one === 'string' && one.toLowerCase() === at.verdict.toLowerCase()) ??
  values[Math.floor(drawn(at.words, at.path) * values.length)] ??
  null

const objectOf = (schema: Schema, at: At): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(asSchema(schema['properties'])).map(([name, inner]) => [
      name,
      value(asSchema(inner), deeper(at, name)),
    ]),
  )

const arrayOf = (schema: Schema, at: At): unknown[] => {
  const [least, most] = [wholeIn(schema, 'minItems', 0), wholeIn(schema, 'maxItems', 1000)]
  const count = at.depth > deepest ? least : Math.min(most, Math.max(least, 1))
  return Array.from({ length: count }, (_, n) => value(asSchema(schema['items']), deeper(at, `${n}`)))
}

const formats: Record<string, string> = {
  date: '2026-11-21',
  'date-time': '2026-11-21T12:00:00Z',
  time: '12:00:00Z',
  duration: 'PT5S',
  email: 'somebody@example.org',
  hostname: 'example.org',
  ipv4: '192.0.2.1',
  uri: 'https://example.org/',
  uuid: '00000000-0000-4000-8000-000000000000',
}

const textOf = (schema: Schema, at: At): string => {
  const format = typeof schema['format'] === 'string' ? formats[schema['format']] : undefined
  if (format !== undefined) return format
  const name = at.path.split('.').findLast((part) => !/^\d*$/.test(part)) ?? 'answer'
  const text = `${name} ${Math.floor(drawn(at.words, at.path) * 1000)}`
  const [least, most] = [wholeIn(schema, 'minLength', 0), wholeIn(schema, 'maxLength', 10_000)]
  return text.padEnd(least, '.').slice(0, most)
}

/** Something sure of itself between the bounds: nine tenths of the way up. */
const numberOf = (schema: Schema, at: At): number => {
  const least = numberIn(schema, 'minimum') ?? numberIn(schema, 'exclusiveMinimum') ?? 0
  const most = numberIn(schema, 'maximum') ?? numberIn(schema, 'exclusiveMaximum') ?? least + 1
  const far = Math.min(most, least + 1000)
  const found = least + (far - least) * (/confiden|score|certain|sure/i.test(at.path) ? 0.95 : 0.5)
  const whole = [schema['type']].flat().includes('integer')
  return whole ? Math.max(Math.ceil(least), Math.floor(found)) : found
}

const numberIn = (schema: Schema, name: string): number | undefined =>
  typeof schema[name] === 'number' ? schema[name] : undefined

const wholeIn = (schema: Schema, name: string, otherwise: number): number => numberIn(schema, name) ?? otherwise
