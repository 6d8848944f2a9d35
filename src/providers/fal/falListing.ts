import type { ListedModel } from '@/domain/catalogue/compareListing'
import type { Json, JsonObject } from '@/domain/catalogue/wish'
import { StudioError } from '@/domain/errors/StudioError'
import { callJson } from '../paid/callJson'
import { nanodollarsOf } from '../paid/nanodollarsOf'
import { listOf, objectOf, textOf } from '../paid/objectOf'
import { readFault } from '../paid/submitEnd'
import { notListed, type Listing } from '../spec/listing'
import { falLine, type FalAccount, type FalLine } from './falAccount'

/** fal takes at most 50 endpoints in one question; fewer keep its answers small. */
const atOnce = 10

/** The live schema and the list price of each endpoint. */
export const falListing = (account: FalAccount): Listing => {
  const line = falLine(account)
  return async (names, signal) => {
    const listed = new Map<string, ListedModel>()
    for (let from = 0; from < names.length; from += atOnce)
      for (const [name, model] of await listedOf(line, names.slice(from, from + atOnce), signal))
        listed.set(name, model)
    return listed
  }
}

const listedOf = async (line: FalLine, names: readonly string[], signal: AbortSignal) => {
  const asked = names.map((name) => `endpoint_id=${encodeURIComponent(name)}`).join('&')
  const models = await rowsOf(line, { path: `models?${asked}&expand=openapi-3.0&limit=50`, rows: 'models' }, signal)
  const known = models.map((row) => textOf(row['endpoint_id']))
  // an endpoint fal knows no more makes it refuse the whole question of prices
  const priced = names.filter((name) => known.includes(name)).map((name) => `endpoint_id=${encodeURIComponent(name)}`)
  const prices = priced.length === 0 ? [] : await rowsOf(line, { path: `models/pricing?${priced.join('&')}`, rows: 'prices' }, signal)
  const rowIn = (rows: readonly JsonObject[], name: string) => rows.find((row) => row['endpoint_id'] === name)
  return names.map((name) => {
    const model = rowIn(models, name)
    return [name, model ? modelOf(model, rowIn(prices, name)) : notListed] as const
  })
} // prettier-ignore

const modelOf = (row: JsonObject, price: JsonObject | undefined): ListedModel => {
  const nanodollars = nanodollarsOf(price?.['unit_price'] ?? null)
  return {
    isListed: true,
    isDeprecated: objectOf(row['metadata'])['status'] === 'deprecated',
    shutdownDate: null,
    input: inputIn(objectOf(row['openapi'])),
    price: nanodollars === null ? null : { unit: textOf(price?.['unit']) ?? 'unit', nanodollars },
  }
}

/** The schema of the one POST in it, through its reference. */
const inputIn = (openapi: JsonObject): ListedModel['input'] => {
  const posts = Object.values(objectOf(openapi['paths'])).map((path) => objectOf(objectOf(path)['post']))
  const body = posts.map((post) => objectOf(post['requestBody'])).find((one) => one['content'] !== undefined)
  const schema = objectOf(objectOf(objectOf(body?.['content'])['application/json'])['schema'])
  const name = textOf(schema['$ref'])?.split('/').at(-1)
  const input = name === undefined ? schema : objectOf(objectOf(objectOf(openapi['components'])['schemas'])[name])
  const fields = Object.entries(objectOf(input['properties']))
  if (fields.length === 0) return null
  return {
    fields: new Map(fields.map(([field, shape]) => [field, valuesIn(shape)])),
    required: listOf(input['required']).flatMap((one) => textOf(one) ?? []),
  }
}

/** The closed list a field takes, as text; through `anyOf`, where one is null. */
const valuesIn = (shape: Json): string[] | null => {
  const { enum: values, const: only, anyOf } = objectOf(shape)
  if (Array.isArray(values)) return values.filter((value) => value !== null).map(asText)
  if (only !== undefined) return [asText(only)]
  const choices = listOf(anyOf).filter((one) => objectOf(one)['type'] !== 'null')
  const lists = choices.map(valuesIn)
  return lists.length > 0 && lists.every((list) => list !== null) ? lists.flat() : null
}

const asText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))

const rowsOf = async (line: FalLine, { path, rows }: { path: string; rows: string }, signal: AbortSignal): Promise<JsonObject[]> => {
  const called = await callJson({ method: 'GET', url: `${line.platform}/${path}`, headers: line.headers, signal })
  if (called.is === 'json' && called.status < 300) return listOf(objectOf(called.json)[rows]).map(objectOf)
  throw new StudioError({
    code: 'PROVIDER_LIST_NOT_READ',
    what: 'What fal lists of its models could not be read.',
    why: readFault(called, line.reader).message,
    fix: 'Look at FAL_KEY and try it again later.',
    retry: 'later',
  })
} // prettier-ignore
